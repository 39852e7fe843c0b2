import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { formatIssue } from '../core/issue.ts';
import { checkCheckout, readCheckout } from './checkout.ts';

const now = '2026-11-02T08:00:00+07:00';
const made: string[] = [];
afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** A copy of the content of this repository, some files changed. */
function checkout(change: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'paraf-check-'));
  made.push(root);
  cpSync('content', join(root, 'content'), { recursive: true });
  for (const [path, text] of Object.entries(change)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

it('finds nothing in this repository', () => {
  expect(checkCheckout('.', now).map(formatIssue)).toEqual([]);
});

it('names files as Git would', () => {
  const { parsed } = readCheckout(checkout({ 'content/opd/bpbd.yml': 'nama: Badan\nsingkatan: BPBD\n' }));
  expect(parsed.find(({ file }) => file === 'content/opd/bpbd.yml')?.oid).toBe(
    '62e05d8abaa628f292484da8a1daa1c4cbebc0eb',
  );
});

it('tells every fault of every file at once, and none that only follows from another', () => {
  const sop = 'content/sop/penyebarluasan-informasi/index.md';
  const issues = checkCheckout(
    checkout({
      [sop]: readFileSync(sop, 'utf8').replace('nama: PENYEBARLUASAN', 'nama: "PENYEBARLUASAN'),
      'content/pelaksana.yml': '- akun: 1\n  - peran: x\n',
      'content/situs.yml': `${readFileSync('content/situs.yml', 'utf8').replace('#0b5c8a', 'biru').replace('opd: dinas-komunikasi-dan-informatika', 'opd: kominfo')}slogan: x\n`,
      'content/kalender.yml': readFileSync('content/kalender.yml', 'utf8')
        .replace('2026-02-17', '2026-02-30')
        .replace('"07:30"', '"17:30"'),
      'content/opd/bpbd.yml': 'nama: Badan\n',
      'content/halaman/tentang.md': 'Tanpa isian\n',
      'content/halaman/peta.png': 'x',
      'content/catatan.txt': 'x',
      'content/berita/2026/catatan.md': 'x',
      'content/berita/2026/11/kosong/foto.png': 'x',
    }),
    now,
  );
  expect(issues.map(formatIssue)).toEqual([
    'content/berita/2026/11/kosong: Folder ini tidak memuat index.md, sehingga tidak ada naskahnya. Tambahkan, atau hapus foldernya.',
    'content/berita/2026/11/kosong/foto.png: Nama berkas berakhiran “png”, tetapi isinya teks biasa. Simpan ulang dengan jenis yang betul; mengganti akhiran nama saja tidak cukup.',
    'content/berita/2026/catatan.md: Berkas ini tidak termasuk bagian mana pun dari content/. Pindahkan ke foldernya, atau hapus.',
    'content/catatan.txt: Berkas ini tidak termasuk bagian mana pun dari content/. Pindahkan ke foldernya, atau hapus.',
    'content/halaman/peta.png: Nama berkas berakhiran “png”, tetapi isinya teks biasa. Simpan ulang dengan jenis yang betul; mengganti akhiran nama saja tidak cukup.',
    'content/halaman/tentang.md:1: Baris pertama harus tepat “---”, pembuka bagian isian. Tambahkan baris “---” paling atas dan satu lagi sesudah isian.',
    'content/kalender.yml:5 jamKerja.senin: Senin: harus mulai lebih dahulu daripada selesai. Betulkan.',
    'content/kalender.yml:5 jamKerja.senin: Senin: harus memuat istirahat di dalam jam kerjanya. Betulkan.',
    'content/kalender.yml:31 tahun.2026.libur.2.tanggal: Tanggal harus tanggal yang ada, ditulis tahun-bulan-hari seperti 2026-11-02, tetapi isinya “2026-02-30”. Betulkan.',
    'content/opd/bpbd.yml:1 singkatan: Singkatan belum diisi. Lengkapi isian ini.',
    'content/pelaksana.yml:2: Susunan baris ini tidak cocok. Bila nilainya memuat “: ”, apit nilai itu dengan tanda kutip; bila ini isian baru, samakan jarak menjoroknya dengan isian setingkat.',
    'content/situs.yml:39 warna.utama: Isian “utama”: harus warna seperti #0b5cab, enam angka heksadesimal kecil; isinya “biru”. Betulkan.',
    'content/situs.yml:41 slogan: Isian “slogan” tidak dikenal di sini. Betulkan ejaannya atau hapus; yang dikenal: contoh, nama, ringkasan, pemda, kota, dinas, opd, alamat, kontak, kanal, layanan, bahasa, url, warna.',
    'content/sop/penyebarluasan-informasi/index.md:2: Ada tanda yang kurang di baris ini atau di atasnya: kutip penutup, kurung penutup, koma, atau titik dua. Lengkapi tandanya.',
  ]);
});

it('does not end on a broken file of settings that others read', () => {
  const issues = checkCheckout(
    checkout({
      'content/alur.yml': 'berita: [',
      'content/opd/bpbd.yml': 'nama: Badan Contoh\nsingkatan: B\n',
    }),
    now,
  );
  expect(issues.map(formatIssue)).toEqual([
    'content/alur.yml:1: Jarak menjorok baris ini tidak cocok dengan baris di atasnya, atau kurung “[” atau “{” tidak ditutup. Samakan jumlah spasinya dengan isian setingkat, atau tutup kurungnya.',
    'content/opd/bpbd.yml:2 singkatan: Singkatan terlalu pendek: 1 huruf, paling sedikit 2. Lengkapi.',
  ]);
});

it('judges the calendar between its parts', () => {
  const kalender = readFileSync('content/kalender.yml', 'utf8').replace('2026-01-16', '2025-01-16');
  expect(checkCheckout(checkout({ 'content/kalender.yml': kalender }), now).map(formatIssue)).toEqual([
    'content/kalender.yml:30 tahun.2026.libur.1.tanggal: Tanggal 2025-01-16 tertulis di bawah tahun 2026. Pindahkan ke tahunnya, atau betulkan tanggalnya.',
  ]);
});

it('warns of a role that nobody holds, and refuses two definitive holders of one seat', () => {
  const rows = readFileSync('content/pelaksana.yml', 'utf8');
  const head = (akun: number) =>
    `- akun: ${akun}\n  peran: kepala-dinas\n  mulai: "2026-11-09"\n  jenis: definitif\n  jabatan: Kepala Dinas\n  surat: Contoh 1\n`;
  const line = rows.split('\n').length;
  const two = checkCheckout(checkout({ 'content/pelaksana.yml': `${rows}${head(7)}` }), now);
  expect(two.map(formatIssue)).toEqual([
    `content/pelaksana.yml:${line} ${rows.match(/^- akun/gm)?.length ?? 0}: Kepala Dinas dijabat satu orang, tetapi akun 7 dan akun 1009 (baris ${rows.slice(0, rows.indexOf('akun: 1009')).split('\n').length}) sama-sama definitif sejak 9 November 2026. Isi "selesai" pada yang lama, atau ubah jenis salah satunya menjadi plt atau plh.`,
  ]);
  const none = checkCheckout(
    checkout({ 'content/pelaksana.yml': rows.replaceAll('peran: kasi-pkp', 'peran: pengelola-sistem') }),
    now,
  );
  expect(none.map(formatIssue)).toEqual([
    'content/pelaksana.yml: (peringatan) Tidak ada yang memegang peran KASI PKP (kasi-pkp), padahal “PENGELOLAAN KONTEN DAN MEDIA KOMUNIKASI PUBLIK” memerlukannya di langkah 2, 3, 6, dan 11. Tambahkan penugasannya, atau seorang Plh.',
  ]);
});

it('tells colours of the office that readers could not read', () => {
  const situs = readFileSync('content/situs.yml', 'utf8').replace('#0b5c8a', '#7dd3fc');
  expect(checkCheckout(checkout({ 'content/situs.yml': situs }), now).map(formatIssue)).toEqual([
    'content/situs.yml:39 warna.utama: Warna utama terlalu samar (tautan di dasar terang: 1,6 banding 1, paling sedikit 4,5), sehingga sebagian pembaca tidak dapat membacanya. Pilih yang lebih gelap.',
  ]);
});
