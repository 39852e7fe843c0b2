/**
 * How long a portal is proven by `paraf verify`, as a process of its own: every entry, every merge, every byte that is
 * live; and how long one item more takes that is proven from the state before, as `paraf publish` does it. Asked for are
 * 50,000 entries in 10 s. Usage: node scripts/run.mjs bench/verify.ts [sizes]
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { advance } from '../scripts/publish/since/advance.ts';
import { keepProven, provenBy, readProven } from '../scripts/publish/since/proven.ts';
import { verify } from '../scripts/publish/verify.ts';
import { openArchive, type Archive } from './corpus/archive.ts';
import { repository } from './corpus/article.ts';
import { workFolder } from './folders.ts';
import { costOf, costText, ownProgram } from './measure.ts';
import { sizesOf, tell } from './rows.ts';

const more = 10;

for (const size of sizesOf(process.argv[2])) {
  const folder = workFolder();
  const archive = await openArchive(size, folder);
  const program = join(repository, 'scripts/cli.ts');
  const cost = await costOf(ownProgram(program, 'verify', '--repo', archive.repoDir, '--json'));
  const { terbukti, tayang } = JSON.parse(cost.said) as { terbukti: boolean; tayang: number };
  if (!terbukti || tayang !== archive.count) throw new Error(`not proven: ${cost.said}`);
  tell({ what: '`paraf verify`', size, value: costText(cost) });

  const times = await proveMore(archive, join(folder, 'terbukti.sqlite'));
  const [first = 0, ...later] = times;
  const median = later.toSorted((a, b) => a - b)[Math.floor(later.length / 2)] ?? 0;
  const value = `${Math.round(first)} ms at first, then ${Math.round(median)} ms (n = ${later.length})`;
  tell({ what: 'prove one item from the state before', size, value });
  rmSync(folder, { recursive: true, force: true });
}

/** Approves some items one by one, each proven from the state before; the milliseconds of each. */
async function proveMore(archive: Archive, file: string): Promise<number[]> {
  const { git } = archive;
  const database = new DatabaseSync(file);
  const verification = await verify(git);
  keepProven(database, await provenBy(git, verification), verification.ledger);
  const times: number[] = [];
  for (let one = 0; one < more; one += 1) {
    await archive.merge();
    const begin = performance.now();
    const since = readProven(database);
    const told = 'reason' in since ? since : await advance(git, database, since);
    if ('reason' in told) throw new Error(told.reason);
    keepProven(database, told.proven, told.entries);
    times.push(performance.now() - begin);
    if (told.changes.length !== 1 || told.findings.length > 0) throw new Error('not one item came');
  }
  database.close();
  return times;
}
