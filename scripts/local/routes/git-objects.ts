import type { Local } from '../local.ts';
import { ApiError, invalid, notFound } from '../http/api-error.ts';
import { asBody, readBody, type Body } from '../http/body.ts';
import type { ApiApp } from '../http/routes.ts';
import type { Signature } from '../git/commit.ts';
import { objectId } from '../git/pack.ts';
import { pathFault } from '../git/paths.ts';
import { TreeFault, treeMode, type TreeChange } from '../git/tree.ts';
import { parseInstant } from '../clock.ts';
import { requireWrite } from '../rules.ts';
import { addressesOf, nodeId, type Addresses } from '../shape/addresses.ts';
import { gitCommitJson } from '../shape/git.ts';
import { emailOf } from '../shape/people.ts';
import { resolveCommit } from './revisions.ts';

const largestBlob = 25 * 1024 * 1024;
const modes = ['100644', '100755', '120000', '160000', '040000'];

/** `git/blobs`, `git/trees`, `git/commits`. */
export function mountGitObjects(app: ApiApp, local: Local): void {
  const { repository } = local;

  app.get('/git/blobs/:sha', async (c) => {
    const sha = c.req.param('sha');
    const found = /^[0-9a-f]{40}$/.test(sha) ? await repository.reader.read(sha) : undefined;
    if (found?.type !== 'blob') throw notFound();
    if (/\.raw\b/.test(c.req.header('Accept') ?? ''))
      return c.body(new Uint8Array(found.content), 200, { 'Content-Type': 'application/octet-stream' });
    return c.json({
      sha,
      node_id: nodeId('Blob', sha),
      size: found.size,
      url: `${addressesOf(c, local).repo}/git/blobs/${sha}`,
      content: found.content.toString('base64').replace(/.{60}/g, '$&\n'),
      encoding: 'base64',
    });
  });

  app.post('/git/blobs', async (c) => {
    requireWrite(c.get('account'));
    const body = await readBody(c);
    const content = decodeContent(
      body.optionalText('content') ?? '',
      body.optionalText('encoding') ?? 'utf-8',
    );
    if (content.length > largestBlob)
      throw new ApiError(
        422,
        'Sorry, your input was too large to process. Berkas lebih dari 25 MB tidak dapat disimpan: ' +
          'perkecil gambar atau pecah berkasnya, lalu unggah lagi.',
      );
    const sha = await repository.writeBlob(content);
    return c.json({ sha, url: `${addressesOf(c, local).repo}/git/blobs/${sha}` }, 201);
  });

  app.get('/git/trees/:expression{.+}', async (c) => {
    const expression = c.req.param('expression');
    const tree = await resolveTree(local, expression);
    if (!tree) throw notFound();
    const at = addressesOf(c, local);
    const flag = c.req.query('recursive');
    return c.json(await treeJson(local, at, tree, flag !== undefined && flag !== ''));
  });

  app.post('/git/trees', async (c) => {
    requireWrite(c.get('account'));
    const body = await readBody(c);
    const base = body.optionalText('base_tree');
    const baseTree = base === undefined ? undefined : await resolveTree(local, base);
    if (base !== undefined && !baseTree) throw new ApiError(422, 'base_tree is not a valid tree oid');
    const changes: TreeChange[] = [];
    const blobs: Buffer[] = [];
    for (const item of body.list('tree')) changes.push(await readChange(local, asBody(item, 'tree'), blobs));
    try {
      const sha = await repository.writeTree(baseTree, changes, blobs);
      return c.json(await treeJson(local, addressesOf(c, local), sha, false), 201);
    } catch (fault) {
      if (fault instanceof TreeFault) throw new ApiError(422, `GitRPC::BadObjectState: ${fault.message}`);
      throw fault;
    }
  });

  app.get('/git/commits/:sha', async (c) => {
    const commit = await repository.commit(await resolveCommit(local, c.req.param('sha')));
    if (!commit) throw notFound();
    return c.json(gitCommitJson(addressesOf(c, local), commit));
  });

  app.post('/git/commits', async (c) => {
    const account = c.get('account');
    requireWrite(account);
    const body = await readBody(c);
    const tree = await repository.reader.info(fullId(body.text('tree')));
    if (tree?.type !== 'tree') throw new ApiError(422, 'Tree SHA does not exist');
    const parents = body.textList('parents');
    for (const parent of parents)
      if ((await repository.reader.info(fullId(parent)))?.type !== 'commit')
        throw new ApiError(422, 'Parent SHA does not exist or is not a commit object');
    const self = {
      name: account.name,
      email: emailOf(account),
      seconds: Math.floor(local.clock.now() / 1000),
      zone: '+0000',
    };
    const author = readSignature(body.part('author'), self);
    const committer = readSignature(body.part('committer'), author);
    const message = body.text('message');
    const sha = await repository.writeCommit({ tree: tree.oid, parents, author, committer, message });
    return c.json(gitCommitJson(addressesOf(c, local), await repository.mustCommit(sha)), 201);
  });
}

