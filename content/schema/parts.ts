import { z } from 'zod';
import { field } from './field.ts';

/** Parts that several collections share. */

/** Accepts what Decap writes for a field left empty (`''`, `null`, absent) as absent. */
export function kosongBoleh<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());
}

/** A day, `2026-11-02`: YAML 1.2 core has no dates, so it stays text, and it must be a day that exists. */
export const tanggal = field(z.iso.date(), { label: 'Tanggal', widget: 'date' });

/** Id of an office: the name of its file in `content/opd/`. */
export const opd = field(
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'hanya boleh huruf kecil, angka, dan tanda hubung'),
  {
    label: 'Perangkat daerah',
    widget: 'relation',
    relation: 'opd',
  },
);

const namaBerkas = /^(?!\.)[^/\\\u0000-\u001f]{1,150}$/u;

/**
 * A file that lies in the item's own folder: a plain name, never a path. Its field is named `berkas`, always: by that
 * name the checks find every file that an item names.
 */
export const berkas = field(
  z
    .string()
    .regex(namaBerkas, 'harus nama berkas di folder ini, tanpa garis miring')
    .refine((name) => /\.(jpe?g|png|webp|pdf|mp3|m4a|mp4|csv|xlsx|docx|txt)$/i.test(name), {
      error: 'jenis berkas tidak diterima',
    }),
  { label: 'Berkas', widget: 'file' },
);

/** A picture in the item's own folder, in a field named `berkas`. SVG is refused: it can carry script. */
export const gambar = field(
  z
    .string()
    .regex(namaBerkas, 'harus nama berkas di folder ini, tanpa garis miring')
    .refine((name) => /\.(jpe?g|png|webp)$/i.test(name), { error: 'gambar harus JPEG, PNG, atau WebP' }),
  { label: 'Gambar', widget: 'image' },
);

/** A letter: its number, its day, and the scan of it. Each may be missing while a draft is written; a step asks for all three. */
export function surat(label: string, meta: { readonly hint: string; readonly tindakan: string }) {
  return field(
    z.strictObject({
      nomor: field(kosongBoleh(z.string().trim().max(80)), { label: 'Nomor surat' }),
      tanggal: field(kosongBoleh(tanggal), { label: 'Tanggal surat' }),
      berkas: field(kosongBoleh(berkas), {
        label: 'Berkas surat',
        hint: 'PDF atau foto surat yang terbaca.',
      }),
    }),
    { label, ...meta, internal: true },
  ).prefault({});
}

/** The team that a letter names: who, and for what. */
export function tim(label: string, tindakan: string) {
  return field(
    z.array(
      z.strictObject({
        nama: field(z.string().trim().min(2).max(120), { label: 'Nama atau jabatan' }),
        tugas: field(z.string().trim().min(2).max(120), {
          label: 'Tugas',
          hint: 'Misalnya penulis naskah, juru kamera, atau perancang.',
        }),
      }),
    ),
    {
      label,
      singular: 'Anggota',
      hint: 'Yang disebut dalam surat tugas.',
      tindakan,
      internal: true,
    },
  ).default([]);
}

/** Files and notes that a text is made from; the office's own, never public. */
export function bahan(label: string, singular: string, hint: string) {
  return field(
    z.array(
      z.strictObject({
        berkas: field(berkas, { label: 'Berkas' }),
        keterangan: field(kosongBoleh(z.string().trim().max(300)), { label: 'Keterangan' }),
      }),
    ),
    { label, singular, hint },
  ).default([]);
}

/** One finished work that the public sees: a picture, a sound, a film or a document, each with its text in words. */
export const karya = z.array(
  z.strictObject({
    berkas: field(berkas, { label: 'Berkas', hint: 'Gambar, PDF, suara, atau video.' }),
    keterangan: field(z.string().trim().min(5).max(300), {
      label: 'Keterangan',
      hint: 'Apa yang ditunjukkannya.',
    }),
    kredit: field(z.string().trim().min(2).max(80), { label: 'Kredit', hint: 'Pembuat atau kantornya.' }),
    alt: field(z.string().trim().min(5).max(2000), {
      label: 'Pengganti dalam kata-kata',
      widget: 'text',
      hint: 'Gambar: apa yang tampak. Video atau suara: transkripnya. Infografis: semua angka dan kata di dalamnya.',
    }),
  }),
);

/** Documents that the public fetches, each with its title and what it holds in words. */
export const dokumen = z.array(
  z.strictObject({
    berkas: field(berkas, { label: 'Berkas' }),
    judul: field(z.string().trim().min(3).max(160), { label: 'Judul dokumen' }),
    catatan: field(kosongBoleh(z.string().trim().max(1000)), {
      label: 'Catatan akses',
      widget: 'text',
      hint: 'Isi pokoknya dalam kata-kata, bagi pembaca yang tidak dapat membuka berkasnya.',
    }),
  }),
);

/** Marks an item as a sample: the public page says so. */
export const contoh = field(z.boolean().default(false), {
  label: 'Contoh',
  hint: 'Isi contoh, bukan terbitan sungguhan; halaman publik mengatakannya.',
  widget: 'hidden',
});
