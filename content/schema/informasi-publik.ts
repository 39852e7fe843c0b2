import { z } from 'zod';
import { field } from './field.ts';
import { kewajiban } from './kewajiban.ts';
import { bahan, contoh, dokumen, kosongBoleh, opd, tanggal } from './parts.ts';

/** The classes in which UU 14/2008 Pasal 9 to 11 has a public body publish. */
export const klasifikasiInformasi = {
  berkala: 'Berkala',
  'serta-merta': 'Serta-merta',
  'setiap-saat': 'Setiap saat',
} as const;

const namaKewajiban = Object.fromEntries(kewajiban.map(({ id, nama }) => [id, nama]));
const klasifikasi = Object.keys(klasifikasiInformasi) as [keyof typeof klasifikasiInformasi];

/**
 * One entry of the Daftar Informasi Publik (SOP Pendokumentasian Informasi Publik): the draft that the PPID's officer
 * collects, then what the PPID Pendukung of the office adds, which are the columns of the list and the documents.
 */
export const informasiPublikSchema = z.strictObject({
  judul: field(z.string().trim().min(5).max(160), {
    label: 'Nama informasi',
    hint: 'Seperti akan tercantum dalam Daftar Informasi Publik.',
    tindakan: 'ajukan',
  }),
  opd: field(opd, { label: 'OPD yang menguasai', tindakan: 'ajukan' }),
  tanggal: field(tanggal, { label: 'Tanggal draf', tindakan: 'ajukan', internal: true }),
  draf: field(
    z.strictObject({
      uraian: field(kosongBoleh(z.string().trim().max(5000)), {
        label: 'Data dan informasi yang diminta',
        widget: 'text',
        hint: 'Apa yang dikuasai OPD dan harus disampaikan: isi, tahun, dan rinciannya.',
      }),
      berkas: bahan('Berkas draf', 'Berkas', 'Daftar dari OPD, bila ada.'),
    }),
    { label: 'Draf data dan informasi', tindakan: 'ajukan', internal: true },
  ).prefault({}),
  ringkasan: field(kosongBoleh(z.string().trim().max(500)), {
    label: 'Ringkasan isi informasi',
    widget: 'text',
    tindakan: 'lengkapi',
  }),
  pejabat: field(kosongBoleh(z.string().trim().max(160)), {
    label: 'Pejabat atau unit yang menguasai',
    hint: 'Jabatan atau unit kerja, bukan nama orang.',
    tindakan: 'lengkapi',
  }),
  penanggungJawab: field(kosongBoleh(z.string().trim().max(160)), {
    label: 'Penanggung jawab pembuatan atau penerbitan',
    hint: 'Jabatan atau unit kerja, bukan nama orang.',
    tindakan: 'lengkapi',
  }),
  pembuatan: field(
    z.strictObject({
      waktu: field(kosongBoleh(tanggal), { label: 'Tanggal pembuatan' }),
      tempat: field(kosongBoleh(z.string().trim().max(120)), { label: 'Tempat pembuatan' }),
    }),
    { label: 'Waktu dan tempat pembuatan', tindakan: 'lengkapi' },
  ).prefault({}),
  bentuk: field(kosongBoleh(z.string().trim().max(160)), {
    label: 'Bentuk informasi yang tersedia',
    hint: 'Misalnya salinan lunak PDF dan salinan cetak.',
    tindakan: 'lengkapi',
  }),
  retensi: field(kosongBoleh(z.string().trim().max(160)), {
    label: 'Jangka waktu penyimpanan',
    hint: 'Menurut jadwal retensi arsip, misalnya “5 tahun, lalu permanen”.',
    tindakan: 'lengkapi',
  }),
  klasifikasi: field(kosongBoleh(z.enum(klasifikasi)), {
    label: 'Klasifikasi',
    choices: klasifikasiInformasi,
    tindakan: 'lengkapi',
  }),
  kewajiban: field(kosongBoleh(z.enum(kewajiban.map(({ id }) => id))), {
    label: 'Kewajiban yang dipenuhi',
    hint: 'Jenis informasi wajib yang dipenuhi oleh butir ini; kosongkan bila bukan informasi wajib.',
    choices: namaKewajiban,
    tindakan: 'lengkapi',
  }),
  berlakuSampai: field(kosongBoleh(tanggal), {
    label: 'Berlaku sampai',
    hint: 'Hari terakhir isinya masih benar, bila ada: misalnya akhir masa jadwal atau perjanjian.',
    tindakan: 'lengkapi',
  }),
  dokumen: field(dokumen, { label: 'Dokumen', singular: 'Dokumen', tindakan: 'lengkapi' }).default([]),
  contoh,
});

export type InformasiPublik = z.infer<typeof informasiPublikSchema>;
