import { z } from 'zod';
import { field } from './field.ts';

const teks = z.string().trim().min(3).max(1500);

/**
 * Shape of `content/ppid.yml`: what the standard pages of the PPID say beside what the program knows by itself
 * (lists, periods, measured times). Offices, never people.
 */
export const ppidSchema = z.strictObject({
  contoh: field(z.boolean(), { label: 'Contoh', hint: 'true selama isian ini belum diganti milik sendiri.' }),
  profil: field(z.array(teks).min(1), { label: 'Profil', hint: 'Satu paragraf per butir.' }),
  tugas: field(z.array(teks).min(1), { label: 'Tugas' }),
  wewenang: field(z.array(teks), { label: 'Wewenang' }),
  struktur: field(
    z
      .array(
        z.strictObject({
          unsur: field(teks, { label: 'Unsur PPID' }),
          jabatan: field(teks, { label: 'Dijabat oleh', hint: 'Jabatan, bukan nama orang.' }),
          tugas: field(teks, { label: 'Tugas' }),
        }),
      )
      .min(1),
    { label: 'Struktur' },
  ),
  maklumat: field(
    z.strictObject({
      isi: field(teks, { label: 'Maklumat' }),
      mekanisme: field(z.array(teks).min(1), { label: 'Sistem, mekanisme, dan prosedur' }),
      biaya: field(teks, { label: 'Biaya' }),
      jaminan: field(z.array(teks).min(1), { label: 'Jaminan' }),
      evaluasi: field(teks, { label: 'Evaluasi kinerja' }),
    }),
    { label: 'Maklumat pelayanan' },
  ),
  dasarHukum: field(
    z
      .array(
        z.strictObject({
          peraturan: field(teks, { label: 'Peraturan' }),
          pasal: field(
            z.array(
              z.strictObject({
                pasal: field(teks, { label: 'Pasal' }),
                isi: field(teks, { label: 'Yang diatur' }),
              }),
            ),
            { label: 'Pasal' },
          ),
        }),
      )
      .min(1),
    { label: 'Dasar hukum' },
  ),
  permohonan: field(
    z.strictObject({
      cara: field(z.array(teks).min(1), { label: 'Cara mengajukan' }),
      isian: field(z.array(teks).min(1), { label: 'Yang perlu disebutkan' }),
      jawaban: field(z.array(teks).min(1), { label: 'Yang tertulis dalam pemberitahuan' }),
    }),
    { label: 'Permohonan informasi' },
  ),
  keberatan: field(
    z.strictObject({
      cara: field(z.array(teks).min(1), { label: 'Cara mengajukan' }),
      alasan: field(z.array(teks).min(1), { label: 'Alasan yang dapat diajukan' }),
    }),
    { label: 'Keberatan' },
  ),
  kanalPermohonan: field(z.url({ protocol: /^https$/ }).nullable(), {
    label: 'Alamat sistem permohonan',
    hint: 'Sistem resmi di luar portal ini yang mencatat permohonan; null bila belum ada.',
  }),
  aksesibilitas: field(z.array(teks).min(1), { label: 'Pernyataan aksesibilitas' }),
  privasi: field(z.array(teks).min(1), { label: 'Privasi' }),
});
export type Ppid = z.infer<typeof ppidSchema>;
