import { getCollection } from 'astro:content';
import { collections } from '../../content/schema/collections.ts';
import { addressesOf, years } from './data/items.ts';
import { allLists, listUrl } from './data/pages.ts';
import { choicesOf, pilahan, type Pilahan } from './data/ppid.ts';
import { officeIds } from './data/settings.ts';
import { absolute } from './links.ts';
import { alamatPpid } from './ppid/peta.ts';

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function xml(
  root: string,
  entry: string,
  list: readonly { url: string; diperbarui?: string | null }[],
): Response {
  const body = list.map(
    ({ url, diperbarui }) =>
      `<${entry}><loc>${escape(absolute(url))}</loc>${diperbarui ? `<lastmod>${diperbarui}</lastmod>` : ''}</${entry}>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${body.join('\n')}\n</${root}>\n`,
    { headers: { 'content-type': 'application/xml' } },
  );
}

/** The parts: one for each year, so that a new item changes only its year's, and one for all other pages. */
export function sitemapParts(): string[] {
  return ['halaman', ...years()];
}

/** The index of the parts. */
export function sitemapIndex(): Response {
  return xml(
    'sitemapindex',
    'sitemap',
    sitemapParts().map((name) => ({ url: `/sitemap/${name}.xml` })),
  );
}

/** One part: the items of a year, or all other pages. */
export async function sitemapPart(name: string): Promise<Response> {
  if (name !== 'halaman') return xml('urlset', 'url', addressesOf(name));
  const [sop, halaman] = [await getCollection('sop'), await getCollection('halaman')];
  const urls = [
    '/',
    ...collections.map(({ url }) => url),
    '/sop/',
    ...sop.map(({ id }) => `/sop/${id}/`).sort(),
    ...halaman.map(({ id }) => `/${id}/`).sort(),
    ...allLists().map(listUrl),
    ...ppidUrls(),
  ];
  return xml(
    'urlset',
    'url',
    [...new Set(urls)].map((url) => ({ url })),
  );
}

/** Pages of the PPID that are neither items nor lists of a collection. */
function ppidUrls(): string[] {
  const choices = (Object.keys(pilahan) as Pilahan[]).flatMap((pilah) =>
    choicesOf(pilah).map(({ value }) => `${pilahan[pilah].start}${value}/`),
  );
  return [...alamatPpid, ...officeIds().map((opd) => `/ppid/cakupan/${opd}/`), ...choices];
}
