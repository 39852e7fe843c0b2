import type { WrittenFile } from '../manifest.ts';
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { progressOf } from '../progress.ts';
import { pathOf } from './question.ts';
import { copyFixed, openRenderer, type Renderer, type RenderOptions } from './renderer.ts';

export interface RenderAllOptions extends RenderOptions {
  readonly onProgress?: ((line: string) => void) | undefined;
  /** The first of its processes, where it is there already. It is closed with the others. */
  readonly renderer?: Renderer;
  /** Processes at once; as many as the machine has cores, unless a test says otherwise. */
  readonly processes?: number;
}

/** Addresses that a process is given at once: neighbours, which share what they read. */
const atOnce = 64;

/**
 * Renders the whole portal into an empty folder: the files that `astro build` writes, byte for byte. Where a page fails
 * nothing is left of it.
 */
export async function renderAll(options: RenderAllOptions): Promise<WrittenFile[]> {
  const { bundle, outDir, onProgress = () => undefined } = options;
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  copyFixed(bundle, bundle.files, outDir);
  const renderers = Array.from({ length: options.processes ?? availableParallelism() }, (_, place) =>
    place === 0 && options.renderer !== undefined ? options.renderer : openRenderer(options),
  );
  const stop = () => Promise.all(renderers.map((renderer) => renderer.close()));
  try {
    onProgress('Mendaftar halaman portal …');
    const fixed = new Set(bundle.files.map(({ path }) => path));
    const all = (await renderers[0]?.addresses()) ?? [];
    const wanted = all.filter((address) => !fixed.has(pathOf(address)));
    const written = await share(renderers, wanted, progressOf('Membuat halaman', wanted.length, onProgress));
    await stop();
    return [...bundle.files, ...written];
  } catch (error) {
    await stop();
    rmSync(outDir, { recursive: true, force: true });
    throw error;
  }
}

/** Gives each process its next addresses as soon as it is done with those before. */
async function share(
  renderers: readonly Renderer[],
  addresses: readonly string[],
  tell: (done: number) => void,
): Promise<WrittenFile[]> {
  const written: WrittenFile[] = [];
  let next = 0;
  const work = async (renderer: Renderer) => {
    while (next < addresses.length) {
      const some = addresses.slice(next, (next += atOnce));
      written.push(...(await renderer.render(some)));
      tell(written.length);
    }
  };
  await Promise.all(renderers.map(work));
  return written;
}
