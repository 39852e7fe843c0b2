import { waktu } from './waktu.mjs';

const tanda =
  '<svg class="tanda-paraf" viewBox="0 0 64 40" width="48" height="30" aria-hidden="true" focusable="false"><path d="M6 27c6-13 13-22 17-20 4 3-6 21-3 23s8-15 12-15-1 12 2 12 7-10 10-10 0 8 3 8 6-4 11-7M14 34c14-4 26-5 41-4"></path></svg>';

const baris = (
  { nomor, tindakan, peran, at, paraf },
  aktivitas,
) => `<li class="lembar-baris${paraf ? ' diparaf' : ''}">
<span class="lembar-no"><span class="hanya-pembaca">Langkah </span>${nomor}</span>
<div class="lembar-siapa">
<p class="lembar-tindakan">${tindakan}</p>
<p class="lembar-jabatan">${peran}</p>
<p class="lembar-aktivitas">${aktivitas[tindakan]}</p>
<p class="lembar-waktu">${waktu(at)}</p>
</div>
${paraf ? `<span class="lembar-kotak">${tanda}<span class="hanya-pembaca">Diparaf</span></span>` : '<span class="lembar-kotak lembar-tanpa"><span>dibuat</span></span>'}
</li>`;

/** Who signed an item, step by step. */
export function lembarParaf({ sop, langkah, sidik, putaranKoreksi, page, nama }) {
  return `<section class="lembar" aria-labelledby="lembar-paraf">
<header class="lembar-kepala">
<h2 id="lembar-paraf">Lembar paraf</h2>
<p>Menurut <a href="/sop/${sop}/">SOP ${nama.sop}</a></p>
</header>
<ol class="lembar-langkah polos">
${langkah.map((step) => baris(step, nama.aktivitas)).join('\n')}
</ol>
<div class="lembar-kaki">
<p>${putaranKoreksi === 0 ? 'Tanpa' : `Sesudah ${putaranKoreksi}`} putaran koreksi. Tayang ${waktu(page.date)}.</p>
<p class="lembar-sidik"><span>Sidik isi</span> <code>${sidik}</code></p>
<p class="lembar-arti">Sidik dihitung dari semua berkas berita ini, berkas kerja yang tidak tayang pun. Satu huruf saja berubah, sidiknya lain, dan persetujuan di atas tidak berlaku untuknya.</p>
</div>
</section>`;
}
