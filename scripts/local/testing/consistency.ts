import { zeroOid } from '../git/repository.ts';
import { branchOf, refOf, type Local } from '../local.ts';
import { activityOf } from '../store/activity.ts';
import { listPulls } from '../store/issues.ts';
import { openIntents } from '../store/moves.ts';

/** Everything in which Git and the records disagree, in words; empty when nothing is half. */
export async function findDisagreements(local: Local): Promise<string[]> {
  const found: string[] = [];
  const refs = new Map((await local.repository.refs('refs/heads')).map(({ name, oid }) => [name, oid]));
  const rows = activityOf(local, {}).reverse();
  for (const ref of new Set([...refs.keys(), ...rows.map((row) => row.ref)])) {
    let at = zeroOid;
    for (const row of rows.filter((one) => one.ref === ref)) {
      if (row.before !== at) found.push(`${ref}: activity ${row.id} begins at ${row.before}, not at ${at}`);
      if (row.actor === null) found.push(`${ref}: activity ${row.id} has lost who did it`);
      at = row.after;
    }
    const stands = refs.get(ref) ?? zeroOid;
    if (stands !== at) found.push(`${ref} stands at ${stands}, its activity says ${at}`);
  }
  const main = refs.get(refOf('main'));
  const merges = rows.filter((row) => row.kind === 'pr_merge').map((row) => row.after);
  for (const pull of listPulls(local)) {
    const head = refs.get(refOf(pull.head_ref));
    if (pull.state === 'open' && head !== pull.head_sha)
      found.push(`#${pull.number} is open at ${pull.head_sha}, ${pull.head_ref} stands at ${head}`);
    if (pull.merged_at === null) continue;
    if (head === pull.head_sha) found.push(`#${pull.number} is merged and its branch still stands`);
    const commit = merges.indexOf(pull.merge_commit ?? '');
    if (commit < 0) found.push(`#${pull.number} is merged without activity`);
    else merges.splice(commit, 1);
    if (!main || !(await local.repository.isAncestor(pull.merge_commit!, main)))
      found.push(`#${pull.number} is merged, but not in main`);
  }
  for (const sha of merges) found.push(`${sha} was merged, but no pull request says so`);
  for (const intent of openIntents(local, false))
    found.push(`intent ${intent.id} of ${branchOf(intent.ref)} is open`);
  return found;
}
