import type { ApiApp } from '../http/routes.ts';
import type { Local } from '../local.ts';
import { notFound } from '../http/api-error.ts';
import { resolveCommit } from './revisions.ts';

/** GitHub takes the first of these that is there. */
const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** `codeowners/errors`: owners that are nobody here, or may not write. Teams are not known here. */
export function mountCodeowners(app: ApiApp, local: Local): void {
  app.get('/codeowners/errors', async (c) => {
    const commit = await resolveCommit(local, c.req.query('ref') ?? 'main');
    for (const path of places) {
      const found = await local.repository.reader.read(`${commit}:${path}`);
      if (found?.type === 'blob')
        return c.json({ errors: errorsIn(local, path, found.content.toString('utf8')) });
    }
    throw notFound();
  });
}

function errorsIn(local: Local, path: string, text: string) {
  return text.split('\n').flatMap((source, index) => {
    const [, ...owners] = source
      .replace(/(^|\s)#.*$/, '')
      .split(/\s+/)
      .filter(Boolean);
    return owners
      .filter((owner) => !mayOwn(local, owner))
      .map((owner) => ({
        line: index + 1,
        column: source.indexOf(owner) + 1,
        kind: 'Unknown owner',
        source,
        suggestion: `make sure ${owner} exists and has write access to the repository`,
        message: `Unknown owner on line ${index + 1}: make sure ${owner} exists and has write access to the repository\n\n  ${source}\n  ${' '.repeat(source.indexOf(owner))}^`,
        path,
      }));
  });
}

function mayOwn(local: Local, owner: string): boolean {
  return local.accounts.some(
    ({ login, permission }) => `@${login}`.toLowerCase() === owner.toLowerCase() && permission !== 'read',
  );
}
