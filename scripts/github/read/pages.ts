import type { Client } from './client.ts';

/** Parameters of the `Link` header's `rel="next"`: GitHub pages some lists by number, others by cursor. */
function nextPage(link: unknown): Record<string, string> | null {
  const next = typeof link === 'string' ? /<([^>]*)>;\s*rel="next"/.exec(link)?.[1] : undefined;
  return next === undefined ? null : Object.fromEntries(new URL(next, 'http://localhost').searchParams);
}

/**
 * A list of the REST API page by page, as its `Link` header leads: a page may be shorter than was asked for without
 * being the last. Whoever stops before the end has not read the list.
 *
 * @param mostPages the list is `terlalu-panjang` where it goes on after these
 */
export async function* pagesOf(
  client: Client,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
  mostPages = 100,
): AsyncGenerator<unknown, 'selesai' | 'terlalu-panjang'> {
  let more: Record<string, string> | null = {};
  for (let page = 0; page < mostPages; page += 1) {
    const { data, headers } = await client.request(route, { ...parameters, per_page: 100, ...more });
    yield data;
    more = nextPage(headers['link']);
    if (more === null) return 'selesai';
  }
  return 'terlalu-panjang';
}
