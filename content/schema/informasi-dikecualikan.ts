import { z } from 'zod';
import { field } from './field.ts';
import { bahan, contoh, dokumen, kosongBoleh, opd, tanggal } from './parts.ts';

/** The grounds on which information may be excluded: UU 14/2008 Pasal 17, by its letters. */
export const dasarPengecualian = {
  a: 'Pasal 17 huruf a: penegakan hukum',
  b: 'Pasal 17 huruf b: hak kekayaan intelektual dan persaingan usaha',
  c: 'Pasal 17 huruf c: pertahanan dan keamanan negara',
  d: 'Pasal 17 huruf d: kekayaan alam',
  e: 'Pasal 17 huruf e: ketahanan ekonomi nasional',
  f: 'Pasal 17 huruf f: hubungan luar negeri',
  g: 'Pasal 17 huruf g: akta dan wasiat pribadi',
  h: 'Pasal 17 huruf h: rahasia pribadi',
  i: 'Pasal 17 huruf i: memorandum dan surat antar atau intra badan publik',
  j: 'Pasal 17 huruf j: larangan undang-undang',
} as const;

const dasar = Object.keys(dasarPengecualian) as [keyof typeof dasarPengecualian];

/**
 * One entry of the Daftar Informasi yang Dikecualikan: what is kept closed, on which ground, what its opening would
 * lead to, and until when (PerKI 1/2021 Pasal 49). Never the information itself.
 */
export const informasiDikecualikanSchema = z.strictObject({
  judul: field(z.string().trim().min(5).max(160), {
    label: 'Nama informasi',
    hint: 'Sebut jenis informasinya tanpa membuka isinya.',
    tindakan: 'ajukan',
  }),
  opd: field(opd, { label: 'OPD yang menguasai', tindakan: 'ajukan' }),
  tanggal: field(tanggal, { label: 'Tanggal draf', tindakan: 'ajukan', internal: true }),
  draf: field(
    z.strictObject({
      uraian: field(kosongBoleh(z.string().trim().max(5000)), {
        label: 'Informasi yang akan diuji',
        widget: 'text',
        hint: 'Dokumen mana yang diuji konsekuensinya dan mengapa, tanpa menyalin isinya.',
      }),
      berkas: bahan('Berkas draf', 'Berkas', 'Bahan uji konsekuensi yang boleh dilihat pemeriksa.'),
    }),
    { label: 'Draf pengecualian', tindakan: 'ajukan', internal: true },
  ).prefault({}),
  ringkasan: field(kosongBoleh(z.string().trim().max(500)), {
    label: 'Ringkasan informasi yang dikecualikan',
    widget: 'text',
    hint: 'Cukup untuk mengenali informasinya. Jangan memuat isi yang dikecualikan.',
    tindakan: 'lengkapi',
  }),
  pejabat: field(kosongBoleh(z.string().trim().max(160)), {
    label: 'Pejabat atau unit yang menguasai',
    hint: 'Jabatan atau unit kerja, bukan nama orang.',
    tindakan: 'lengkapi',
  }),
  dasar: field(kosongBoleh(z.enum(dasar)), {
    label: 'Dasar pengecualian',
    hint: 'Huruf dalam Pasal 17 UU Nomor 14 Tahun 2008.',
    choices: dasarPengecualian,
    tindakan: 'lengkapi',
  }),
  ketentuanLain: field(kosongBoleh(z.string().trim().max(500)), {
    label: 'Ketentuan lain yang menjadi dasar',
    hint: 'Pasal dalam undang-undang lain, bila ada.',
    tindakan: 'lengkapi',
  }),
  bagian: field(kosongBoleh(z.string().trim().max(500)), {
    label: 'Bagian yang dikecualikan',
    hint: 'Hanya bagian ini yang dihitamkan; selebihnya terbuka.',
    tindakan: 'lengkapi',
  }),
  konsekuensi: field(kosongBoleh(z.string().trim().max(1000)), {
    label: 'Konsekuensi bila dibuka',
    widget: 'text',
    hint: 'Hasil uji konsekuensi: akibat yang nyata bila informasi ini dibuka.',
    tindakan: 'lengkapi',
  }),
  berakhir: field(kosongBoleh(tanggal), {
    label: 'Dikecualikan sampai',
    hint: 'Hari terakhir pengecualian. Sesudahnya informasi ini terbuka.',
    tindakan: 'lengkapi',
  }),
  dokumen: field(dokumen, {
    label: 'Penetapan dan lembar uji konsekuensi',
    singular: 'Dokumen',
    hint: 'Dokumen yang menetapkan pengecualian, bukan informasi yang dikecualikan.',
    tindakan: 'lengkapi',
  }).default([]),
  contoh,
});

export type InformasiDikecualikan = z.infer<typeof informasiDikecualikanSchema>;
