import type { Context } from 'hono';

/** Page that is asked for, in GitHub's manner. */
export function pageOf(c: Context, otherwise = 30): { page: number; perPage: number } {
  const number = (name: string, fallback: number) => {
    const value = Number(c.req.query(name) ?? fallback);
    return Number.isInteger(value) && value > 0 ? value : fallback;
  };
  return { page: number('page', 1), perPage: Math.min(number('per_page', otherwise), 100) };
}

/** Answers one page of a list, with `Link` to the others. */
export function pageOfList<T>(c: Context, list: readonly T[], shape: (item: T) => unknown): unknown[] {
  const { page, perPage } = pageOf(c);
  linkPages(c, page, Math.max(1, Math.ceil(list.length / perPage)));
  return list.slice((page - 1) * perPage, page * perPage).map(shape);
}

/** Sets the `Link` header, with addresses of the origin that was asked. `last` undefined: not known, but more. */
export function linkPages(c: Context, page: number, last: number | undefined): void {
  const links: string[] = [];
  const add = (rel: string, target: number) => {
    const url = new URL(c.req.url);
    url.searchParams.set('page', String(target));
    // Decap splits the header at commas.
    links.push(`<${url.href.replaceAll(',', '%2C')}>; rel="${rel}"`);
  };
  if (page > 1) add('prev', page - 1);
  if (last === undefined || page < last) add('next', page + 1);
  if (last !== undefined && page < last) add('last', last);
  if (page > 1) add('first', 1);
  if (links.length > 0) c.header('Link', links.join(', '));
}
