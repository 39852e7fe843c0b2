import { describe, expect, it } from 'vitest';
import { sampleBerita, sampleCount } from '../example/berita.ts';
import { formatIssue } from '../core/issue.ts';
import type { ItemFile } from './file.ts';
import { checkItem } from './item.ts';

const { folder, files } = sampleBerita(0);
const context = { opdIds: ['dinas-lingkungan-hidup'] };

function filesOf(change: Readonly<Record<string, string | null>> = {}): ItemFile[] {
  const all = new Map([...files].map(([path, bytes]) => [path.slice(folder.length + 1), bytes]));
  for (const [name, content] of Object.entries(change)) {
    if (content === null) all.delete(name);
    else all.set(name, new TextEncoder().encode(content));
  }
  return [...all].map(([name, bytes]) => ({ name, size: bytes.length, bytes }));
}

const index = new TextDecoder().decode(files.get(`${folder}/index.md`));
const bodyLine = index.slice(0, index.indexOf('\n---\n')).split('\n').length + 2;

function problems(change: Readonly<Record<string, string | null>>, place = folder): string[] {
  return checkItem(place, filesOf(change), context).map((issue) => formatIssue(issue).replace(folder, ''));
}

describe('checkItem', () => {
  it('finds nothing in any of the samples', () => {
    for (let n = 0; n < sampleCount; n++) {
      const sample = sampleBerita(n);
      const content = [...sample.files].map(([path, bytes]) => ({
        name: path.slice(sample.folder.length + 1),
        size: bytes.length,
        bytes,
      }));
      expect(checkItem(sample.folder, content, { opdIds: [] })).toEqual([]);
    }
  });

  const change = (from: string | RegExp, to: string) => ({ 'index.md': index.replace(from, to) });
  it.each<[string, Readonly<Record<string, string | null>>, string[]]>([
    [
      'no index.md',
      { 'index.md': null },
      [': Folder ini tidak memuat index.md, sehingga tidak ada naskahnya. Tambahkan, atau hapus foldernya.'],
    ],
    [
      'a title of 5,000 characters',
      change(/^judul: .*$/m, `judul: ${'a'.repeat(5000)}`),
      ['/index.md:2 judul: Judul terlalu panjang: 5.000 huruf, paling banyak 120. Ringkas.'],
    ],
    [
      'an office that does not exist',
      change('opd: dinas-lingkungan-hidup', 'opd: dinas-antariksa'),
      [
        '/index.md:3 opd: Perangkat daerah “dinas-antariksa” tidak ada di content/opd/. Pilih yang tersedia, atau minta pengelola sistem menambahkannya.',
      ],
    ],
    [
      'files that are named and missing, or there and not named',
      { 'foto-utama.png': null, 'lama.txt': 'catatan lama\n' },
      [
        '/index.md:17 foto.0.berkas: Berkas “foto-utama.png” disebut tetapi tidak ada di folder ini. Unggah berkasnya, atau hapus penyebutannya.',
        '/lama.txt: (peringatan) Berkas “lama.txt” tidak disebut di isian maupun naskah, tetapi ikut disetujui bersama isinya. Hapus bila tidak dipakai.',
      ],
    ],
    [
      'what the page would not show as written',
      {
        'index.md': `${index.slice(0, index.indexOf('\n---\n'))}\n---\nSatu <b>tebal</b>\ndua\n\n<script>x</script>\n\n![peta](https://contoh.example/peta.png)\n![denah](denah.png)\n[buka](javascript:alert(1)) \`<b>\`\n`,
      },
      [
        `/index.md:${bodyLine} isi: Naskah memuat kode HTML, yang tidak ditayangkan sebagai kode. Hapus, dan pakai tombol-tombol penyunting.`,
        `/index.md:${bodyLine} isi: Naskah memuat kode HTML, yang tidak ditayangkan sebagai kode. Hapus, dan pakai tombol-tombol penyunting.`,
        `/index.md:${bodyLine + 3} isi: Naskah memuat kode HTML, yang tidak ditayangkan sebagai kode. Hapus, dan pakai tombol-tombol penyunting.`,
        `/index.md:${bodyLine + 5} isi: Gambar “https://contoh.example/peta.png” bukan berkas di folder ini, sehingga tidak ditayangkan. Unggah gambarnya ke sini.`,
        `/index.md:${bodyLine + 7} isi: Tautan “javascript:alert(1)” tidak ditayangkan. Pakai alamat lengkap yang diawali https://, atau alamat di portal yang diawali “/”.`,
        `/index.md:${bodyLine + 6} isi: Berkas “denah.png” disebut tetapi tidak ada di folder ini. Unggah berkasnya, atau hapus penyebutannya.`,
      ],
    ],
    [
      'a wrong weekday and a personal number, in fields and body',
      {
        'index.md': index
          .replace(/^ringkasan: /m, 'ringkasan: Senin (12/11/2026) ')
          .replace('(kominfo)', '6171010101900001'),
      },
      [
        '/index.md:13 ringkasan: “Senin (12/11/2026)” tidak cocok: tanggal itu jatuh pada hari Kamis. Betulkan hari atau tanggalnya.',
        `/index.md:${index.split('\n').findIndex((line) => line.includes('(kominfo)')) + 1} isi: Ada 16 angka berurutan yang tampak seperti NIK atau nomor KK. Hapus: data pribadi tidak boleh terbit, dan riwayat naskah tidak dapat dilupakan.`,
      ],
    ],
  ])('finds %s', (_name, changed, expected) => {
    expect(problems(changed)).toEqual(expected);
  });

  it.each([
    [
      'content/berita/2026/13/contoh',
      'content/berita/2026/13/contoh: Letak ini tidak dikenal; isi koleksi ini harus berada di content/berita/<tahun>/<bulan>/<nama>/. Pindahkan foldernya.',
    ],
    [
      'content/berita/2026/11/ab',
      'content/berita/2026/11/ab: Nama folder kurang dari 3 huruf; ia menjadi alamat halaman. Pakai beberapa kata dari judul.',
    ],
    [
      `content/berita/2026/11/${'a'.repeat(81)}`,
      `content/berita/2026/11/${'a'.repeat(81)}: Nama folder 81 huruf, paling banyak 80; ia menjadi alamat halaman. Pendekkan.`,
    ],
  ])('refuses the place %s', (place, expected) => {
    expect(problems({}, place)).toEqual([expected]);
  });

  it('holds an item to the office whose folder it lies in', () => {
    const text = (opd: string) => `---\njudul: Daftar aset\nopd: ${opd}\ntanggal: "2026-11-02"\n---\n`;
    const found = (opd: string) => {
      const bytes = new TextEncoder().encode(text(opd));
      const own = 'content/informasi-publik/dinas-kesehatan/daftar-aset';
      return checkItem(own, [{ name: 'index.md', size: bytes.length, bytes }], { opdIds: [] }).map(
        formatIssue,
      );
    };
    expect(found('dinas-kesehatan')).toEqual([]);
    expect(found('dinas-pendidikan')).toEqual([
      'content/informasi-publik/dinas-kesehatan/daftar-aset/index.md:3 opd: Perangkat daerahnya “dinas-pendidikan”, tetapi foldernya milik “dinas-kesehatan”, dan alamat halaman memuat folder itu. Kembalikan isiannya, atau buat naskah baru untuk “dinas-pendidikan”.',
    ]);
  });

  it('says when no SOP governs the collection', () => {
    expect(
      checkItem(folder, filesOf(), { ...context, aturan: { alur: new Map() } }).map(formatIssue),
    ).toEqual([
      `${folder}: Koleksi “berita” belum diatur SOP mana pun di content/alur.yml, sehingga tidak dapat diajukan. Minta pengelola sistem mengaturnya.`,
    ]);
  });
});
