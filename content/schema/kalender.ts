import { z } from 'zod';
import { field } from './field.ts';
import { tanggal } from './parts.ts';

const jam = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'harus jam dan menit seperti 07:30');
const rentang = z
  .strictObject({ mulai: jam, selesai: jam })
  .refine(({ mulai, selesai }) => mulai < selesai, { error: 'harus mulai lebih dahulu daripada selesai' });

/** Working hours of one day: from, to, and the breaks inside; null is a day off. */
const hari = z
  .strictObject({ mulai: jam, selesai: jam, istirahat: z.array(rentang).default([]) })
  .refine(({ mulai, selesai }) => mulai < selesai, { error: 'harus mulai lebih dahulu daripada selesai' })
  .refine(
    ({ mulai, selesai, istirahat }) =>
      istirahat.every((jeda) => mulai <= jeda.mulai && jeda.selesai <= selesai),
    {
      error: 'harus memuat istirahat di dalam jam kerjanya',
    },
  )
  .nullable();

const pekan = z.strictObject({
  senin: field(hari, { label: 'Senin' }),
  selasa: field(hari, { label: 'Selasa' }),
  rabu: field(hari, { label: 'Rabu' }),
  kamis: field(hari, { label: 'Kamis' }),
  jumat: field(hari, { label: 'Jumat' }),
  sabtu: field(hari, { label: 'Sabtu' }),
  minggu: field(hari, { label: 'Minggu' }),
});
export type Pekan = z.infer<typeof pekan>;

const hariLibur = z.strictObject({
  tanggal: field(tanggal, { label: 'Tanggal' }),
  nama: field(z.string().min(3), { label: 'Nama' }),
});

const tahun = z.string().regex(/^20\d\d$/, 'harus tahun seperti 2026');

/**
 * Shape of `content/kalender.yml`; the rules between its parts stand in scripts/core/kalender-rules.ts. A year that is
 * missing is an error where a deadline needs it, never a guess.
 */
export const kalenderSchema = z.strictObject({
  zona: field(z.literal('Asia/Pontianak'), { label: 'Zona waktu' }),
  dasarJamKerja: field(z.string().min(3), { label: 'Dasar jam kerja' }),
  jamKerja: field(pekan, { label: 'Jam kerja' }),
  jamKerjaRamadan: field(pekan, { label: 'Jam kerja Ramadan' }),
  tahun: field(
    z.record(
      tahun,
      z.strictObject({
        dasar: field(z.string().min(3), { label: 'Dasar hari libur' }),
        ramadan: field(
          z.strictObject({
            mulai: field(tanggal, { label: 'Mulai' }),
            selesai: field(tanggal, { label: 'Selesai' }),
            sumber: field(z.enum(['eksplisit', 'disimpulkan']), { label: 'Sumber' }),
            alasan: field(z.string().nullable().default(null), { label: 'Alasan' }),
          }),
          { label: 'Ramadan' },
        ),
        libur: field(z.array(hariLibur).min(1), { label: 'Hari libur nasional' }),
        cutiBersama: field(z.array(hariLibur), { label: 'Cuti bersama' }),
      }),
    ),
    { label: 'Tahun' },
  ),
});
export type KalenderDocument = z.infer<typeof kalenderSchema>;
