import { z } from 'zod';
import { field } from './field.ts';
import { bahan, contoh, gambar, kosongBoleh, opd, tanggal } from './parts.ts';

export const kategoriBerita = {
  pemerintahan: 'Pemerintahan',
  'layanan-publik': 'Layanan Publik',
  pembangunan: 'Pembangunan',
  ekonomi: 'Ekonomi',
  pendidikan: 'Pendidikan',
  kesehatan: 'Kesehatan',
  sosial: 'Sosial',
  lingkungan: 'Lingkungan',
  kebencanaan: 'Kebencanaan',
  budaya: 'Budaya dan Pariwisata',
} as const;

const kategori = Object.keys(kategoriBerita) as [keyof typeof kategoriBerita];

/**
 * A news item (SOP Penyebarluasan Informasi). What a draft must have to be saved is required here; what a step
 * must have before it can be done is its kelengkapan, which `content/alur.yml` maps to these fields.
 */
export const beritaSchema = z.strictObject({
  judul: field(z.string().trim().min(5).max(120), {
    label: 'Judul',
    hint: 'Lima sampai sepuluh kata: siapa melakukan apa.',
    tindakan: 'liput',
  }),
  opd: field(opd, {
    label: 'Perangkat daerah',
    hint: 'Yang kegiatannya diberitakan.',
    tindakan: 'liput',
  }),
  tanggal: field(tanggal, {
    label: 'Tanggal kegiatan',
    hint: 'Hari peristiwanya berlangsung.',
    tindakan: 'liput',
  }),
  tempat: field(kosongBoleh(z.string().trim().max(120)), {
    label: 'Tempat',
    hint: 'Nama kota atau kecamatan untuk pembuka berita: “PONTIANAK – …”.',
    tindakan: 'liput',
  }),
  liputan: field(
    z.strictObject({
      dokumentasi: bahan('Dokumentasi', 'Berkas', 'Foto, rekaman, atau notula dari lapangan.'),
      data: field(kosongBoleh(z.string().trim().max(10_000)), {
        label: 'Data dan informasi',
        widget: 'text',
        hint: 'Catatan lapangan: apa, siapa, di mana, kapan, mengapa, bagaimana, dan angkanya.',
      }),
    }),
    { label: 'Bahan liputan', tindakan: 'liput', internal: true },
  ).default({ dokumentasi: [], data: undefined }),
  ringkasan: field(kosongBoleh(z.string().trim().max(300)), {
    label: 'Ringkasan',
    widget: 'text',
    hint: 'Satu atau dua kalimat untuk daftar berita dan mesin pencari.',
    tindakan: 'susun',
  }),
  kategori: field(kosongBoleh(z.enum(kategori)), {
    label: 'Kategori',
    choices: kategoriBerita,
    tindakan: 'susun',
  }),
  foto: field(
    z.array(
      z.strictObject({
        berkas: field(gambar, { label: 'Gambar', hint: 'JPEG, PNG, atau WebP, paling besar 5 MB.' }),
        keterangan: field(z.string().trim().min(5).max(300), {
          label: 'Keterangan foto',
          hint: 'Siapa, sedang apa, di mana, kapan.',
        }),
        kredit: field(z.string().trim().min(2).max(80), {
          label: 'Kredit',
          hint: 'Pembuat foto atau kantornya.',
        }),
        alt: field(z.string().trim().min(5).max(300), {
          label: 'Teks alternatif',
          hint: 'Apa yang tampak, bagi pembaca yang tidak melihat gambar.',
        }),
      }),
    ),
    { label: 'Foto', singular: 'Foto', hint: 'Yang pertama menjadi foto utama.', tindakan: 'susun' },
  ).default([]),
  narasumber: field(
    z.array(
      z.strictObject({
        jabatan: field(z.string().trim().min(2).max(120), { label: 'Jabatan atau peran' }),
        nama: field(kosongBoleh(z.string().trim().max(120)), { label: 'Nama' }),
      }),
    ),
    { label: 'Narasumber', singular: 'Narasumber', tindakan: 'susun' },
  ).default([]),
  contoh,
});

export type Berita = z.infer<typeof beritaSchema>;
