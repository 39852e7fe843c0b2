/**
 * Paraf beside other generators of static sites, in one run: the same corpus, comparable pages, each as a whole process,
 * output in memory. Paraf publishes from a repository, the proof of every entry included; the others build from a folder
 * of files and prove nothing. Pictures and search are apart for all.
 * Usage: node scripts/run.mjs bench/peers/compare.ts [sizes]
 */
import { rmSync } from 'node:fs';
import { currentSite } from '../../scripts/publish/deploy.ts';
import { workFolder } from '../folders.ts';
import { costText, type Cost } from '../measure.ts';
import { openPublication, publishChanges } from '../publication.ts';
import { sizesOf, tell } from '../rows.ts';
import { eleventy, hugo, measured, pagesIn, type Measured } from './generator.ts';

const acts = [
  ['everything', 'cold'],
  ['one new item', 'change'],
] as const;

for (const size of sizesOf(process.argv[2])) {
  const folder = workFolder();
  const paraf = await ownMeasure(size, folder);
  for (const [what, act] of acts) tell({ what: `Paraf, ${what}`, size, value: costText(paraf[act]) });
  for (const generator of [hugo(), eleventy()]) {
    if (generator === null) {
      tell({ what: 'Hugo', size, value: 'not run: `hugo` is not on the path' });
      continue;
    }
    const other = await measured(generator, size, folder);
    for (const [what, act] of acts) {
      const value = `${costText(other[act])}; Paraf ${ratio(paraf[act], other[act])}`;
      tell({ what: `${generator.name}, ${what}`, size, value });
    }
    tell({
      what: `pages of ${generator.name} beside Paraf's`,
      size,
      value: `${other.pages} to ${paraf.pages}`,
    });
  }
  rmSync(folder, { recursive: true, force: true });
}

async function ownMeasure(size: number, folder: string): Promise<Measured> {
  const publication = await openPublication(size, folder);
  const cold = await publication.publish();
  for (const [at, line] of cold.phases) console.log(`${at.toFixed(1).padStart(16)} s  ${line}`);
  const pages = pagesIn(currentSite(publication.dataDir)!);
  const { median: change } = await publishChanges(publication, 1);
  rmSync(publication.dataDir, { recursive: true, force: true });
  return { cold, change, pages };
}

/** How much longer, and with how much more memory, Paraf takes than another. */
function ratio(paraf: Cost, other: Cost): string {
  const times = (a: number | null, b: number | null) =>
    a === null || b === null ? '?' : `${(a / b).toFixed(2)} ×`;
  return `${times(paraf.wall, other.wall)} the time, ${times(paraf.cpu, other.cpu)} the CPU, ${times(paraf.memory, other.memory)} the memory`;
}
