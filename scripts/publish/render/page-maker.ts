import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, BuildError, type RunOptions } from '../build.ts';
import type { ShownChange } from '../index/shown.ts';
import { writtenIn, type WrittenFile } from '../manifest.ts';
import { makeBundle } from './bundle.ts';
import { pathOf } from './question.ts';
import { renderAll } from './render-all.ts';
import { openRenderer, RenderError, type Renderer, type RenderOptions } from './renderer.ts';

/** What pages are made of, and where they go. */
export interface PageJob extends RunOptions {
  /** Index of what is published, as the publisher has prepared it. */
  readonly index: string;
  /** Sidik of the recorded system: what stands for all code, settings and pages. */
  readonly sistem: string;
  readonly onProgress?: ((line: string) => void) | undefined;
}

/** Files that were made, and paths within the portal at which nothing is any more. */
export interface MadePages {
  readonly writes: readonly WrittenFile[];
  readonly removes: readonly string[];
}

/** Makes the pages of a portal. */
export interface PageMaker {
  /** Gets ready for a portal, or a change of it, that is not known yet. */
  open(job: PageJob): PageSession;
}

/** Waits to be asked for the pages, once. */
export interface PageSession {
  /** Every file of the portal, into an empty folder. */
  all(): Promise<readonly WrittenFile[]>;
  /** The files that it touches, and no others. */
  make(change: ShownChange): Promise<MadePages>;
  close(): Promise<void>;
}

/**
 * Makes them with a bundle of the portal's own pages, which is made once for each change of code. Where that fails,
 * `astro build` makes everything.
 */
export const pageMaker: PageMaker = {
  open(job) {
    const opening = ready(job);
    // Told to whoever asks for pages; nobody may.
    opening.catch(() => undefined);
    return {
      async all() {
        try {
          return await renderAll({ ...(await opening), onProgress: job.onProgress });
        } catch (error) {
          const isOurs = error instanceof BuildError || error instanceof RenderError;
          if (!isOurs || !readsIndex(job.root) || job.signal?.aborted === true) throw error;
          job.onProgress?.(`${error.message}\nPortal dibangun dengan astro build.`);
          await build(job);
          return writtenIn(job.outDir);
        }
      },
      async make(change) {
        const { renderer } = await opening;
        const { render, remove } = await renderer.touched(change);
        return { writes: await renderer.render(render), removes: remove.map(pathOf) };
      },
      async close() {
        const opened = await opening.catch(() => null);
        await opened?.renderer.close();
      },
    };
  },
};

/** A renderer that gets ready, and what another one like it is opened with. */
async function ready(job: PageJob): Promise<RenderOptions & { readonly renderer: Renderer }> {
  if (!readsIndex(job.root))
    throw new BuildError(
      'Sistem yang tercatat lebih tua daripada program ini: halamannya (site/) belum membaca indeks yang disiapkan, ' +
        'jadi portal lama tetap tayang. Ajukan kode yang baru sebagai perubahan sistem, lalu terbitkan lagi setelah disetujui.',
    );
  const { root, index, outDir, cacheDir, modules, signal } = job;
  const bundle = await makeBundle(job);
  const pictures = join(cacheDir, 'gambar');
  const options = { bundle, content: root, index, outDir, modules, signal, pictures };
  return { ...options, renderer: openRenderer(options) };
}

/** Pages from before there were bundles do not read this index: they would take what is published for drafts. */
function readsIndex(root: string): boolean {
  return existsSync(join(root, 'site/bundel.ts'));
}
