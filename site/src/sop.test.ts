import { expect, it } from 'vitest';
import { arah, jumlahWaktu, judulSop, namaPelaksana, penyetuju, simpulan, titleCase } from './sop.ts';
import { sopWith } from './testing/sops.ts';

const sop = sopWith(
  ['tim', 'kadis'],
  [
    { waktu: { menit: 600 } },
    {
      pelaksana: ['tim', 'kadis'],
      sumber: 'disimpulkan',
      alasan: 'Sebab.',
      alternatif: 'Kabid.',
      waktu: { menit: 600 },
      kelengkapan: [
        { nama: 'Kamera', id: null },
        { nama: 'Naskah', id: 'naskah', sumber: 'usulan', alasan: 'Usul kantor.' },
      ],
    },
    { tindakan: 'periksa', kembaliKe: 2, alasanArah: 'Tidak tertulis.', waktu: { hariKerja: 2 } },
    { tindakan: 'setujui', pelaksana: ['kadis'], kembaliKe: 6, kembaliBila: 'ya' },
    { tindakan: 'perintahkan' },
    { tindakan: 'koreksi', hanyaKoreksi: true, lanjutKe: 3 },
  ],
);

it.each([
  ['SOP PEMBUATAN KONTEN DAN MEDIA PPID', 'SOP Pembuatan Konten dan Media PPID'],
  ['Penyebarluasan Informasi', 'SOP Penyebarluasan Informasi'],
])('%s is titled %s', (nama, judul) => {
  expect(judulSop(nama)).toBe(judul);
});

it('names who does a step and who approves, and leaves mixed case as the document has it', () => {
  const named = {
    ...sop,
    pelaksana: [
      { id: 'tim', nama: 'TIM PKP', tunggal: false },
      { id: 'kadis', nama: 'Kepala Dinas', tunggal: true },
    ],
  };
  expect(namaPelaksana(named, named.langkah[1]!)).toBe('Tim PKP atau Kepala Dinas');
  expect(penyetuju(named)).toBe('Kepala Dinas');
  expect(titleCase('Kasi PKP')).toBe('Kasi PKP');
});

it('adds up the times that are given, in their own units', () => {
  expect(jumlahWaktu(sop)).toBe('2 hari kerja dan 1.200 menit');
});

it('says where a step leads when it does not simply lead to the next', () => {
  expect(sop.langkah.map((_, index) => arah(sop, index))).toEqual([
    [],
    [],
    ['ya: ke langkah 4', 'tidak: kembali ke langkah 2'],
    ['tidak: ke langkah 5', 'ya: ke langkah 6'],
    [],
    ['lanjut ke langkah 3'],
  ]);
});

it('says in which step of the same review a return is decided', () => {
  const review = { tindakan: 'periksa', pelaksana: ['kadis'], kembaliKe: 1 };
  const two = sopWith(['tim', 'kadis'], [{}, review, { ...review, tindakan: 'setujui' }]);
  expect(arah(two, 1)).toEqual(['pengembalian diputuskan di langkah 3']);
  expect(arah(two, 2)).toEqual(['ya: selesai', 'tidak: kembali ke langkah 1']);
});

it('numbers everything that the document does not say, with the reason', () => {
  expect(simpulan(sop)).toEqual([
    {
      nomor: 1,
      no: 2,
      bagian: 'pelaksana',
      kelengkapan: null,
      sumber: 'disimpulkan',
      tentang: 'Pelaksana: tim atau kadis',
      alasan: 'Sebab. Kemungkinan lain: Kabid.',
    },
    {
      nomor: 2,
      no: 2,
      bagian: 'kelengkapan',
      kelengkapan: 'Naskah',
      sumber: 'usulan',
      tentang: 'Kelengkapan: Naskah',
      alasan: 'Usul kantor.',
    },
    {
      nomor: 3,
      no: 3,
      bagian: 'arah',
      kelengkapan: null,
      sumber: 'disimpulkan',
      tentang: 'Arah: ya: ke langkah 4; tidak: kembali ke langkah 2',
      alasan: 'Tidak tertulis.',
    },
  ]);
});
