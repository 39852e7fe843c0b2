import { halaman, tampilJejak } from './_includes/halaman.mjs';
import { escaped, kartu, nameOf } from './_includes/kartu.mjs';

export const data = {
  pagination: { data: 'collections.daftar', size: 1, alias: 'bagian' },
  permalink: ({ bagian }) => `${bagian.url}index.html`,
};

/** One page of a list. */
export function render({ bagian: { list, number, url, items, newer, older }, nama }) {
  const name = nameOf(nama, list);
  const numbered = number === 1 ? name : `${name}, halaman ${number}`;
  const jejak = [
    ['Berita', '/berita/'],
    [name, list.url],
    ...(number === 1 ? [] : [[`Halaman ${number}`, url]]),
  ];
  const ringkasan = `Semua berita: ${name}.`;
  const to = (address, rel, words) =>
    address === null ? '' : `<a class="tombol" rel="${rel}" href="${address}">${words}</a>`;
  const isi = `<div class="wadah">
${tampilJejak(jejak)}
<header class="halaman-kepala">
<p class="halaman-jenis">${nama.jenis[list.menurut]}</p>
<h1>${escaped(numbered)}</h1>
<p class="halaman-ringkasan">${escaped(ringkasan)}</p>
</header>
<div class="daftar"><div class="daftar-isi">
${items.map(kartu).join('\n')}
</div></div>
<nav class="lembaran" aria-label="Halaman daftar">
${to(newer, 'prev', 'Lebih baru')}
${to(older, 'next', 'Lebih lama')}
</nav>
</div>`;
  return halaman({ judul: `Berita: ${numbered}`, ringkasan, url, jejak, isi });
}
