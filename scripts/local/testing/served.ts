import type { Office } from './office.ts';

/** Routes by which an office is set up; the others are those of its daily work. */
const settings =
  /^(PATCH \/repos\/[^/]+\/[^/]+$|\w+ \/app(?!lications)|\w+ \/orgs|\w+ \/repos\/[^/]+\/[^/]+\/(actions\/permissions|rulesets|environments|pages|codeowners|installation)|(PATCH|DELETE) \/repos\/[^/]+\/[^/]+\/labels)/;

/** Served routes of one kind that no answer of this office was judged of, in order. */
export function untried(office: Office, kind: 'settings' | 'work'): string[] {
  const tried = new Set(
    office.judged.map(({ operation }) => operation.split(' ')[0] + ' ' + shape(operation)),
  );
  return office.server.app.routes
    .filter(
      ({ method, path }) => method !== 'ALL' && path.startsWith('/api/v3') && !path.endsWith('/graphql'),
    )
    .map(({ method, path }) => `${method} ${shape(path.replace('/api/v3', ''))}`)
    .filter((route) => settings.test(route) === (kind === 'settings') && !tried.has(route))
    .sort();
}

/** A path with its parameters unnamed: the same for ours and GitHub's. */
function shape(path: string): string {
  return path
    .replace(/^[A-Z]+ /, '')
    .replace('/repos/{owner}/{repo}', '/repos/diskominfo/portal')
    .replace(/:[a-z]+(\{[^}]*\})?|\{[^}]*\}/gi, '{}')
    .replace('/contents/{}', '/contents')
    .replace(/^(.+)\/$/, '$1');
}
