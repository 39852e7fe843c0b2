import { z } from 'zod';
import { field } from './field.ts';
import { opd } from './parts.ts';

/** Role of the code owners, who approve changes to the system itself. It stands in no SOP. */
export const pengelolaSistem = 'pengelola-sistem';

const saat = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'harus tanggal seperti 2026-11-02, atau waktu dengan zona seperti 2026-11-02T08:00:00+07:00',
});

const akun = z
  .int({ error: 'harus nomor akun GitHub (“id” di https://api.github.com/users/namanya), bukan namanya' })
  .positive();

/** One row of `content/pelaksana.yml`: who may act in which role, and when. */
export const penugasanSchema = z.strictObject({
  akun: field(akun, {
    label: 'Akun',
    hint: 'Nomor akun GitHub, bukan namanya: nama dapat diganti.',
  }),
  peran: field(z.string().min(1), { label: 'Peran', hint: 'Id pelaksana dari salah satu SOP.' }),
  opd: field(opd.optional(), {
    label: 'Perangkat daerah',
    hint: 'Hanya untuk peran yang terbatas pada satu perangkat daerah.',
  }),
  mulai: field(saat, { label: 'Mulai' }),
  selesai: field(saat.optional(), { label: 'Selesai' }),
  jenis: field(z.enum(['definitif', 'plt', 'plh']), { label: 'Jenis' }),
  jabatan: field(z.string().min(2).max(120), { label: 'Jabatan', hint: 'Jabatan orangnya, tanpa nama.' }),
  surat: field(z.string().min(3).max(200), { label: 'Surat', hint: 'Nomor dan tanggal surat penunjukan.' }),
});

/** Shape of `content/pelaksana.yml`: a list. Rows are ended, never removed. */
export const pelaksanaSchema = z.array(penugasanSchema).min(1);
