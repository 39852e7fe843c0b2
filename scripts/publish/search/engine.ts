import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type * as pagefind from 'pagefind';
import type { SearchPage } from './pages.ts';
import type { SearchRecord } from './records.ts';

/** Pagefind could not make an index; the old one stays. */
export class SearchError extends Error {}

/**
 * Words that Pagefind puts in one file of an index. Its own choice (20,000) suits one index: a query over ten years
 * would fetch ten files of 27 KB for each word. With a tenth of it a file has 4 KB, and the table of files of a
 * year grows by 10 KB (decision 0034; measured by bench/publish.ts). Pagefind reads it from its environment.
 */
const wordsPerFile = 2000;

/** Records that Pagefind is given before it must have answered for them. */
const atOnce = 200;

/** Files of Pagefind that a portal with its own page of results does not need. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\b|^wasm\.unknown\./;

/** A process of Pagefind's, which works on one core. */
export interface Engine {
  /** Makes one index in an empty folder. */
  write(folder: string, records: Iterable<SearchRecord>, pages: readonly SearchPage[]): Promise<void>;
  /** Ends the process. */
  close(): Promise<void>;
}

/** Starts several: the package has one process for each address that it is loaded from. */
export async function startEngines(count: number): Promise<Engine[]> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(wordsPerFile);
  return Promise.all(
    Array.from({ length: count }, async (_, n): Promise<Engine> => {
      const own = (await import(`${import.meta.resolve('pagefind')}?${n}`)) as Pagefind;
      return {
        write: (folder, records, pages) => writeIndex(own, folder, records, pages),
        close: async () => void (await own.close()),
      };
    }),
  );
}

type Pagefind = typeof pagefind;

async function writeIndex(
  { createIndex }: Pagefind,
  folder: string,
  records: Iterable<SearchRecord>,
  pages: readonly SearchPage[],
): Promise<void> {
  const { index, errors } = await createIndex({ rootSelector: 'main', forceLanguage: 'id' });
  if (index === undefined) throw refused(errors);
  let waiting: Promise<{ errors: string[] }>[] = [];
  const settle = async () => {
    const found = (await Promise.all(waiting)).flatMap((answer) => answer.errors);
    if (found.length > 0) throw refused(found);
    waiting = [];
  };
  for (const { url, content, meta, filters, sort } of records) {
    waiting.push(
      index.addCustomRecord({
        url,
        content,
        language: 'id',
        meta: { ...meta },
        filters: { ...filters },
        sort: { ...sort },
      }),
    );
    if (waiting.length >= atOnce) await settle();
  }
  for (const page of pages) waiting.push(index.addHTMLFile({ url: page.url, content: withFilters(page) }));
  await settle();
  mkdirSync(folder, { recursive: true });
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw refused(written.errors);
  await index.deleteIndex();
  for (const name of readdirSync(folder)) if (unused.test(name)) rmSync(join(folder, name));
}

/** Tells Pagefind what kind of page it is, where it looks for that: in the part of the page that it reads. */
function withFilters({ url, html }: SearchPage): string {
  const isSop = /^\/sop\/[^/]+\/$/.test(url);
  const marks =
    `<span data-pagefind-filter="jenis[data-jenis]" data-jenis="${isSop ? 'sop' : 'halaman'}"></span>` +
    `<span data-pagefind-meta="jenis[data-jenis]" data-jenis="${isSop ? 'SOP' : 'Halaman'}"></span>`;
  return html
    .replace(/<nav\b/g, '<nav data-pagefind-ignore="all"')
    .replace(/(<main\b[^>]*>)/, (main) => `${main}${marks}`);
}

function refused(errors: readonly string[]): SearchError {
  return new SearchError(
    `Pagefind menolak membuat indeks, jadi indeks lama tetap dipakai. Katanya: ${errors.join('; ')}`,
  );
}
