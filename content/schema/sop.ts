import { z } from 'zod';
import { field } from './field.ts';

/**
 * The four kinds of work that a step can be, and the tindakan that belong to each. The kind fixes what counts
 * as evidence that the step is done (design, section 3); no program text ever asks for a step number.
 */
export const tindakanByKind = {
  maker: ['ajukan', 'liput', 'arahkan', 'susun', 'koreksi', 'lengkapi'],
  reviewer: ['terima', 'tugaskan', 'periksa', 'setujui', 'perintahkan'],
  system: ['terbitkan'],
  observer: ['pantau'],
} as const;

export type Kind = keyof typeof tindakanByKind;
export type Tindakan = (typeof tindakanByKind)[Kind][number];

const kinds = new Map(
  Object.entries(tindakanByKind).flatMap(([kind, list]) => list.map((tindakan) => [tindakan, kind as Kind])),
);

/** The kind of a tindakan: `periksa` → `reviewer`. */
export function kindOf(tindakan: Tindakan): Kind {
  const kind = kinds.get(tindakan);
  if (kind === undefined) throw new Error(`tindakan without a kind: ${tindakan}`);
  return kind;
}

/** Whether the document says it, or we inferred it (PermenPAN-RB 35/2012 asks for marks that the text has lost). */
const sumber = z.enum(['eksplisit', 'disimpulkan', 'usulan']);
export type Sumber = z.infer<typeof sumber>;

const teks = z.string().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'hanya boleh huruf kecil, angka, dan tanda hubung');

const pelaksana = z.strictObject({
  id,
  nama: teks,
  tunggal: field(z.boolean().default(false), {
    label: 'Tunggal',
    hint: 'Jabatan satu orang: tidak dua pemegang definitif sekaligus, kecuali untuk perangkat daerah yang berbeda.',
  }),
});

const kelengkapan = z.strictObject({
  nama: field(teks, { label: 'Nama', hint: 'Persis seperti dalam dokumen.' }),
  id: field(id.nullable(), {
    label: 'Id',
    hint: 'Nama yang dipetakan alur.yml ke isian; null untuk alat dan ATK, yang dicatat tetapi tidak diperiksa.',
  }),
  sumber: field(sumber.default('eksplisit'), { label: 'Sumber' }),
  alasan: field(teks.nullable().default(null), { label: 'Alasan' }),
});
export type Kelengkapan = z.infer<typeof kelengkapan>;

const waktu = z
  .union([z.strictObject({ menit: z.int().positive() }), z.strictObject({ hariKerja: z.int().positive() })])
  .nullable();

const langkah = z.strictObject({
  no: field(z.int().positive(), { label: 'Nomor' }),
  aktivitas: field(teks, { label: 'Aktivitas', hint: 'Kata demi kata, salah ketik pun disalin.' }),
  pelaksana: field(z.array(id).min(1), {
    label: 'Pelaksana',
    hint: 'Satu atau beberapa id dari daftar pelaksana; salah satunya cukup.',
  }),
  tindakan: field(z.enum(Object.values(tindakanByKind).flat() as [Tindakan, ...Tindakan[]]), {
    label: 'Tindakan',
  }),
  sumber: field(sumber, { label: 'Sumber pelaksana' }),
  alasan: field(teks.nullable().default(null), { label: 'Alasan' }),
  alternatif: field(teks.nullable().default(null), { label: 'Alternatif' }),
  kelengkapan: field(z.array(kelengkapan), { label: 'Kelengkapan' }),
  waktu: field(waktu, { label: 'Waktu' }),
  waktuTeks: field(teks.nullable(), { label: 'Waktu dalam dokumen' }),
  output: field(z.array(teks), { label: 'Output' }),
  keterangan: field(teks.nullable().default(null), { label: 'Keterangan' }),
  /** Number of the maker step that a return from here leads to. */
  kembaliKe: field(z.int().positive().nullable().default(null), { label: 'Kembali ke' }),
  /** Which answer to the question of this step leads to a return: "Apakah ada koreksi" returns on `ya`. */
  kembaliBila: field(z.enum(['ya', 'tidak']).default('tidak'), { label: 'Kembali bila jawabannya' }),
  /** Number of the step that a submission of this step leads to. */
  lanjutKe: field(z.int().positive().nullable().default(null), { label: 'Lanjut ke' }),
  /** Where the document does not draw the arrow itself: why we drew it so. */
  alasanArah: field(teks.nullable().default(null), { label: 'Alasan arah' }),
  hanyaKoreksi: field(z.boolean().default(false), { label: 'Hanya koreksi' }),
  /** An observer's step that nobody who made, checked or approved the item may do. */
  orangLain: field(z.boolean().default(false), { label: 'Orang lain' }),
});
export type Langkah = z.infer<typeof langkah>;

