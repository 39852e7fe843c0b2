/**
 * Paraf beside other generators of static sites, in one run: the same corpus, comparable pages, each as a whole process,
 * output in memory. Paraf publishes from a repository, the proof of every entry included; the others build from a folder
 * of files and prove nothing. Pictures and search are apart for all.
 * Usage: node scripts/run.mjs bench/peers/compare.ts [sizes]
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { currentSite } from '../../scripts/publish/deploy.ts';
import { workFolder } from '../folders.ts';
import { costText, seconds, type Cost } from '../measure.ts';
import { openPublication, publishChanges } from '../publication.ts';
import { sizesOf, tell } from '../rows.ts';
import { eleventy, hugo, measured, pagesIn, type Measured, type Pages } from './generator.ts';

/**
 * Paraf also where its pages are bundled already, as the programs of the others are compiled before; and of that, what
 * comes after the proof and the copy out of Git, when it has a folder of files as the others do.
 */
interface Own extends Measured {
  readonly bundled: Cost;
  readonly fromFiles: number;
}

for (const size of sizesOf(process.argv[2])) {
  const folder = workFolder();
  const paraf = await ownMeasure(size, folder);
  tell({ what: 'Paraf, everything', size, value: costText(paraf.cold) });
  tell({ what: 'Paraf, everything, its pages bundled before', size, value: costText(paraf.bundled) });
  tell({ what: 'of that, from the files on', size, value: seconds(paraf.fromFiles) });
  tell({ what: 'Paraf, one new item', size, value: costText(paraf.change) });
  tell({ what: 'pages of Paraf', size, value: pagesText(paraf.pages) });
  for (const generator of [hugo(), eleventy()]) {
    if (generator === null) {
      tell({ what: 'Hugo', size, value: 'not run: `hugo` is not on the path' });
      continue;
    }
    const { name } = generator;
    const { cold, change, pages } = await measured(generator, size, folder);
    const ratios = `Paraf ${ratio(paraf.cold, cold)}; bundled before ${ratio(paraf.bundled, cold)}; of that, from the files on ${times(paraf.fromFiles, cold.wall)} the time`;
    tell({ what: `${name}, everything`, size, value: `${costText(cold)}; ${ratios}` });
    const one = `${costText(change)}; Paraf ${ratio(paraf.change, change)}`;
    tell({ what: `${name}, one new item`, size, value: one });
    tell({ what: `pages of ${name}`, size, value: pagesText(pages) });
  }
  rmSync(folder, { recursive: true, force: true });
}

async function ownMeasure(size: number, folder: string): Promise<Own> {
  const publication = await openPublication(size, folder);
  const { dataDir } = publication;
  const cold = await publication.publish();
  for (const [at, line] of cold.phases) console.log(`${at.toFixed(1).padStart(16)} s  ${line}`);
  const pages = pagesIn(currentSite(dataDir)!);
  keepOnly(dataDir, ['terbit/singgahan/bundel', 'terbit/singgahan/gambar']);
  const bundled = await publication.publish();
  if (!bundled.isWhole) throw new Error('not everything was made anew with the bundle of before');
  const [copied] = bundled.phases.find(([, line]) => line === 'Mengolah naskah …') ?? [];
  if (copied === undefined) throw new Error('it did not say when it had its files');
  const { median: change } = await publishChanges(publication, 1);
  rmSync(dataDir, { recursive: true, force: true });
  return { cold, bundled, fromFiles: bundled.wall - copied, change, pages };
}

/** Removes everything below a folder but these, as if nothing had been published. */
function keepOnly(folder: string, kept: readonly string[]): void {
  for (const name of readdirSync(folder)) {
    if (kept.includes(name)) continue;
    const within = kept
      .filter((path) => path.startsWith(`${name}/`))
      .map((path) => path.slice(name.length + 1));
    if (within.length > 0) keepOnly(join(folder, name), within);
    else rmSync(join(folder, name), { recursive: true });
  }
}

function pagesText({ all, itemBytes }: Pages): string {
  return `${all.toLocaleString('en')}, an item's ${itemBytes.toLocaleString('en')} B`;
}

/** How much longer, and with how much more memory, Paraf takes than another. */
function ratio(paraf: Cost, other: Cost): string {
  return `${times(paraf.wall, other.wall)} the time, ${times(paraf.cpu, other.cpu)} the CPU, ${times(paraf.memory, other.memory)} the memory`;
}

function times(a: number | null, b: number | null): string {
  return a === null || b === null ? '?' : `${(a / b).toFixed(2)} ×`;
}
