import { z } from 'zod';
import { field } from './field.ts';
import { bahan, contoh, karya, kosongBoleh, opd, surat, tanggal, tim } from './parts.ts';

export const jenisKonten = {
  video: 'Video informasi',
  'desain-grafis': 'Desain grafis',
  infografis: 'Infografis',
} as const;

const jenis = Object.keys(jenisKonten) as [keyof typeof jenisKonten];

/**
 * Content that an office asks for (SOP Pembuatan Konten Informasi): from the request with its letter, over the team and
 * its surat perintah tugas, to the finished work. One item holds all of it, in the order in which it comes to be.
 */
export const kontenSchema = z.strictObject({
  judul: field(z.string().trim().min(5).max(120), {
    label: 'Judul',
    hint: 'Konten tentang apa, dalam lima sampai sepuluh kata.',
    tindakan: 'ajukan',
  }),
  opd: field(opd, { label: 'OPD pemohon', hint: 'Yang memohon dan memberi materinya.', tindakan: 'ajukan' }),
  tanggal: field(tanggal, { label: 'Tanggal permohonan', tindakan: 'ajukan', internal: true }),
  permohonan: field(
    z.strictObject({
      jenis: field(kosongBoleh(z.enum(jenis)), { label: 'Jenis yang diminta', choices: jenisKonten }),
      tujuan: field(kosongBoleh(z.string().trim().max(2000)), {
        label: 'Tujuan',
        widget: 'text',
        hint: 'Untuk siapa konten ini, dan apa yang perlu mereka ketahui atau lakukan.',
      }),
      diperlukan: field(kosongBoleh(tanggal), { label: 'Diperlukan sebelum' }),
    }),
    { label: 'Permohonan', tindakan: 'ajukan', internal: true },
  ).prefault({}),
  suratPemohon: surat('Surat pemohon', {
    hint: 'Surat permohonan resmi dari OPD.',
    tindakan: 'ajukan',
  }),
  suratTugas: surat('Surat Perintah Tugas', {
    hint: 'Diisi oleh bidang yang membentuk tim, sesudah permohonan diterima.',
    tindakan: 'tugaskan',
  }),
  anggota: tim('Anggota tim', 'tugaskan'),
  data: field(
    z.strictObject({
      uraian: field(kosongBoleh(z.string().trim().max(10_000)), {
        label: 'Data dan informasi',
        widget: 'text',
        hint: 'Materi dari OPD pemohon yang menjadi dasar konten.',
      }),
      bahan: bahan('Berkas materi', 'Berkas', 'Data, foto, atau dokumen dari OPD pemohon.'),
      dariPemohon: field(z.boolean().default(false), {
        label: 'Materi berasal langsung dari OPD pemohon',
        hint: 'Pernyataan tim. SOP mengharuskan materi dari sumbernya langsung.',
      }),
    }),
    { label: 'Data informasi', tindakan: 'susun', internal: true },
  ).prefault({}),
  ringkasan: field(kosongBoleh(z.string().trim().max(300)), {
    label: 'Ringkasan',
    widget: 'text',
    hint: 'Satu atau dua kalimat untuk daftar konten dan mesin pencari.',
    tindakan: 'susun',
  }),
  jenis: field(kosongBoleh(z.enum(jenis)), {
    label: 'Jenis konten',
    choices: jenisKonten,
    tindakan: 'susun',
  }),
  karya: field(karya, {
    label: 'Karya',
    singular: 'Karya',
    hint: 'Hasil jadinya; yang pertama menjadi yang utama.',
    tindakan: 'susun',
  }).default([]),
  contoh,
});

export type Konten = z.infer<typeof kontenSchema>;