const catatan = z.strictObject({
  bagian: field(teks, { label: 'Bagian' }),
  isi: field(teks, { label: 'Isi' }),
  /** Item of the list `bagian` (from 1) that the note is about: it wears the badge. */
  butir: field(z.int().positive().nullable().default(null), { label: 'Butir' }),
  lencana: field(teks.nullable().default(null), {
    label: 'Lencana',
    hint: 'Satu dua kata di samping butirnya, misalnya “sudah diganti”.',
  }),
});

/** What the rules between the parts of an SOP look at: they are judged even where a time or a text has a fault. */
export const sopParts = z.object({
  pelaksana: z.array(pelaksana).min(1),
  langkah: z
    .array(
      langkah
        .pick({
          no: true,
          pelaksana: true,
          tindakan: true,
          sumber: true,
          alasan: true,
          kelengkapan: true,
          kembaliKe: true,
          lanjutKe: true,
          hanyaKoreksi: true,
          orangLain: true,
        })
        .strip(),
    )
    .min(1),
});
export type SopParts = z.infer<typeof sopParts>;

/** Shape of `content/sop/<id>/index.md`; the rules between its parts stand in scripts/core/sop.ts. */
export const sopSchema = z.strictObject({
  nama: field(teks, { label: 'Nama SOP' }),
  pemerintah: field(teks.nullable(), { label: 'Pemerintah' }),
  dinas: field(teks, { label: 'Dinas' }),
  alamat: field(z.array(teks).default([]), { label: 'Alamat' }),
  bidang: field(teks.nullable(), { label: 'Bidang' }),
  seksi: field(teks.nullable(), { label: 'Seksi' }),
  nomor: field(teks.nullable(), { label: 'Nomor SOP' }),
  tanggalPembuatan: field(teks.nullable(), { label: 'Tanggal pembuatan' }),
  tanggalRevisi: field(teks.nullable(), { label: 'Tanggal revisi' }),
  tanggalEfektif: field(teks.nullable(), { label: 'Tanggal efektif' }),
  disahkanOleh: field(teks.nullable(), { label: 'Disahkan oleh', hint: 'Jabatan saja, tanpa nama orang.' }),
  dasarHukum: field(z.array(teks), { label: 'Dasar hukum' }),
  kualifikasi: field(z.array(teks), { label: 'Kualifikasi pelaksana' }),
  keterkaitan: field(z.array(teks), { label: 'Keterkaitan' }),
  peralatan: field(z.array(teks), { label: 'Peralatan/perlengkapan' }),
  peringatan: field(teks.nullable(), { label: 'Peringatan' }),
  pencatatan: field(z.array(teks), { label: 'Pencatatan dan pendataan' }),
  pelaksana: field(z.array(pelaksana).min(1), { label: 'Pelaksana' }),
  langkah: field(z.array(langkah).min(1), { label: 'Langkah' }),
  catatan: field(z.array(catatan).default([]), {
    label: 'Catatan pembaca',
    hint: 'Yang ganjil dalam dokumen: disalin apa adanya, diterangkan di sini.',
  }),
});
export type SopDocument = z.infer<typeof sopSchema>;
