import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildOptions } from '../build.ts';

export interface Publication {
  readonly asOf: string;
  readonly items: readonly { readonly path: string }[];
  readonly pertama: Readonly<Record<string, string>>;
}

/** Builds a portal that shows what it was built from: cheap, and as honest as the real one. */
export function fakeBuild({ root, outDir }: BuildOptions): Promise<void> {
  const publication = JSON.parse(readFileSync(join(root, 'penerbitan.json'), 'utf8')) as Publication;
  mkdirSync(outDir, { recursive: true });
  const pages = publication.items.map(({ path }) => readFileSync(join(root, path, 'index.md'), 'utf8'));
  const system = readFileSync(join(root, 'site/halaman.txt'), 'utf8');
  writeFileSync(join(outDir, 'index.html'), [system, publication.asOf, ...pages].join('\n'));
  return Promise.resolve();
}
