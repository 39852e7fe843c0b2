import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = resolve(import.meta.dirname, '../../..');
/** Where the bundle is kept: in the repository, for an action has no install step. */
export const bundleFile = join(root, '.github/actions/gate/dist/index.cjs');

/** Zod carries its messages in some fifty languages, which nobody asks for: ours are in `core/schema-messages.ts`. */
const withoutLanguages: Plugin = {
  name: 'without-languages',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: 'export {};',
    }));
  },
};

/** Every file of the bundle, as it must stand in the repository: path → bytes. */
export async function bundleAction(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['scripts/github/action/main.ts'],
    outfile: bundleFile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    minify: true,
    // A stack trace in a log must still say where.
    keepNames: true,
    legalComments: 'linked',
    plugins: [withoutLanguages],
    logLevel: 'warning',
    write: false,
  });
  return new Map(outputFiles.map(({ path, contents }) => [path, contents]));
}

if (process.argv[1] === import.meta.filename) {
  await mkdir(dirname(bundleFile), { recursive: true });
  for (const [path, bytes] of await bundleAction()) await writeFile(path, bytes);
}
