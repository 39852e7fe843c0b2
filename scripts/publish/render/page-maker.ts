import type { WrittenFile } from '../manifest.ts';
import { join } from 'node:path';
import type { RunOptions } from '../build.ts';
import type { ShownChange } from '../index/shown.ts';
import { makeBundle, type Bundle } from './bundle.ts';
import { pathOf } from './question.ts';
import { renderAll } from './render-all.ts';
import { openRenderer, type RenderOptions } from './renderer.ts';

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
  /** Every file of the portal, into an empty folder. */
  all(job: PageJob): Promise<readonly WrittenFile[]>;
  /** The files that a change touches, and no others. */
  some(job: PageJob, change: ShownChange): Promise<MadePages>;
}

/** Makes them with a bundle of the portal's own pages, which is made once for each change of code. */
export const pageMaker: PageMaker = {
  async all(job) {
    const { onProgress } = job;
    return renderAll({ ...renderOptions(job, await makeBundle(job)), onProgress });
  },

  async some(job, change) {
    const renderer = openRenderer(renderOptions(job, await makeBundle(job)));
    try {
      const { render, remove } = await renderer.touched(change);
      return { writes: await renderer.render(render), removes: remove.map(pathOf) };
    } finally {
      await renderer.close();
    }
  },
};

function renderOptions(job: PageJob, bundle: Bundle): RenderOptions {
  const { root, index, outDir, cacheDir, modules, signal } = job;
  return { bundle, content: root, index, outDir, modules, signal, pictures: join(cacheDir, 'gambar') };
}
