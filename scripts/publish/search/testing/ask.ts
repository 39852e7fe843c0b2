import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { manifestFile, searchManifest } from '../update.ts';

interface Fragment {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  mergeIndex(path: string, options: object): Promise<void>;
  search(
    query: string | null,
    options: { filters?: Readonly<Record<string, string>> },
  ): Promise<{ results: { data(): Promise<Fragment> }[] }>;
}

/** Asks an index what a query finds, with the very program and files that the page of results fetches. */
export async function openSearch(outDir: string) {
  const { bagian } = searchManifest.parse(JSON.parse(readFileSync(join(outDir, manifestFile), 'utf8')));
  /** Length of every file that was fetched, by name. */
  const fetched: [file: string, bytes: number][] = [];
  const before = globalThis.fetch;
  globalThis.fetch = (address) => {
    const file = String(address).split('?')[0] ?? '';
    const bytes = readFileSync(file);
    fetched.push([file, bytes.length]);
    return Promise.resolve(new Response(new Uint8Array(bytes)));
  };
  const [first, ...others] = bagian.map(({ alamat, tahun }) => ({ folder: join(outDir, alamat), tahun }));
  if (first === undefined) throw new Error('the index is empty');
  // A module keeps its state: each index is opened from a file of its own.
  const module = (await import(
    /* @vite-ignore */ pathToFileURL(join(first.folder, 'pagefind.js')).href
  )) as Pagefind;
  const withYear = (tahun: string | null) => (tahun === null ? {} : { mergeFilter: { tahun } });
  await module.options({ basePath: first.folder, ...withYear(first.tahun) });
  await module.init();
  for (const { folder, tahun } of others) await module.mergeIndex(folder, withYear(tahun));
  return {
    fetched,
    /** Addresses of what is found, sorted. */
    find: async (query: string | null, filters: Readonly<Record<string, string>> = {}) => {
      const { results } = await module.search(query, { filters });
      return (await Promise.all(results.map(({ data }) => data()))).sort((a, b) => (a.url < b.url ? -1 : 1));
    },
    close: () => {
      globalThis.fetch = before;
    },
  };
}
