import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runBuild } from '../build.ts';
import { writeWhole } from '../export.ts';
import { hashesOf, siteFiles } from '../manifest.ts';
import type { WrittenFile } from './question.ts';

/** Changes whenever a bundle of before would be asked something that it cannot answer. */
const bundleVersion = 1;
/** Bundles that are kept: that of now, and that of before in case a change of code is undone. */
const keptBundles = 2;

/** The pages, ready to be rendered one at a time. */
export interface Bundle {
  /** `halaman/` has the pages, `statis/` what stands on the portal as it is. */
  readonly folder: string;
  /** The files of `statis/`: styles, scripts, fonts, the desk, and pages that depend on nothing published. */
  readonly files: readonly WrittenFile[];
}

export interface BundleOptions {
  /** The exported tree. */
  readonly root: string;
  /** Folder that holds its `content/`, where that is another. */
  readonly content?: string | undefined;
  /** What stands for all of its code, settings and pages: the sidik of the recorded system. */
  readonly sistem: string;
  /** `node_modules` of the checkout. */
  readonly modules: string;
  /** Folder in which bundles are kept. */
  readonly cacheDir: string;
  /** Public address, where it is another than `content/situs.yml` says. */
  readonly site?: string | undefined;
  readonly onProgress?: ((line: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
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
    const program = join(options.root, 'site/bundel.ts');
    await runBuild({ ...options, outDir: statis, onProgress: undefined }, [program, join(making, 'halaman')]);
    writeWhole(join(making, 'bundel.json'), JSON.stringify(await describe(statis)));
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
    prune(all, folder);
  }
  return { folder, files: JSON.parse(readFileSync(list, 'utf8')) as WrittenFile[] };
}

function bundleName({ sistem, modules, site }: BundleOptions): string {
  const lock = join(modules, '..', 'package-lock.json');
  const libraries = existsSync(lock) ? readFileSync(lock, 'utf8') : '';
  return createHash('sha256')
    .update(JSON.stringify([bundleVersion, sistem, libraries, process.version, site ?? null]))
    .digest('hex')
    .slice(0, 16);
}

async function describe(folder: string): Promise<WrittenFile[]> {
  const hashes = await hashesOf(folder, siteFiles(folder));
  return [...hashes].map(([path, sha256]) => ({ path, sha256, size: statSync(join(folder, path)).size }));
}

function prune(all: string, current: string): void {
  const age = (folder: string) => (folder === current ? Infinity : statSync(folder).mtimeMs);
  const folders = readdirSync(all).map((name) => join(all, name));
  for (const folder of folders.toSorted((a, b) => age(b) - age(a)).slice(keptBundles))
    rmSync(folder, { recursive: true, force: true });
}
