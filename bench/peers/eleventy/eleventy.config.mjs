/** The portal's pages, as far as Eleventy is asked for the same: articles, lists by month, office and subject, home, feed, sitemap. */
export default function (eleventy) {
  const articles = (api) => api.getFilteredByGlob('berita/**/index.md').toSorted((a, b) => a.date - b.date);
  eleventy.addCollection('berita', articles);
  const lists = (api) => ['bulan', 'opd', 'kategori'].flatMap((name) => listsBy(articles(api), name));
  eleventy.addCollection('pilah', lists);
  eleventy.addCollection('daftar', (api) => lists(api).flatMap(pagesOf));
  return { dir: { input: '.', includes: '_includes', output: '_site' } };
}

const pageSize = 20;

function listsBy(articles, name) {
  const lists = new Map();
  for (const article of articles) {
    const value = article.data[name];
    if (!lists.has(value)) lists.set(value, []);
    lists.get(value).push(article);
  }
  return [...lists]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, items]) => ({ name, value, url: `/${name}/${value}/`, items: items.toReversed() }));
}

function pagesOf({ value, url, items }) {
  const count = Math.ceil(items.length / pageSize);
  const urlOf = (number) => (number === 1 ? url : `${url}halaman/${number}/`);
  return Array.from({ length: count }, (_, place) => ({
    value,
    url: urlOf(place + 1),
    items: items.slice(place * pageSize, (place + 1) * pageSize),
    newer: place === 0 ? null : urlOf(place),
    older: place + 1 === count ? null : urlOf(place + 2),
  }));
}
