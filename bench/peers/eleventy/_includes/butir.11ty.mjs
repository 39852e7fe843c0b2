import { day, escaped } from './kartu.mjs';

export const data = { layout: 'dasar.11ty.mjs' };

let places;

export function render({ title, ringkasan, opd, kategori, bulan, page, content, collections }) {
  // Once for all pages: looking a page up in the whole collection would make the build quadratic.
  places ??= new Map(collections.berita.map(({ url }, place) => [url, place]));
  const place = places.get(page.url);
  const near = (other) => (other ? `<a href="${other.url}">${escaped(other.data.title)}</a>` : '');
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: page.date.toISOString(),
    url: `https://portal.example${page.url}`,
    description: ringkasan,
  };
  return `<nav aria-label="Jejak"><ol><li><a href="/">Beranda</a></li><li><a href="/berita/">Berita</a></li><li><a href="/bulan/${bulan}/">${bulan}</a></li></ol></nav>
<article>
<h1>${escaped(title)}</h1>
<p>${escaped(ringkasan)}</p>
<p><a href="/opd/${opd}/">${opd}</a> <time datetime="${day(page.date)}">${day(page.date)}</time> <a href="/kategori/${kategori}/">${kategori}</a></p>
${content}
</article>
<nav aria-label="Berita lain">
${near(collections.berita[place - 1])}
${near(collections.berita[place + 1])}
</nav>
<script type="application/ld+json">${JSON.stringify(facts).replaceAll('<', '\\u003c')}</script>`;
}
