import { filtersOf, type Query } from './query.ts';

/** What Pagefind's own program offers, as far as it is used here. */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  mergeIndex(path: string, options: object): Promise<void>;
  search(query: string | null, options: object): Promise<{ results: readonly Hit[] }>;
}

/** One result: what it says is fetched when it is shown. */
export interface Hit {
  readonly id: string;
  data(): Promise<Found>;
}

export interface Found {
  readonly url: string;
  /** HTML of the engine; see `piecesOf`. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
}

interface Part {
  readonly tahun: string | null;
  readonly alamat: string;
}

/** What a query found, as far as it looked. */
export interface Outcome {
  readonly hits: readonly Hit[];
  /** Years that were not looked at, or not whole, newest first. */
  readonly unseen: readonly string[];
  /** Whether one of them was looked at in part: large years lie in several parts. */
  readonly isPartly: boolean;
}

/** The index is not there yet, or a part of it did not come: what was found would be told as if it were all. */
export class IndexMissing extends Error {}

/** As many results as fill a page: with fewer, older years are looked at, too. */
const enough = 10;
/**
 * What looking further by itself may cost, in bytes, for the first query and for each later one: the rest is for the
 * reader to ask for (decision 0034).
 */
const budget = { first: 120_000, later: 40_000 };
/** Parts that every query looks at, and those that a query in one year begins with. */
const always = { anyYear: 2, oneYear: 1 };

/** The engine over an index in parts, of which only those are fetched that a query needs. */
export interface Engine {
  search(query: Query): Promise<Outcome>;
  /** The same query, with older parts. */
  further(query: Query): Promise<Outcome>;
}

/**
 * Opens the index.
 *
 * @param address folder of the index
 * @param baseUrl where the portal stands on its host
 * @throws IndexMissing if there is none
 */
export async function openEngine(address: string, baseUrl: string): Promise<Engine> {
  const traffic = watchTraffic(address);
  const answer = await fetch(`${address}daftar.json`, { cache: 'no-cache' }).catch(missing);
  if (!answer.ok) return missing();
  const { bagian } = (await answer.json()) as { readonly bagian: readonly Part[] };
  const [first] = bagian;
  if (first === undefined) return missing();
  const settings = ({ tahun }: Part) => ({
    baseUrl,
    // Parts are never written again: their addresses follow from what they hold.
    metaCacheTag: '',
    ...(tahun !== null && { mergeFilter: { tahun } }),
  });
  const pagefind = (await import(/* @vite-ignore */ `${address}${first.alamat}pagefind.js`)) as Pagefind;
  // Its worker would need leave to run WebAssembly by a header of its own, which a plain host cannot give.
  await pagefind.options({ basePath: `${address}${first.alamat}`, noWorker: true, ...settings(first) });
  await pagefind.init();
  const opened = new Set([first]);
  const open = async (parts: readonly Part[]) => {
    for (const part of parts) opened.add(part);
    await Promise.all(parts.map((part) => pagefind.mergeIndex(`${address}${part.alamat}`, settings(part))));
  };
  const closed = ({ tahun }: Query) =>
    bagian.filter((part) => !opened.has(part) && (tahun === '' || part.tahun === tahun));

  let allowed = budget.first;
  const look = async (query: Query, begin: number): Promise<Outcome> => {
    const { failures } = traffic;
    await open(closed(query).slice(0, begin));
    for (let spent: number | undefined; ;) {
      const { results } = await pagefind.search(query.q === '' ? null : query.q, {
        filters: filtersOf(query),
        ...(query.q === '' && { sort: { tanggal: 'desc' } }),
      });
      if (traffic.failures > failures) return missing();
      const left = closed(query);
      spent ??= traffic.bytes;
      if (results.length >= enough || left.length === 0 || traffic.bytes - spent > allowed) {
        allowed = budget.later;
        const unseen = [...new Set(left.flatMap(({ tahun }) => tahun ?? []))];
        const isPartly = [...opened].some(({ tahun }) => tahun !== null && unseen.includes(tahun));
        return { hits: results, unseen, isPartly };
      }
      await open(left.slice(0, 1));
    }
  };
  return {
    search: (query) => {
      const isAny = query.tahun === '';
      const fitting = [...opened].filter(({ tahun }) => (isAny ? tahun !== null : tahun === query.tahun));
      return look(query, Math.max(0, (isAny ? always.anyYear : always.oneYear) - fitting.length));
    },
    further: (query) => look(query, 1),
  };
}

function missing(): never {
  throw new IndexMissing('the index of the search, or a part of it, is not there');
}

/**
 * Counts what comes from a folder, and what does not come: the engine goes on without a part that it could not fetch,
 * and would say that nothing was found.
 */
function watchTraffic(folder: string): { readonly bytes: number; readonly failures: number } {
  const traffic = { bytes: 0, failures: 0 };
  const before = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const isOurs = typeof input === 'string' && input.startsWith(folder);
    try {
      const answer = await before(input, init);
      if (isOurs && !answer.ok) traffic.failures += 1;
      if (isOurs) traffic.bytes += Number(answer.headers.get('content-length') ?? 0);
      return answer;
    } catch (error) {
      if (isOurs) traffic.failures += 1;
      throw error;
    }
  };
  return traffic;
}
