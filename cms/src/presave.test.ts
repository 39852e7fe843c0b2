import { expect, test } from 'vitest';
import { collections } from '../../content/schema/collections.ts';
import { faultsOf } from './presave.ts';

const [berita] = collections;
if (berita === undefined) throw new Error('no collections');

const good = {
  judul: 'Kerja bakti massal',
  opd: 'dinas-pendidikan',
  tanggal: '2026-11-02',
  liputan: { dokumentasi: [], data: '' },
  foto: [
    { berkas: 'foto.jpg', keterangan: 'Warga bekerja.', kredit: 'Kominfo', alt: 'Warga di tepi sungai' },
  ],
  contoh: false,
  body: 'Isi.',
};
const [foto] = good.foto;

test.each([
  ['nothing wrong', good, []],
  ['a long title', { ...good, judul: 'x'.repeat(134) }, ['Judul: paling banyak 120 huruf, sekarang 134.']],
  ['a short title', { ...good, judul: 'Ya' }, ['Judul: paling sedikit 5 huruf.']],
  [
    'a title without an address',
    { ...good, judul: '！！！！！' },
    ['Judul: harus memuat huruf atau angka Latin, karena alamat halamannya dibuat dari situ.'],
  ],
  ['no office', { ...good, opd: undefined }, ['Perangkat daerah: wajib diisi.']],
  [
    'a day that is not there',
    { ...good, tanggal: '2026-02-30' },
    ['Tanggal kegiatan: bukan tanggal yang ada dalam kalender.'],
  ],
  ['a strange choice', { ...good, kategori: 'gosip' }, ['Kategori: pilih salah satu dari daftarnya.']],
  [
    'a second photo without credit, and a wrong kind of file',
    { ...good, foto: [foto, { ...foto, berkas: 'foto.svg', kredit: 'K' }] },
    ['Foto 2, Gambar: gambar harus JPEG, PNG, atau WebP.', 'Foto 2, Kredit: paling sedikit 2 huruf.'],
  ],
  [
    'a file of an unknown kind in the raw material',
    { ...good, liputan: { dokumentasi: [{ berkas: 'foto.heic' }] } },
    ['Bahan liputan, Dokumentasi 1, Berkas: jenis berkas tidak diterima.'],
  ],
  ['a field nobody knows', { ...good, pengarang: 'x' }, ['Isian tidak dikenal: pengarang.']],
])('%s', (_name, data, faults) => {
  expect(faultsOf(berita, data, [])).toEqual(faults);
});

test('an item that lies under its office stays with it', () => {
  const informasi = collections.find(({ name }) => name === 'informasi-publik')!;
  const data = { judul: 'Daftar aset', opd: 'dinas-kesehatan', tanggal: '2026-11-02' };
  const at = (opd: string) => `content/informasi-publik/${opd}/daftar-aset/index.md`;
  expect(faultsOf(informasi, data, [])).toEqual([]);
  expect(faultsOf(informasi, data, [], at('dinas-kesehatan'))).toEqual([]);
  expect(faultsOf(informasi, data, [], at('dinas-pendidikan'))).toEqual([
    'OPD yang menguasai: tidak dapat diganti sesudah naskah dibuat, karena alamatnya memuat “dinas-pendidikan”. Kembalikan pilihannya, atau buat naskah baru.',
  ]);
});

test('a picture that is still too large after it was drawn anew is named with its size', () => {
  const files = [
    { name: 'foto.jpg', size: 6_400_000 },
    { name: 'rekaman.mp4', size: 15_000_000 },
  ];
  expect(faultsOf(berita, good, files)).toEqual([
    'Gambar “foto.jpg” terlalu besar: 6,4 MB, sedangkan batasnya 5 MB. Kecilkan gambar itu, lalu pilih lagi.',
  ]);
});
