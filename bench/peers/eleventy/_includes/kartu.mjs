const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => signs[sign]);

export const day = (date) => date.toISOString().slice(0, 10);

export function kartu({ url, date, data: { title, ringkasan, opd, kategori } }) {
  return `<article>
<p><a href="/kategori/${kategori}/">${kategori}</a></p>
<h2><a href="${url}">${escaped(title)}</a></h2>
<p>${escaped(ringkasan)}</p>
<p><span>${opd}</span> <time datetime="${day(date)}">${day(date)}</time></p>
</article>`;
}

/** Ways into the archive. */
export function pilah(lists) {
  return ['bulan', 'opd', 'kategori']
    .map((name) => {
      const rows = lists
        .filter((list) => list.name === name)
        .map(({ url, value, items }) => `<li><a href="${url}">${value}</a> ${items.length}</li>`);
      return `<section><h2>${name}</h2><ul>\n${rows.join('\n')}\n</ul></section>`;
    })
    .join('\n');
}
