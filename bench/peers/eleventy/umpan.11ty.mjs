import { base, office, portal, tentang } from './_includes/halaman.mjs';
import { escaped } from './_includes/kartu.mjs';
import { iso } from './_includes/waktu.mjs';

export const data = {
  pagination: { data: 'collections.umpan', size: 1, alias: 'umpan' },
  permalink: ({ umpan }) => `${umpan.url}${umpan.file}`,
};

/** A feed, as RSS or as JSON. */
export function render({ umpan, nama }) {
  const name = umpan.opd === null ? null : nama.opd[umpan.opd];
  const feed = {
    title: `Berita${name === null ? '' : ` ${name}`} – ${portal}`,
    about: name === null ? tentang : `Semua berita dari ${name}.`,
    page: `${base}${umpan.url}`,
    self: `${base}${umpan.url}${umpan.file}`,
  };
  const tagsOf = ({ kategori, opd }) => [nama.kategori[kategori], nama.opd[opd]];
  return (umpan.file === 'rss.xml' ? rss : json)(feed, umpan.items.slice(0, 20), tagsOf);
}

function rss({ title, about, page, self }, items, tagsOf) {
  const rows = items.map(({ url, date, data: item }) => {
    const tags = tagsOf(item).map((tag) => `<category>${escaped(tag)}</category>`);
    return `<item><title>${escaped(item.title)}</title><link>${base}${url}</link><guid isPermaLink="true">${base}${url}</guid><description>${escaped(item.ringkasan)}</description><pubDate>${date.toUTCString()}</pubDate>${tags.join('')}</item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${escaped(title)}</title><description>${escaped(about)}</description><link>${page}</link><language>id</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>${rows.join('')}</channel></rss>`;
}

function json({ title, about, page, self }, items, tagsOf) {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description: about,
    home_page_url: page,
    feed_url: self,
    language: 'id',
    authors: [{ name: office, url: `${base}/` }],
    items: items.map(({ url, date, data: item }) => ({
      id: `${base}${url}`,
      url: `${base}${url}`,
      title: item.title,
      content_text: item.ringkasan,
      date_published: iso(date),
      tags: tagsOf(item),
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}
