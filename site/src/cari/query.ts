/** What somebody looks for, as the address of the page says it: `?q=parit&jenis=berita`. */
export interface Query {
  /** Words; empty: everything that the filters let through. */
  readonly q: string;
  readonly jenis: string;
  readonly opd: string;
  readonly tahun: string;
  readonly kategori: string;
}

/** The filters by their names in the form, in the address and in the index. */
export const filterNames = ['jenis', 'opd', 'tahun', 'kategori'] as const;

/** More is no question that anybody asks. */
const longest = 200;

/** Reads a query from an address, or from a form: white space is one blank, what is too long is cut. */
export function readQuery(from: URLSearchParams | FormData): Query {
  const text = (name: string) => {
    const value = from.get(name);
    return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, longest) : '';
  };
  return {
    q: text('q'),
    jenis: text('jenis'),
    opd: text('opd'),
    tahun: text('tahun'),
    kategori: text('kategori'),
  };
}

/** The query as the end of an address: only what is set, always in the same order; empty for an empty query. */
export function addressOf(query: Query): string {
  const set = (['q', ...filterNames] as const).filter((name) => query[name] !== '');
  const search = new URLSearchParams(set.map((name) => [name, query[name]]));
  return set.length === 0 ? '' : `?${search.toString()}`;
}

/** The filters that are set, as the engine takes them. */
export function filtersOf(query: Query): Record<string, string> {
  return Object.fromEntries(filterNames.flatMap((name) => (query[name] === '' ? [] : [[name, query[name]]])));
}

/** Whether there is anything to look for. */
export function isEmpty(query: Query): boolean {
  return addressOf(query) === '';
}
