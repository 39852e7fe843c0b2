import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { refOf, type Local } from '../local.ts';
import { followAll, followHeld, moveRef, openIntents, settle } from './moves.ts';
import type { PullRow } from './rows.ts';

/** Puts right what a crash left: locks of dead git processes, unfinished moves, branches of merged pull requests. */
export async function recover(local: Local): Promise<void> {
  await releaseLocks(local.repository.directory);
  local.db.run('DELETE FROM intent WHERE dropped = 1');
  for (const intent of openIntents(local, false))
    await local.locks.hold(intent.ref, () => settle(local, intent));
  await followAll(local);
  await deleteMergedHeads(local);
}

/** Deletes the branches of merged pull requests, if they still stand as they were merged. */
export async function deleteMergedHeads(local: Local): Promise<void> {
  const sql = 'SELECT * FROM pull JOIN issue USING (number) WHERE delete_head = 1';
  for (const pull of local.db.all<PullRow>(sql)) {
    const ref = refOf(pull.head_ref);
    await local.locks.hold(ref, async () => {
      const before = await followHeld(local, ref);
      if (before === pull.head_sha)
        await moveRef(local, { ref, before, after: undefined, actor: pull.merged_by });
      local.db.update('pull', 'number', pull.number, { delete_head: 0 });
    });
  }
}

/** Waits a moment for git processes that outlived the server, then removes locks that nobody holds any more. */
async function releaseLocks(directory: string): Promise<void> {
  for (let wait = 0; wait < 20 && lockFiles(directory).length > 0; wait += 1) await sleep(100);
  const old = Date.now() - 1500;
  for (const file of lockFiles(directory))
    if ((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < old) rmSync(file, { force: true });
}

function lockFiles(directory: string): string[] {
  const top = readdirSync(directory);
  const below = ['refs', 'objects/info'].flatMap((folder) =>
    readdirSync(join(directory, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name),
    ),
  );
  return [...top, ...below].filter((name) => name.endsWith('.lock')).map((name) => join(directory, name));
}
