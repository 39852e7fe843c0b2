import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writtenIn } from '../manifest.ts';
import type { PageJob, PageMaker } from '../render/page-maker.ts';
import { openPrepared } from '../index/database.ts';
import { readState } from '../index/state.ts';

/** Makes pages by one function that writes all of them; what a change touches is all of them too. */
export function pagesBy(build: (job: PageJob) => void | Promise<void>): PageMaker {
  const all = async (job: PageJob) => {
    await build(job);
    return writtenIn(job.outDir);
  };
  return {
    open: (job) => ({
      all: () => all(job),
      make: async () => ({ writes: await all(job), removes: [] }),
      close: () => Promise.resolve(),
    }),
  };
}

/** A portal that shows what it was made from: cheap, and as honest as the real one. */
export const fakePages = pagesBy(fakeBuild);

export function fakeBuild({ root, index, outDir }: PageJob): void {
  const database = openPrepared(index);
  const items = database.prepare("SELECT path FROM item WHERE judul <> '' ORDER BY path").all();
  const asOf = readState(database)?.asOf;
  database.close();
  mkdirSync(outDir, { recursive: true });
  const pages = items.map(({ path }) => bodyOf(readFileSync(join(root, String(path), 'index.md'), 'utf8')));
  const system = readFileSync(join(root, 'site/halaman.txt'), 'utf8');
  writeFileSync(join(outDir, 'index.html'), [system, asOf, ...pages].join('\n'));
}

/** Text of an item, as it stands after the front matter. */
function bodyOf(file: string): string {
  return file.slice(file.indexOf('\n---\n\n') + '\n---\n\n'.length);
}
