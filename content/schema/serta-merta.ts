import { z } from 'zod';
import { field } from './field.ts';
import { bahan, contoh, dokumen, kosongBoleh, opd, tanggal } from './parts.ts';

/** What can threaten the life of many or public order, so that telling it may not be delayed (PerKI 1/2021 Pasal 25). */
export const jenisSertaMerta = {
  'bencana-alam': 'Bencana alam',
  'bencana-non-alam': 'Bencana non-alam',
  'bencana-sosial': 'Bencana sosial',
  'penyakit-menular': 'Penyakit menular',
  'racun-pangan': 'Racun pada bahan pangan',
  'gangguan-utilitas': 'Gangguan utilitas publik',
} as const;

const jenis = Object.keys(jenisSertaMerta) as [keyof typeof jenisSertaMerta];

const unsur = (label: string, hint: string) =>
  field(kosongBoleh(z.string().trim().max(1500)), { label, hint, widget: 'text', tindakan: 'ajukan' });

/** Information that must be told at once, with the eight parts that PerKI 1/2021 Pasal 25 asks for. */
export const sertaMertaSchema = z.strictObject({
  judul: field(z.string().trim().min(5).max(100), {
    label: 'Judul',
    hint: 'Apa bahayanya dan di mana, dalam satu kalimat pendek.',
    tindakan: 'ajukan',
  }),
  opd: field(opd, { label: 'Perangkat daerah', tindakan: 'ajukan' }),
  tanggal: field(tanggal, { label: 'Tanggal', tindakan: 'ajukan' }),
  jenis: field(kosongBoleh(z.enum(jenis)), { label: 'Jenis', choices: jenisSertaMerta, tindakan: 'ajukan' }),
  ringkasan: field(kosongBoleh(z.string().trim().max(200)), {
    label: 'Yang harus dilakukan sekarang',
    hint: 'Satu kalimat. Tampil di setiap halaman portal selama masih berlaku.',
    tindakan: 'ajukan',
  }),
  wilayah: field(kosongBoleh(z.string().trim().max(200)), {
    label: 'Wilayah',
    hint: 'Kecamatan, kelurahan, atau ruas jalan.',
    tindakan: 'ajukan',
  }),
  berlakuSampai: field(kosongBoleh(tanggal), {
    label: 'Berlaku sampai',
    hint: 'Hari terakhir pengumuman ini. Sesudahnya hilang dari halaman lain dan ditandai berakhir.',
    tindakan: 'ajukan',
  }),
  bahaya: unsur('Bahaya dan dampaknya', 'Apa yang terjadi atau dapat terjadi, dan akibatnya.'),
  terdampak: unsur('Pihak yang terdampak', 'Siapa yang dapat terkena.'),
  evakuasi: unsur('Prosedur dan tempat evakuasi', 'Ke mana, lewat mana, kapan.'),
  menghindari: unsur('Cara menghindari bahaya', 'Langkah yang dapat dilakukan siapa pun.'),
  bantuan: unsur('Cara meminta bantuan', 'Nomor darurat dan pos terdekat. Bukan nomor pribadi.'),
  wajibMengumumkan: unsur('Pihak yang wajib mengumumkan', 'Kantor yang berwenang atas informasi ini.'),
  tataCara: unsur('Tata cara pengumuman', 'Kanal dan waktu kabar berikutnya.'),
  upaya: unsur('Upaya yang dilakukan', 'Apa yang sudah dan sedang dilakukan pemerintah.'),
  dokumen: field(dokumen, {
    label: 'Peta dan dokumen',
    singular: 'Dokumen',
    hint: 'Misalnya peta evakuasi, bila ada.',
    tindakan: 'ajukan',
  }).default([]),
  laporan: field(
    z.strictObject({
      sumber: field(kosongBoleh(z.string().trim().max(1000)), {
        label: 'Sumber kabar',
        widget: 'text',
        hint: 'Dari kantor mana, pukul berapa, dan bagaimana dicocokkan.',
      }),
      berkas: bahan('Berkas laporan', 'Berkas', 'Laporan tertulis atau foto dari lapangan, bila ada.'),
    }),
    { label: 'Laporan', tindakan: 'ajukan', internal: true },
  ).prefault({}),
  contoh,
});

export type SertaMerta = z.infer<typeof sertaMertaSchema>;