function decodeContent(content: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(content);
  if (encoding !== 'base64') throw invalid('Blob', 'encoding', 'encoding must be utf-8 or base64');
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content)) throw invalid('Blob', 'content', 'content is not base64');
  return Buffer.from(content, 'base64');
}

function fullId(text: string): string {
  return /^[0-9a-f]{40}$/.test(text) ? text : '';
}

/** A tree by its id, by a commit or branch, or as Decap asks for it: `branch:folder`. */
async function resolveTree(local: Local, expression: string): Promise<string | undefined> {
  const colon = expression.indexOf(':');
  const name = colon < 0 ? expression : expression.slice(0, colon);
  const path = colon < 0 ? '' : expression.slice(colon + 1).replace(/^\/|\/$/g, '');
  const direct = /^[0-9a-f]{40}$/.test(name) ? await local.repository.reader.info(name) : undefined;
  const root = direct?.type === 'tree' ? name : await local.repository.commitOid(name);
  if (!root || (path !== '' && pathFault(path))) return undefined;
  const found = await local.repository.reader.info(
    direct?.type === 'tree' && path === '' ? root : `${root}:${path}`,
  );
  return found?.type === 'tree' ? found.oid : undefined;
}

async function treeJson(local: Local, at: Addresses, sha: string, recursive: boolean) {
  const entries = await local.repository.listTree(sha, recursive);
  return {
    sha,
    url: `${at.repo}/git/trees/${sha}`,
    tree: entries.map((entry) => ({
      path: entry.path,
      mode: entry.mode,
      type: entry.type,
      sha: entry.oid,
      ...(entry.size === null ? {} : { size: entry.size }),
      url: `${at.repo}/git/${entry.type}s/${entry.oid}`,
    })),
    truncated: false,
  };
}

/** One entry of the tree that is asked for; content that comes with it is added to the blobs. */
async function readChange(local: Local, item: Body, blobs: Buffer[]): Promise<TreeChange> {
  const path = item.text('path');
  const fault = pathFault(path);
  if (fault)
    throw new ApiError(
      422,
      `tree.path contains a malformed path component. Path "${path.slice(0, 200)}": ${fault}.`,
    );
  if (item.get('sha') === null) return { path, entry: null };
  const mode = item.optionalText('mode') ?? '100644';
  if (!modes.includes(mode)) throw new ApiError(422, `tree.mode ${mode} is not a valid mode`);
  const content = item.optionalText('content');
  if (content !== undefined) {
    const blob = Buffer.from(content);
    blobs.push(blob);
    return { path, entry: { mode, oid: objectId({ type: 'blob', content: blob }) } };
  }
  const sha = item.text('sha');
  const wanted = mode === '040000' ? 'tree' : 'blob';
  const found = await local.repository.reader.info(fullId(sha));
  if (mode !== '160000' && found?.type !== wanted)
    throw new ApiError(422, `tree.sha ${sha.slice(0, 80)} is not a valid ${wanted}`);
  return { path, entry: { mode: mode === '040000' ? treeMode : mode, oid: sha } };
}

function readSignature(part: Body | undefined, otherwise: Signature): Signature {
  if (!part) return otherwise;
  const date = part.optionalText('date');
  const instant = date === undefined ? undefined : parseInstant(date);
  if (date !== undefined && instant === undefined) throw invalid('Commit', 'date', 'date is not ISO 8601');
  return {
    name: part.text('name'),
    email: part.text('email'),
    seconds: instant === undefined ? otherwise.seconds : Math.floor(instant / 1000),
    zone: '+0000',
  };
}
