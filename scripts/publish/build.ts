import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

export interface BuildOptions {
  /** The exported tree: its code builds its content. */
  readonly root: string;
  /** Folder that holds its `content/`, where that is another. */
  readonly content?: string | undefined;
  /** Index of what is published, prepared for this build. */
  readonly index: string;
  /** Where the finished portal goes. */
  readonly outDir: string;
  /** Folder that keeps what speeds up the next build. */
  readonly cacheDir: string;
  /** `node_modules` of the checkout. */
  readonly modules: string;
  /** Public address, where it is another than `content/situs.yml` says. */
  readonly site?: string | undefined;
  readonly onProgress?: ((line: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The build did not finish; the old portal stays. */
export class BuildError extends Error {}

/** Runs `astro build` of the exported tree with this Node, as a process of its own. */
export async function build(options: BuildOptions): Promise<void> {
  const require = createRequire(join(options.modules, 'paraf.js'));
  const astro = join(dirname(require.resolve('astro/package.json')), 'bin', 'astro.mjs');
  await runBuild(options, [astro, 'build', '--root', 'site']);
  if (!existsSync(join(options.outDir, 'index.html')))
    throw new BuildError('Portal dibangun tetapi tidak punya halaman depan, jadi portal lama tetap tayang.');
}

/** Runs a program of Astro in the exported tree; one that shows nothing published needs no index. */
export async function runBuild(
  options: Omit<BuildOptions, 'index'> & Partial<Pick<BuildOptions, 'index'>>,
  program: readonly string[],
): Promise<void> {
  const { root, outDir, cacheDir, modules, onProgress } = options;
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
      PARAF_CONTENT: options.content ?? root,
      PARAF_DIST: outDir,
      PARAF_CACHE: cacheDir,
      ...(options.index === undefined ? {} : { PARAF_INDEX: options.index }),
      ...(options.site === undefined ? {} : { PARAF_SITE: options.site }),
    },
  });
  const tail: string[] = [];
  const tell = pageCounter(onProgress);
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() === '') return;
      tail.push(line);
      if (tail.length > 40) tail.shift();
      tell(line);
    });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0)
    throw new BuildError(
      `Portal tidak dapat dibangun, jadi portal lama tetap tayang. Kata astro build:\n${tail.join('\n')}`,
    );
}

/** Astro's output as one line a second: how many pages are done. */
function pageCounter(onProgress: BuildOptions['onProgress']): (line: string) => void {
  let pages = 0;
  let told = performance.now();
  return (line) => {
    if (!/[├└]─/.test(line)) return;
    pages += 1;
    if (performance.now() - told < 1000) return;
    told = performance.now();
    onProgress?.(`Membangun portal: ${pages} halaman …`);
  };
}

/** The exported tree has the code alone; its libraries are those that this checkout installed. */
function linkModules(link: string, modules: string): void {
  if (existsSync(link)) return;
  rmSync(link, { force: true });
  symlinkSync(modules, link, process.platform === 'win32' ? 'junction' : 'dir');
}
