import { expect, it } from 'vitest';
import { sopSchema } from '../../content/schema/sop.ts';
import { arah, jumlahWaktu, judulSop, namaPelaksana, simbolOf, simpulan, titleCase } from './sop.ts';

const step = (no: number, more: Record<string, unknown> = {}) => ({
  no,
  aktivitas: `Kerja ${no}`,
  pelaksana: ['tim'],
  tindakan: 'susun',
  sumber: 'eksplisit',
  kelengkapan: [],
  waktu: { menit: 600 },
  waktuTeks: '600 menit',
  output: [],
  ...more,
});

const sop = sopSchema.parse({
  nama: 'X',
  pemerintah: null,
  dinas: 'D',
  bidang: null,
  seksi: null,
  nomor: null,
  tanggalPembuatan: null,
  tanggalRevisi: null,
  tanggalEfektif: null,
  disahkanOleh: null,
  dasarHukum: [],
  kualifikasi: [],
  keterkaitan: [],
  peralatan: [],
  peringatan: null,
  pencatatan: [],
  pelaksana: [
    { id: 'tim', nama: 'TIM PKP' },
    { id: 'kadis', nama: 'Kepala Dinas' },
  ],
  langkah: [
    step(1),
    step(2, { pelaksana: ['tim', 'kadis'], sumber: 'disimpulkan', alasan: 'Sebab.', alternatif: 'Kabid.' }),
    step(3, { tindakan: 'setujui', kembaliKe: 2, alasanArah: 'Tidak tertulis.', waktu: { hariKerja: 2 } }),
    step(4, { tindakan: 'perintahkan', waktu: null, waktuTeks: null }),
  ],
});

it.each([
  ['SOP PEMBUATAN KONTEN DAN MEDIA PPID', 'SOP Pembuatan Konten dan Media PPID'],
  ['Penyebarluasan Informasi', 'SOP Penyebarluasan Informasi'],
])('%s is titled %s', (nama, judul) => {
  expect(judulSop(nama)).toBe(judul);
});

it('names who does a step, and leaves mixed case as the document has it', () => {
  expect(sop.langkah.map((langkah) => namaPelaksana(sop, langkah))[1]).toBe('Tim PKP atau Kepala Dinas');
  expect(titleCase('Kasi PKP')).toBe('Kasi PKP');
});

it('adds up the times that are given, in their own units', () => {
  expect(jumlahWaktu(sop)).toBe('2 hari kerja dan 1.200 menit');
});

it('draws ends as capsules, work as boxes and decisions as diamonds', () => {
  expect(sop.langkah.map((langkah) => simbolOf(sop, langkah))).toEqual([
    'kapsul',
    'kotak',
    'ketupat',
    'kapsul',
  ]);
});

it('says where a step leads, and lists everything inferred with its reason', () => {
  expect(sop.langkah.map(arah)).toEqual([null, null, 'dikembalikan ke langkah 2', null]);
  expect(simpulan(sop)).toEqual([
    { no: 2, tentang: 'Pelaksana: Tim PKP atau Kepala Dinas', alasan: 'Sebab. Kemungkinan lain: Kabid.' },
    { no: 3, tentang: 'Arah: dikembalikan ke langkah 2', alasan: 'Tidak tertulis.' },
  ]);
});
