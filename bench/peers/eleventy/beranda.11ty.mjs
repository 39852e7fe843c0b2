import { bersama, halaman } from './_includes/halaman.mjs';
import { escaped, kartu, nameOf } from './_includes/kartu.mjs';
import { plainDate } from './_includes/waktu.mjs';

export const data = { permalink: '/index.html' };

/** Home: the newest, and the newest of each kategori. */
export function render({ collections: { terbaru, pilah }, nama }) {
  const topics = pilah
    .filter(({ menurut }) => menurut === 'kategori')
    .map((list) => {
      const rows = list.items
        .slice(0, 3)
        .map(
          ({ url, date, data: { title, tanggal } }) =>
            `<li><a href="${url}">${escaped(title)}</a> <time datetime="${tanggal}">${plainDate(date)}</time></li>`,
        );
      return `<section>
<h3><a href="${list.url}">${escaped(nameOf(nama, list))}</a></h3>
<ul class="polos">
${rows.join('\n')}
</ul>
</section>`;
    });
  const isi = `<div class="sambutan"><div class="wadah sambutan-isi">
<p class="sambutan-atas">Pemerintah Kota Pontianak</p>
<h1>Kabar dan layanan informasi Pontianak</h1>
</div></div>
<section class="wadah bagian" aria-labelledby="berita-terbaru">
<div class="bagian-kepala"><h2 id="berita-terbaru">Berita terbaru</h2> <a href="/berita/">Semua berita</a></div>
<div class="depan">
${terbaru.slice(0, 5).map(kartu).join('\n')}
</div>
</section>
${bersama('layanan')}
<section class="wadah bagian" aria-labelledby="topik">
<div class="bagian-kepala"><h2 id="topik">Terbaru menurut topik</h2> <a href="/berita/#pilah">Perangkat daerah dan arsip</a></div>
<div class="topik">
${topics.join('\n')}
</div>
</section>
${bersama('hak')}`;
  const ringkasan =
    'Berita dan informasi publik Pemerintah Kota Pontianak yang terbit sesudah melewati setiap langkah SOP.';
  return halaman({ judul: 'Beranda', ringkasan, url: '/', jejak: [], isi });
}
