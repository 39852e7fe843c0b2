import { monthName, longDate } from './waktu.mjs';

const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in HTML and XML. */
export const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => signs[sign]);

/** Name of a list's value: of a month, an office or a kategori. */
export const nameOf = (nama, { menurut, nilai }) =>
  menurut === 'bulan' ? monthName(nilai) : nama[menurut][nilai];

const cards = new Map();

/** A card stands on many pages and is made once. */
export function kartu(item) {
  let card = cards.get(item.url);
  if (card === undefined) cards.set(item.url, (card = made(item)));
  return card;
}

function made({ url, date, data }) {
  return `<article class="kartu kartu-biasa tanpa-foto">
<div class="kartu-teks">
<p class="kartu-atas"><span class="kategori">${data.nama.kategori[data.kategori]}</span></p>
<h3 class="kartu-judul"><a href="${url}">${escaped(data.title)}</a></h3>
<p class="kartu-ringkasan">${escaped(data.ringkasan)}</p>
<p class="kartu-bawah"><time datetime="${data.tanggal}">${longDate(date)}</time> <span>${escaped(data.nama.opd[data.opd])}</span></p>
</div>
</article>`;
}
