import { escaped } from './_includes/kartu.mjs';

/** The feed of everything, and one for each list. */
export const data = {
  pagination: {
    data: 'collections.pilah',
    size: 1,
    alias: 'list',
    before: (lists) => [{ url: '/', value: 'Berita', items: null }, ...lists],
  },
  permalink: ({ list }) => `${list.url}index.xml`,
};

export function render({ list, collections }) {
  const items = (list.items ?? collections.berita.toReversed()).slice(0, 20);
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>${escaped(list.value)}</title><link>https://portal.example${list.url}</link><description>Yang terbaru</description><language>id</language>
${items
  .map(
    ({ url, date, data: { title, ringkasan } }) =>
      `<item><title>${escaped(title)}</title><link>https://portal.example${url}</link><guid>https://portal.example${url}</guid><pubDate>${date.toUTCString()}</pubDate><description>${escaped(ringkasan)}</description></item>`,
  )
  .join('\n')}
</channel></rss>
`;
}
