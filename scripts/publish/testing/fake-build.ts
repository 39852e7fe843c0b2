import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildOptions } from '../build.ts';
import { openPrepared } from '../index/database.ts';
import { readState } from '../index/state.ts';

/** Builds a portal that shows what it was built from: cheap, and as honest as the real one. */
export function fakeBuild({ root, index, outDir }: BuildOptions): Promise<void> {
  const database = openPrepared(index);
  const items = database.prepare("SELECT path FROM item WHERE judul <> '' ORDER BY path").all();
  const asOf = readState(database)?.asOf;
  database.close();
  mkdirSync(outDir, { recursive: true });
  const pages = items.map(({ path }) => bodyOf(readFileSync(join(root, String(path), 'index.md'), 'utf8')));
  const system = readFileSync(join(root, 'site/halaman.txt'), 'utf8');
  writeFileSync(join(outDir, 'index.html'), [system, asOf, ...pages].join('\n'));
  return Promise.resolve();
}

/** Text of an item, as it stands after the front matter. */
function bodyOf(file: string): string {
  return file.slice(file.indexOf('\n---\n\n') + '\n---\n\n'.length);
}
