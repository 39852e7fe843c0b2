import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

export interface RunOptions {
  /** The exported tree: its code builds its content. */
  readonly root: string;
  /** Where the finished portal goes. */
  readonly outDir: string;
  /** Folder that keeps what speeds up the next build. */
  readonly cacheDir: string;
  /** `node_modules` of the checkout. */
  readonly modules: string;
  /** Public address, where it is another than `content/situs.yml` says. */
  readonly site?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The build did not finish; the old portal stays. */
export class BuildError extends Error {}

/** Runs `astro build` of the exported tree, from an index that was prepared for it. */
export async function build(options: RunOptions & { readonly index: string }): Promise<void> {
  const require = createRequire(join(options.modules, 'paraf.js'));
  const astro = join(dirname(require.resolve('astro/package.json')), 'bin', 'astro.mjs');
  await runAstro(options, [astro, 'build', '--root', 'site'], { PARAF_INDEX: options.index });
  if (!existsSync(join(options.outDir, 'index.html')))
    throw new BuildError('Portal dibangun tetapi tidak punya halaman depan, jadi portal lama tetap tayang.');
}

/** Runs a program that builds with Astro in the exported tree. */
export async function runAstro(
  options: RunOptions,
  program: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const { root, outDir, cacheDir, modules } = options;
  linkModules(join(root, 'node_modules'), modules);
  mkdirSync(cacheDir, { recursive: true });
  rmSync(outDir, { recursive: true, force: true });
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...program], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: options.signal,
    env: {
      ...process.env,
      // What a surrounding shell or test runner calls it decides what pages carry: the policy of each, for one.
      NODE_ENV: 'production',
      NO_COLOR: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
      PARAF_CONTENT: root,
      PARAF_DIST: outDir,
      PARAF_CACHE: cacheDir,
      ...(options.site === undefined ? {} : { PARAF_SITE: options.site }),
      ...env,
    },
  });
  const tail: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() === '') return;
      tail.push(line);
      if (tail.length > 40) tail.shift();
    });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0)
    throw new BuildError(
      `Portal tidak dapat dibangun, jadi portal lama tetap tayang. Kata Astro:\n${tail.join('\n')}`,
    );
}

/** The exported tree has the code alone; its libraries are those that this checkout installed. */
function linkModules(link: string, modules: string): void {
  if (existsSync(link)) return;
  rmSync(link, { force: true });
  symlinkSync(modules, link, process.platform === 'win32' ? 'junction' : 'dir');
}
