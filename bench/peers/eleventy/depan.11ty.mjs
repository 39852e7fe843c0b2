import { halaman, tampilJejak, tentang } from './_includes/halaman.mjs';
import { escaped, kartu, nameOf } from './_includes/kartu.mjs';

export const data = { permalink: '/berita/index.html' };

/** Front of the news: the newest, and the ways into the archive. */
export function render({ collections: { terbaru, pilah }, nama }) {
  const jejak = [['Berita', '/berita/']];
  const ways = ['kategori', 'opd', 'bulan'].map((menurut) => {
    const rows = pilah
      .filter((list) => list.menurut === menurut)
      .map((list) => `<li><a href="${list.url}">${escaped(nameOf(nama, list))}</a></li>`);
    return `<section aria-labelledby="pilah-${menurut}">
<h2 id="pilah-${menurut}">${nama.jenis[menurut]}</h2>
<ul class="polos">
${rows.join('\n')}
</ul>
</section>`;
  });
  const isi = `<div class="wadah">
${tampilJejak(jejak)}
<header class="halaman-kepala">
<h1>Berita</h1>
<p class="halaman-ringkasan">${tentang}</p>
<p class="halaman-lompat"><a href="#pilah">Telusuri menurut arsip bulanan, perangkat daerah, kategori</a></p>
</header>
<div class="daftar"><div class="daftar-isi">
${terbaru.slice(0, 13).map(kartu).join('\n')}
</div></div>
<div class="pilah" id="pilah">
${ways.join('\n')}
</div>
</div>`;
  return halaman({ judul: 'Berita', ringkasan: tentang, url: '/berita/', jejak, isi });
}
