import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runAstro, type RunOptions } from '../build.ts';
import { writeWhole } from '../export.ts';
import { librariesOf } from '../libraries.ts';
import { writtenIn, type WrittenFile } from '../manifest.ts';

/** Changes whenever a bundle of before would be asked something that it cannot answer. */
const bundleVersion = 2;
/** Bundles that are kept: that of now, and that of before in case a change of code is undone. */
const keptBundles = 2;

/** The pages, ready to be rendered one at a time. */
export interface Bundle {
  /** `halaman/` has the pages, `statis/` what stands on the portal as it is. */
  readonly folder: string;
  /** The files of `statis/`: styles, scripts, fonts, the desk, and pages that depend on nothing published. */
  readonly files: readonly WrittenFile[];
}

export interface BundleOptions extends Omit<RunOptions, 'outDir'> {
  /** Folder that holds the tree's `content/`, where that is another. */
  readonly content?: string | undefined;
  /** What stands for all of its code, settings and pages: the sidik of the recorded system. */
  readonly sistem: string;
  readonly onProgress?: ((line: string) => void) | undefined;
}

/**
 * The bundle of the pages of a tree: what is kept, else made. It is a function of the system, the libraries, the
 * version of Node and the portal's address, and never of what is published.
 */
export async function makeBundle(options: BundleOptions): Promise<Bundle> {
  const all = join(options.cacheDir, 'bundel');
  const folder = join(all, bundleName(options));
  const list = join(folder, 'bundel.json');
  if (!existsSync(list)) {
    options.onProgress?.('Membundel halaman portal …');
    const making = join(all, 'baru');
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true });
    const statis = join(making, 'statis');
    await runAstro(
      { ...options, outDir: statis },
      [join(options.root, 'site/bundel.ts'), join(making, 'halaman')],
      options.content === undefined ? {} : { PARAF_CONTENT: options.content },
    );
    writeWhole(join(making, 'bundel.json'), JSON.stringify(await writtenIn(statis)));
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
    prune(all, folder);
  }
  return { folder, files: JSON.parse(readFileSync(list, 'utf8')) as WrittenFile[] };
}

function bundleName({ sistem, modules, site }: BundleOptions): string {
  return createHash('sha256')
    .update(JSON.stringify([bundleVersion, sistem, librariesOf(modules), process.version, site ?? null]))
    .digest('hex')
    .slice(0, 16);
}

function prune(all: string, current: string): void {
  const age = (folder: string) => (folder === current ? Infinity : statSync(folder).mtimeMs);
  const folders = readdirSync(all).map((name) => join(all, name));
  for (const folder of folders.toSorted((a, b) => age(b) - age(a)).slice(keptBundles))
    rmSync(folder, { recursive: true, force: true });
}
