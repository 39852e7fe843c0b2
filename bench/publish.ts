/**
 * What publishing costs, from the merge of one approved item to the switched site, beside a publication of everything;
 * pictures are made before. Then what follows: the index of the search, what a reader's questions load of it, and the
 * bytes that go to a web server. Fails where a question loads more than decision 0034 allows.
 * Usage: node scripts/run.mjs bench/publish.ts [sizes] [changes]
 */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './corpus/article.ts';
import { workFolder } from './folders.ts';
import { bytesText, costOf, costText, ownProgram } from './measure.ts';
import { openPublication, publishChanges, type Publication } from './publication.ts';
import { dearestQuestions, searchLimits } from './questions.ts';
import { sizesOf, tell } from './rows.ts';
import { senderOf } from './sending.ts';

const changes = Number(process.argv[3] ?? 3);

/** What a run of the workflow pays for leaving its state to the next one, and for taking it up. */
async function tellKeeping(size: number, { archive, dataDir }: Publication, folder: string): Promise<void> {
  const file = join(folder, 'simpanan.tar.zst');
  const cli = join(repository, 'scripts/cli.ts');
  const kept = await costOf(ownProgram(cli, 'simpanan', 'simpan', '--data', dataDir, '--out', file));
  const packed = bytesText(statSync(file).size);
  tell({ what: 'keep it for the next run', size, value: `${packed}, ${costText(kept)}` });
  const taken = await costOf(ownProgram(join(repository, 'bench/take-up.ts'), archive.repoDir, file, folder));
  tell({ what: 'take up what was kept', size, value: costText(taken) });
  for (const made of [file, join(folder, 'diambil')]) rmSync(made, { recursive: true });
}

for (const size of sizesOf(process.argv[2])) {
  const folder = workFolder();
  const publication = await openPublication(size, folder);
  const { dataDir } = publication;
  const follow = () => costOf(ownProgram(join(repository, 'scripts/cli.ts'), 'cari', '--data', dataDir));
  const send = senderOf(folder, dataDir);

  tell({ what: 'publish everything, proof included', size, value: costText(await publication.publish()) });
  tell({ what: 'search index of everything', size, value: costText(await follow()) });
  tell({ what: 'deploy everything by rsync', size, value: await send() });
  await tellKeeping(size, publication, folder);

  const { median, count } = await publishChanges(publication, changes);
  tell({ what: '**publish one approved item**', size, value: `${costText(median)} (n = ${count})` });
  tell({ what: 'search follows', size, value: costText(await follow()) });
  tell({ what: 'deploy what changed by rsync', size, value: await send() });
  const { first, later } = await dearestQuestions(dataDir);
  tell({ what: 'search: first query, at most', size, value: bytesText(first) });
  tell({ what: 'search: later query, at most', size, value: bytesText(later) });
  if (first > searchLimits.first || later > searchLimits.later) process.exitCode = 1;
  rmSync(folder, { recursive: true, force: true });
}
