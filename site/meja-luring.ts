import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildSync } from 'esbuild';
import type { Shell, ShellFile } from './src/meja/worker/shell.ts';

const program = fileURLToPath(new URL('src/meja/worker/worker.ts', import.meta.url));

/** Files beside the page that change under the same name. */
const beside = ['kantor.json', 'manifest.webmanifest', 'ikon.svg', '../lambang.svg'];

/** Writes the desk's service worker after everything that it keeps has been written (decision 23). */
export function offlineDesk(): AstroIntegration {
  /** Folder of the files whose names hold their content. */
  let assets = '';
  return {
    name: 'offline-desk',
    hooks: {
      'astro:config:done': ({ config }) => {
        assets = config.build.assets;
      },
      'astro:build:done': ({ dir }) => writeWorker(fileURLToPath(dir), assets),
    },
  };
}

/**
 * Writes `meja/pekerja.js` into a finished portal.
 *
 * @param folder the portal
 * @param assets its folder of files whose names hold their content
 */
export function writeWorker(folder: string, assets: string): void {
  const { outputFiles } = buildSync({
    entryPoints: [program],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    define: { SHELL: JSON.stringify(shellOf(folder, assets)) },
  });
  writeFileSync(join(folder, 'meja/pekerja.js'), outputFiles[0]!.contents);
}

/** The shell: the page, what stands beside it, and every script, style and font that it names, or a script of it. */
function shellOf(folder: string, assets: string): Shell {
  const read = (path: string) => readFileSync(join(folder, path));
  const file = (path: string, address: string, isFixed: boolean): ShellFile => ({
    address,
    hash: createHash('sha256').update(read(path)).digest('hex'),
    isFixed,
  });
  const files = [
    file('meja/index.html', '', false),
    ...beside.map((name) => file(join('meja', name), name, false)),
    ...namedAssets(folder, assets).map((name) => file(`${assets}/${name}`, `../${assets}/${name}`, true)),
  ];
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  return { version, files };
}

/** Names of assets that the desk's page holds, and that the scripts among them hold in turn. */
function namedAssets(folder: string, assets: string): string[] {
  const names = readdirSync(join(folder, assets));
  const found = new Set<string>();
  const look = (path: string) => {
    const text = readFileSync(join(folder, path), 'utf8');
    for (const name of names.filter((one) => !found.has(one) && text.includes(one))) {
      found.add(name);
      // Fonts that a style sheet names for other alphabets are left to the day when somebody needs them.
      if (name.endsWith('.js')) look(`${assets}/${name}`);
    }
  };
  look('meja/index.html');
  return [...found].sort();
}
