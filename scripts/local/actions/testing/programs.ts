/** Programs that stand before those of the machine where workflows run here. */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const modules = resolve(import.meta.dirname, '../../../../node_modules');

/**
 * A folder with this Node, and an npm that only knows `ci`: it gives the libraries of this checkout, and an Astro that
 * builds one page of every item, and one with a broken link. Everything else of a publication is the real thing.
 */
export function makePrograms(folder: string): string {
  const bin = join(folder, 'bin');
  const astro = join(folder, 'astro');
  mkdirSync(bin, { recursive: true });
  mkdirSync(join(astro, 'bin'), { recursive: true });
  symlinkSync(process.execPath, join(bin, 'node'));
  writeFileSync(
    join(bin, 'npm'),
    `#!/bin/sh
set -eu
[ "$1" = ci ]
mkdir node_modules
for one in '${modules}'/* '${modules}'/.bin; do
  case "$one" in */astro) ;; *) ln -s "$one" node_modules/ ;; esac
done
ln -s '${astro}' node_modules/astro
`,
  );
  chmodSync(join(bin, 'npm'), 0o755);
  writeFileSync(
    join(astro, 'package.json'),
    '{"name":"astro","version":"0.0.0","exports":{"./package.json":"./package.json"}}',
  );
  writeFileSync(
    join(astro, 'bin/astro.mjs'),
    `import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
const { PARAF_CONTENT: root, PARAF_DIST: out, PARAF_INDEX: index } = process.env;
const items = new DatabaseSync(index, { readOnly: true }).prepare("SELECT path FROM item WHERE judul <> ''").all();
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'index.html'), items.map(({ path }) => path).join('\\n'));
mkdirSync(join(out, '.well-known'));
mkdirSync(join(out, 'ppid/unduh'), { recursive: true });
writeFileSync(join(out, 'ppid/index.html'), '<a href="/hilang/">');
writeFileSync(join(out, 'ppid/unduh/daftar-informasi-publik.json'), '{"keadaan":"2026-11-02","daftar":[]}');
writeFileSync(join(out, '.well-known/security.txt'), 'Contact: mailto:redaksi@portal.example');
for (const { path } of items) {
  mkdirSync(join(out, path), { recursive: true });
  writeFileSync(join(out, path, 'index.html'), readFileSync(join(root, path, 'index.md')));
}
`,
  );
  return dirname(join(bin, 'node'));
}
