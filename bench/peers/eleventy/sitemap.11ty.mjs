import { base, portal } from './_includes/halaman.mjs';
import { escaped } from './_includes/kartu.mjs';
import { iso } from './_includes/waktu.mjs';

export const data = { permalink: '/sitemap.xml' };

/** What search engines take as news from one sitemap. */
const newsAtMost = 1000;

export function render({ collections: { terbaru, pilah } }) {
  const pages = ['/', '/berita/', ...pilah.map(({ url }) => url)];
  const news = (title, at) =>
    `<news:news><news:publication><news:name>${portal}</news:name><news:language>id</news:language></news:publication><news:publication_date>${at}</news:publication_date><news:title>${escaped(title)}</news:title></news:news>`;
  const lines = [
    ...pages.map((url) => `<url><loc>${base}${url}</loc></url>`),
    ...terbaru.map(({ url, date, data: { title } }, place) => {
      const at = iso(date);
      return `<url><loc>${base}${url}</loc><lastmod>${at}</lastmod>${place < newsAtMost ? news(title, at) : ''}</url>`;
    }),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${lines.join('\n')}
</urlset>
`;
}
