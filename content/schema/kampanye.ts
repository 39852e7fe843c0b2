import { z } from 'zod';
import { field } from './field.ts';
import { bahan, contoh, karya, kosongBoleh, opd, surat, tanggal, tim } from './parts.ts';

export const bentukKampanye = {
  teks: 'Konten teks',
  visual: 'Konten visual',
  audio: 'Konten audio',
  'audio-visual': 'Konten audio visual',
  'tatap-muka': 'Konten komunikasi tatap muka',
} as const;

const bentuk = Object.keys(bentukKampanye) as [keyof typeof bentukKampanye];

const uraian = (label: string, hint: string) =>
  field(kosongBoleh(z.string().trim().max(2000)), { label, hint, widget: 'text' });

/**
 * Planned communication (SOP Pengelolaan Konten dan Media Komunikasi Publik): direction, audience, material, assignment
 * and content, in the order in which the steps add them.
 */
export const kampanyeSchema = z.strictObject({
  judul: field(z.string().trim().min(5).max(120), {
    label: 'Judul',
    hint: 'Pesan utamanya, dalam lima sampai sepuluh kata.',
    tindakan: 'arahkan',
  }),
  opd: field(opd, { label: 'Perangkat daerah', hint: 'Yang programnya disampaikan.', tindakan: 'arahkan' }),
  tanggal: field(tanggal, { label: 'Tanggal arahan', tindakan: 'arahkan', internal: true }),
  arahan: field(kosongBoleh(z.string().trim().max(5000)), {
    label: 'Arahan',
    widget: 'text',
    hint: 'Apa yang harus disampaikan, kepada siapa, dan mengapa sekarang.',
    tindakan: 'arahkan',
    internal: true,
  }),
  disposisi: surat('Disposisi', { hint: 'Disposisi yang mendasari arahan.', tindakan: 'arahkan' }),
  khalayak: field(
    z.strictObject({
      demografi: field(
        z.strictObject({
          usia: field(kosongBoleh(z.string().trim().max(120)), { label: 'Rentang usia' }),
          jenisKelamin: field(kosongBoleh(z.string().trim().max(120)), { label: 'Jenis kelamin' }),
          pendidikan: field(kosongBoleh(z.string().trim().max(120)), { label: 'Jenjang pendidikan' }),
          domisili: field(kosongBoleh(z.string().trim().max(300)), { label: 'Lokasi domisili' }),
        }),
        { label: 'Demografi' },
      ).prefault({}),
      saluran: uraian('Saluran komunikasi', 'Jenis media yang digunakan untuk menyebarluaskan pesan.'),
      perilaku: uraian(
        'Kecenderungan perilaku',
        'Perilaku khalayak terhadap kebijakan, program, dan kegiatan yang disampaikan.',
      ),
    }),
    { label: 'Khalayak', tindakan: 'lengkapi', internal: true },
  ).prefault({}),
  materi: field(
    z.strictObject({
      data: bahan(
        'Data resmi',
        'Berkas',
        'Data internal, agenda dan program kerja, siaran pers, atau media.',
      ),
      uraian: uraian('Materi konten', 'Materi yang ditetapkan dari data itu.'),
    }),
    { label: 'Materi', tindakan: 'lengkapi', internal: true },
  ).prefault({}),
  anggota: tim('Daftar tim', 'tugaskan'),
  suratTugas: surat('Surat tugas dan SK tim', {
    hint: 'Diisi oleh yang menugaskan tim.',
    tindakan: 'tugaskan',
  }),
  lembarKerja: field(kosongBoleh(z.string().trim().max(10_000)), {
    label: 'Lembar kerja',
    widget: 'text',
    hint: 'Data dan informasi yang dipakai tim, dengan sumbernya.',
    tindakan: 'susun',
    internal: true,
  }),
  jenis: field(kosongBoleh(z.enum(bentuk)), {
    label: 'Jenis konten',
    choices: bentukKampanye,
    tindakan: 'susun',
  }),
  ringkasan: field(kosongBoleh(z.string().trim().max(300)), {
    label: 'Ringkasan',
    widget: 'text',
    hint: 'Satu atau dua kalimat untuk daftar kampanye dan mesin pencari.',
    tindakan: 'susun',
  }),
  karya: field(karya, {
    label: 'Karya',
    singular: 'Karya',
    hint: 'Gambar, suara, video, atau dokumen yang disebarluaskan.',
    tindakan: 'susun',
  }).default([]),
  contoh,
});

export type Kampanye = z.infer<typeof kampanyeSchema>;
