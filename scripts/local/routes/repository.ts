import { pathFault } from '../git/paths.ts';
import { entryType } from '../git/tree.ts';
import { invalid, notFound } from '../http/api-error.ts';
import { linkPages, pageOf, pageOfList } from '../http/paging.ts';
import type { ApiApp, ApiContext } from '../http/routes.ts';
import { defaultBranch, refOf, type Local } from '../local.ts';
import { addressesOf, nodeId, type Addresses } from '../shape/addresses.ts';
import { personJson } from '../shape/people.ts';
import { repositoryJson } from '../shape/repository.ts';
import { activityOf } from '../store/activity.ts';
import { currentOid, followAll } from '../store/moves.ts';
import { resolveCommit } from './revisions.ts';

/** Above this, `contents` gives no content. */
const largestContent = 1024 * 1024;

/** The repository itself, its activity, its contents. */
export function mountRepository(app: ApiApp, local: Local): void {
  app.get('/', (c) => c.json(repositoryJson(local, addressesOf(c, local), c.get('account'))));

  app.get('/activity', async (c) => {
    const wanted = c.req.query('ref');
    const ref = wanted === undefined || wanted.startsWith('refs/') ? wanted : refOf(wanted);
    if (ref === undefined) await followAll(local);
    else await currentOid(local, ref);
    const kind = c.req.query('activity_type');
    const login = c.req.query('actor');
    const actor = [...local.accounts, local.app].find((account) => account.login === login)?.id;
    if (login !== undefined && actor === undefined) throw invalid('Activity', 'actor', `no account ${login}`);
    const rows = activityOf(local, {
      ...(ref === undefined ? {} : { ref }),
      ...(kind === undefined ? {} : { kind }),
      ...(actor === undefined ? {} : { actor }),
    });
    if (c.req.query('direction') === 'asc') rows.reverse();
    const at = addressesOf(c, local);
    const show = (row: (typeof rows)[number]) => ({
      id: row.id,
      node_id: nodeId('Activity', row.id),
      before: row.before,
      after: row.after,
      ref: row.ref,
      timestamp: row.at,
      activity_type: row.kind,
      actor: personJson(local, at, row.actor),
    });
    // GitHub pages this list with a cursor; following `Link` is the same either way.
    return c.json(pageOfList(c, rows, show));
  });

  app.get('/contents', (c) => showContents(c, local, ''));
  app.get('/contents/:path{.*}', (c) => showContents(c, local, c.req.param('path').replace(/\/$/, '')));

  app.get('/collaborators/:login/permission', (c) => {
    const account = local.accounts.find((one) => one.login === c.req.param('login'));
    if (!account) throw notFound();
    const user = personJson(local, addressesOf(c, local), account.id);
    return c.json({
      permission: account.permission,
      role_name: account.permission,
      user: { ...user, role_name: account.permission },
    });
  });

  app.get('/collaborators', (c) => {
    const { page, perPage } = pageOf(c);
    linkPages(c, page, Math.max(1, Math.ceil(local.accounts.length / perPage)));
    const at = addressesOf(c, local);
    const wanted = local.accounts.slice((page - 1) * perPage, page * perPage);
    return c.json(wanted.map((one) => ({ ...personJson(local, at, one.id), role_name: one.permission })));
  });
}

async function showContents(c: ApiContext, local: Local, path: string): Promise<Response> {
  const ref = c.req.query('ref') ?? defaultBranch;
  if (path !== '' && pathFault(path)) throw notFound();
  const oid = await resolveCommit(local, ref);
  const found = await local.repository.reader.read(path === '' ? `${oid}^{tree}` : `${oid}:${path}`);
  if (!found) throw notFound();
  const at = addressesOf(c, local);
  if (found.type === 'blob') {
    if (/\.raw\b/.test(c.req.header('Accept') ?? ''))
      return c.body(new Uint8Array(found.content), 200, { 'Content-Type': 'application/octet-stream' });
    const small = found.size <= largestContent;
    return c.json({
      ...entryJson(at, path, found.oid, 'file', ref),
      size: found.size,
      encoding: small ? 'base64' : 'none',
      content: small ? found.content.toString('base64').replace(/.{60}/g, '$&\n') : '',
    });
  }
  const entries = await local.repository.listTree(found.oid, false);
  return c.json(
    entries.map((entry) => {
      const below = path === '' ? entry.path : `${path}/${entry.path}`;
      const kind = entryType({ name: entry.path, mode: entry.mode.replace(/^0/, ''), oid: entry.oid });
      const type = kind === 'tree' ? 'dir' : kind === 'blob' ? 'file' : 'submodule';
      return { ...entryJson(at, below, entry.oid, type, ref), size: entry.size ?? 0 };
    }),
  );
}

function entryJson(at: Addresses, path: string, sha: string, type: string, ref: string) {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const url = `${at.repo}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const git = `${at.repo}/git/${type === 'dir' ? 'trees' : 'blobs'}/${sha}`;
  const html = `${at.html}/${type === 'dir' ? 'tree' : 'blob'}/${ref}/${encoded}`;
  return {
    type,
    name: path.split('/').at(-1) ?? '',
    path,
    sha,
    url,
    git_url: git,
    html_url: html,
    download_url: type === 'file' ? `${at.html}/raw/${ref}/${encoded}` : null,
    _links: { self: url, git, html },
  };
}
