/**
 * How long a portal is proven by `paraf verify`, as a process of its own: every entry, every merge, every byte that is
 * live. Asked for are 50,000 entries in 10 s. Usage: node scripts/run.mjs bench/verify.ts [sizes]
 */
import { join } from 'node:path';
import { repository } from './corpus/article.ts';
import { openArchive } from './corpus/archive.ts';
import { workFolder } from './folders.ts';
import { costOf, costText, ownProgram } from './measure.ts';
import { sizesOf, tell } from './rows.ts';

for (const size of sizesOf(process.argv[2])) {
  const { repoDir, count } = await openArchive(size, workFolder());
  const program = join(repository, 'scripts/cli.ts');
  const cost = await costOf(ownProgram(program, 'verify', '--repo', repoDir, '--json'));
  const { terbukti, tayang } = JSON.parse(cost.said) as { terbukti: boolean; tayang: number };
  if (!terbukti || tayang !== count) throw new Error(`not proven: ${cost.said}`);
  tell({ what: '`paraf verify`', size, value: costText(cost) });
}
