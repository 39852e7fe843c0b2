import { markdown } from './_includes/markdown.mjs';

/** The portal's pages, as far as Eleventy is asked for the same: items, lists by month, office and kategori, home, front, feeds, sitemap. */
export default function (eleventy) {
  const items = (api) => api.getFilteredByGlob('berita/**/index.md').toSorted((a, b) => b.date - a.date);
  const lists = (api) => ['kategori', 'opd', 'bulan'].flatMap((menurut) => listsBy(items(api), menurut));
  eleventy.addCollection('terbaru', items);
  eleventy.addCollection('pilah', lists);
  eleventy.addCollection('daftar', (api) => lists(api).flatMap(pagesOf));
  eleventy.addCollection('umpan', (api) => feedsOf(items(api), lists(api)));
  eleventy.amendLibrary('md', markdown);
  // One folder: as many patterns as there are cards would open all of them at once.
  eleventy.addPassthroughCopy({ kartu: 'berita' });
  // Text of items holds no template.
  return {
    markdownTemplateEngine: false,
    dir: { input: '.', includes: '_includes', output: '_site' },
  };
}

const pageSize = 20;

/** Every month, office or kategori with its items, the newest first. */
function listsBy(items, menurut) {
  const groups = Map.groupBy(items, ({ data }) => data[menurut]);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([nilai, members]) => ({ menurut, nilai, url: `/${menurut}/${nilai}/`, items: members }));
}

function pagesOf(list) {
  const { url, items } = list;
  const count = Math.ceil(items.length / pageSize);
  const urlOf = (number) => (number === 1 ? url : `${url}halaman/${number}/`);
  return Array.from({ length: count }, (_, place) => ({
    list,
    number: place + 1,
    url: urlOf(place + 1),
    items: items.slice(place * pageSize, (place + 1) * pageSize),
    newer: place === 0 ? null : urlOf(place),
    older: place + 1 === count ? null : urlOf(place + 2),
  }));
}

/** Feeds of home, front and each office, both as RSS and as JSON. */
function feedsOf(items, lists) {
  const whole = { url: '/', opd: null, items };
  const offices = lists
    .filter(({ menurut }) => menurut === 'opd')
    .map(({ url, nilai, items: members }) => ({ url, opd: nilai, items: members }));
  return [whole, { ...whole, url: '/berita/' }, ...offices].flatMap((feed) => [
    { ...feed, file: 'rss.xml' },
    { ...feed, file: 'feed.json' },
  ]);
}
