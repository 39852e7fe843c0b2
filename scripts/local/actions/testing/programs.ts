/** Programs that stand before those of the machine where workflows run here. */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const modules = resolve(import.meta.dirname, '../../../../node_modules');

/** What `site/bundel.ts` asks of Astro. */
const bundler = `import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
export async function build() {
  const [, , folder] = process.argv;
  mkdirSync(folder, { recursive: true });
  copyFileSync(new URL('pages.mjs', import.meta.url), join(folder, 'pages.mjs'));
  mkdirSync(join(process.env.PARAF_DIST, '.well-known'), { recursive: true });
  writeFileSync(join(process.env.PARAF_DIST, '.well-known/security.txt'), 'Contact: mailto:redaksi@portal.example');
}
`;

/** What a bundle of pages answers (`site/src/render.ts`). */
const pages = `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
const { PARAF_CONTENT: root, PARAF_INDEX: index } = process.env;
const items = () =>
  new DatabaseSync(index, { readOnly: true }).prepare("SELECT path FROM item WHERE judul <> ''").all();
const fixed = {
  '/': () => items().map(({ path }) => path).join('\\n'),
  '/ppid/': () => '<a href="/hilang/">',
  '/ppid/unduh/daftar-informasi-publik.json': () => '{"keadaan":"2026-11-02","daftar":[]}',
};
export const getReady = async () => undefined;
export const addresses = async () => [...Object.keys(fixed), ...items().map(({ path }) => \`/\${path}/\`)];
export const touched = ({ rows }) => ({ render: ['/', ...rows.map(({ path }) => \`/\${path}/\`)], remove: [] });
export const render = async (address) =>
  Buffer.from(fixed[address]?.() ?? readFileSync(join(root, address, 'index.md')));
`;

/**
 * A folder with this Node, and an npm that only knows `ci`: it gives the libraries of this checkout, and an Astro that
 * builds one page of every item, and one with a broken link. Everything else of a publication is the real thing.
 */
export function makePrograms(folder: string): string {
  const bin = join(folder, 'bin');
  const astro = join(folder, 'astro');
  mkdirSync(bin, { recursive: true });
  mkdirSync(astro, { recursive: true });
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
    '{"name":"astro","version":"0.0.0","exports":{".":"./astro.mjs","./package.json":"./package.json"}}',
  );
  writeFileSync(join(astro, 'astro.mjs'), bundler);
  writeFileSync(join(astro, 'pages.mjs'), pages);
  return dirname(join(bin, 'node'));
}
