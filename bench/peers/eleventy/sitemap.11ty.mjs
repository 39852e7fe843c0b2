export const data = { permalink: '/sitemap.xml' };

export function render({ collections }) {
  const fronts = ['/', '/berita/', ...collections.daftar.map(({ url }) => url)];
  const lines = [
    ...fronts.map((url) => `<url><loc>https://portal.example${url}</loc></url>`),
    ...collections.berita.map(
      ({ url, date }) =>
        `<url><loc>https://portal.example${url}</loc><lastmod>${date.toISOString()}</lastmod></url>`,
    ),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join('\n')}
</urlset>
`;
}
