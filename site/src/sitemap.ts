import { getCollection } from 'astro:content';
import { collections } from '../../content/schema/collections.ts';
import { completeListUrl } from './data/complete-lists.ts';
import { lastChangeOf, sitemapEntries, years, type SitemapEntry } from './data/items.ts';
import { allLists, listUrl } from './data/pages.ts';
import { choicesOf, pilahan, type Pilahan } from './data/ppid.ts';
import { officeIds, readSitus } from './data/settings.ts';
import { absolute } from './links.ts';
import { alamatPpid } from './ppid/peta.ts';
import { xmlText } from './xml.ts';

const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const extensions =
  ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"' +
  ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';

/** What search engines take as news from one sitemap: no more, and the newest. */
const newsAtMost = 1000;

/** The parts: one for each year, so that a new item changes only its year's, and one for all other pages. */
export function sitemapParts(): string[] {
  return ['halaman', ...years()];
}

/** The index of the parts. */
export function sitemapIndex(): Response {
  const parts = sitemapParts().map((name) => {
    const last = name === 'halaman' ? null : lastChangeOf(name);
    return `<sitemap>${loc(`/sitemap/${name}.xml`)}${tag('lastmod', last)}</sitemap>`;
  });
  return xml('sitemapindex', '', parts);
}

/** One part: the items of a year with their pictures, the news among them as news; or all other pages. */
export async function sitemapPart(name: string): Promise<Response> {
  if (name !== 'halaman') return xml('urlset', extensions, itemsOf(name));
  const [sop, halaman] = [await getCollection('sop'), await getCollection('halaman')];
  const urls = [
    '/',
    '/cari/',
    ...collections.map(({ url }) => url),
    ...collections.map(completeListUrl),
    '/sop/',
    '/transparansi/',
    ...sop.map(({ id }) => `/sop/${id}/`).sort(),
    ...halaman.map(({ id }) => `/${id}/`).sort(),
    ...allLists().map(listUrl),
    ...ppidUrls(),
  ];
  return xml(
    'urlset',
    '',
    [...new Set(urls)].map((url) => `<url>${loc(url)}</url>`),
  );
}

function itemsOf(year: string): string[] {
  const entries = sitemapEntries(year);
  const news = new Set(
    entries
      .filter(({ collection, terbit }) => collection.name === 'berita' && terbit !== null)
      .toSorted((a, b) => Date.parse(b.terbit ?? '') - Date.parse(a.terbit ?? ''))
      .slice(0, newsAtMost),
  );
  return entries.map((entry) => {
    const { url, diperbarui, gambar } = entry;
    const images = gambar.map((src) => `<image:image>${tag('image:loc', absolute(src))}</image:image>`);
    return `<url>${loc(url)}${tag('lastmod', diperbarui)}${news.has(entry) ? newsOf(entry) : ''}${images.join('')}</url>`;
  });
}

function newsOf({ judul, terbit }: SitemapEntry): string {
  const publication = `<news:publication>${tag('news:name', readSitus().nama)}${tag('news:language', 'id')}</news:publication>`;
  return `<news:news>${publication}${tag('news:publication_date', terbit)}${tag('news:title', judul)}</news:news>`;
}

const loc = (path: string) => tag('loc', absolute(path));
const tag = (name: string, text: string | null) =>
  text === null ? '' : `<${name}>${xmlText(text)}</${name}>`;

function xml(root: string, attributes: string, entries: readonly string[]): Response {
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${schema}"${attributes}>\n${entries.join('\n')}\n</${root}>\n`,
    { headers: { 'content-type': 'application/xml' } },
  );
}

/** Pages of the PPID that are neither items nor lists of a collection. */
function ppidUrls(): string[] {
  const choices = (Object.keys(pilahan) as Pilahan[]).flatMap((pilah) =>
    choicesOf(pilah).map(({ value }) => `${pilahan[pilah].start}${value}/`),
  );
  return [...alamatPpid, ...officeIds().map((opd) => `/ppid/cakupan/${opd}/`), ...choices];
}
