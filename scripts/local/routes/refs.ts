import { branchFault } from '../git/paths.ts';
import { ApiError, notFound } from '../http/api-error.ts';
import { readBody } from '../http/body.ts';
import { pageOfList } from '../http/paging.ts';
import type { ApiApp } from '../http/routes.ts';
import { branchOf, refOf, type Local } from '../local.ts';
import { requireBranchDelete, requireBranchWrite, requireGrowth } from '../rules.ts';
import { addressesOf } from '../shape/addresses.ts';
import { commitJson, refJson } from '../shape/git.ts';
import { rulesFor } from '../store/rulesets.ts';
import { currentOid, followAll, followHeld, moveRef } from '../store/moves.ts';

/** `git/ref`, `git/refs`, `branches`. */
export function mountRefs(app: ApiApp, local: Local): void {
  const { repository, locks } = local;

  app.get('/git/ref/:name{.+}', async (c) => {
    const ref = `refs/${c.req.param('name')}`;
    const oid = await currentOid(local, ref);
    if (!oid) throw notFound();
    return c.json(refJson(addressesOf(c, local), ref, oid));
  });

  app.get('/git/matching-refs/:name{.*}', async (c) => {
    await followAll(local);
    const prefix = `refs/${c.req.param('name')}`;
    const refs = (await repository.refs('refs/heads')).filter((ref) => ref.name.startsWith(prefix));
    return c.json(refs.map((ref) => refJson(addressesOf(c, local), ref.name, ref.oid)));
  });

  app.post('/git/refs', async (c) => {
    const account = c.get('account');
    const body = await readBody(c);
    const ref = body.text('ref');
    requireBranchWrite(local, account, ref, 'creation');
    requireName(ref);
    const sha = await requireCommit(local, body.text('sha'));
    return locks.hold(ref, async () => {
      if (await followHeld(local, ref)) throw new ApiError(422, 'Reference already exists');
      // Git keeps references as files: `cms/berita` and `cms/berita/x` cannot both be there.
      const moved = await moveRef(local, { ref, before: undefined, after: sha, actor: account.id });
      if (!moved) throw new ApiError(422, 'Reference update failed');
      return c.json(refJson(addressesOf(c, local), ref, sha), 201);
    });
  });

  app.patch('/git/refs/:name{.+}', async (c) => {
    const account = c.get('account');
    const ref = `refs/${c.req.param('name')}`;
    requireBranchWrite(local, account, ref);
    const body = await readBody(c);
    const sha = await requireCommit(local, body.text('sha'));
    const force = body.flag('force');
    return locks.hold(ref, async () => {
      const before = await followHeld(local, ref);
      if (!before) throw new ApiError(422, 'Reference does not exist');
      const forced = !(await repository.isAncestor(before, sha));
      requireGrowth(local, account, ref, forced);
      if (forced && !force) throw new ApiError(422, 'Update is not a fast forward');
      const moved = before === sha || (await moveRef(local, { ref, before, after: sha, actor: account.id }));
      if (!moved) throw new ApiError(422, 'Reference update failed');
      return c.json(refJson(addressesOf(c, local), ref, sha));
    });
  });

  app.delete('/git/refs/:name{.+}', async (c) => {
    const account = c.get('account');
    const ref = `refs/${c.req.param('name')}`;
    return locks.hold(ref, async () => {
      const before = await followHeld(local, ref);
      if (!before || branchOf(ref) === undefined) throw new ApiError(422, 'Reference does not exist');
      requireBranchDelete(local, account, ref);
      const moved = await moveRef(local, { ref, before, after: undefined, actor: account.id });
      if (!moved) throw new ApiError(422, 'Reference update failed');
      return c.body(null, 204);
    });
  });

  app.get('/branches', async (c) => {
    await followAll(local);
    const { repo } = addressesOf(c, local);
    const refs = await repository.refs('refs/heads');
    const branches = refs.map(({ name, oid }) => ({
      name: branchOf(name)!,
      commit: { sha: oid, url: `${repo}/commits/${oid}` },
      protected: isProtected(local, name),
    }));
    return c.json(pageOfList(c, branches, (branch) => branch));
  });

  app.get('/branches/:name{.+}', async (c) => {
    const name = c.req.param('name');
    const oid = await currentOid(local, refOf(name));
    if (!oid) throw new ApiError(404, 'Branch not found');
    const at = addressesOf(c, local);
    const url = `${at.repo}/branches/${encodeURIComponent(name)}`;
    return c.json({
      name,
      commit: commitJson(local, at, await repository.mustCommit(oid)),
      _links: { self: url, html: `${at.html}/tree/${name}` },
      protected: isProtected(local, refOf(name)),
      protection: {},
      protection_url: `${url}/protection`,
    });
  });
}

/** Whether a rule keeps anybody at all from moving this branch. */
function isProtected(local: Local, ref: string): boolean {
  return rulesFor(local, null, ref, 'update').length > 0;
}

function requireName(ref: string): void {
  const fault = branchFault(branchOf(ref) ?? '');
  if (fault) throw new ApiError(422, `${ref.slice(0, 300)} is not a valid ref name. ${fault}.`);
}

async function requireCommit(local: Local, sha: string): Promise<string> {
  const found = /^[0-9a-f]{40}$/.test(sha) ? await local.repository.reader.info(sha) : undefined;
  if (!found) throw new ApiError(422, 'Object does not exist');
  if (found.type !== 'commit') throw new ApiError(422, 'Object is not a commit');
  return sha;
}
