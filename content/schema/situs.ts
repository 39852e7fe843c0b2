import { z } from 'zod';
import { field } from './field.ts';

const warna = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, 'harus warna seperti #0b5cab, enam angka heksadesimal kecil');

/** Shape of `content/situs.yml`: who the portal belongs to, and how it is reached. */
export const situsSchema = z.strictObject({
  contoh: field(z.boolean(), { label: 'Contoh', hint: 'true selama isian ini belum diganti milik sendiri.' }),
  nama: field(z.string().min(3).max(80), { label: 'Nama portal' }),
  ringkasan: field(z.string().min(10).max(300), { label: 'Ringkasan', hint: 'Untuk mesin pencari.' }),
  pemda: field(z.string().min(3), { label: 'Pemerintah daerah' }),
  kota: field(z.string().min(2), { label: 'Kota', hint: 'Nama kota pada pembuka berita.' }),
  dinas: field(z.string().min(3), { label: 'Dinas' }),
  opd: field(z.string().min(1), { label: 'Id perangkat daerah', hint: 'Nama berkas dinas di content/opd/.' }),
  alamat: field(z.array(z.string().min(3)).min(1), { label: 'Alamat', hint: 'Satu baris alamat per butir.' }),
  kontak: field(
    z.strictObject({
      telepon: field(z.string().min(5).nullable(), { label: 'Telepon' }),
      surel: field(z.email().nullable(), { label: 'Surel' }),
      jamLayanan: field(z.string().min(5).nullable(), { label: 'Jam layanan' }),
    }),
    { label: 'Kontak' },
  ),
  kanal: field(
    z.array(
      z.strictObject({
        nama: field(z.string().min(2), { label: 'Nama' }),
        url: field(z.url({ protocol: /^https$/ }), { label: 'Alamat' }),
      }),
    ),
    { label: 'Kanal media sosial' },
  ),
  layanan: field(
    z
      .array(
        z.strictObject({
          nama: field(z.string().min(3).max(60), { label: 'Nama' }),
          ringkasan: field(z.string().min(10).max(140), { label: 'Ringkasan' }),
          alamat: field(
            z.union([z.url({ protocol: /^https$/ }), z.string().regex(/^\/([a-z0-9-]+\/)*$/)], {
              error: 'harus alamat https, atau alamat halaman di portal ini seperti /kontak/',
            }),
            { label: 'Alamat', hint: 'Halaman di portal ini (/kontak/), atau situs lain (https).' },
          ),
        }),
      )
      .max(9),
    { label: 'Layanan', hint: 'Yang paling sering diperlukan warga; tampil di beranda menurut urutan ini.' },
  ).default([]),
  bahasa: field(z.literal('id'), { label: 'Bahasa' }),
  url: field(z.url({ protocol: /^https?$/ }), { label: 'Alamat portal' }),
  warna: field(z.strictObject({ utama: warna, aksen: warna }), { label: 'Warna' }),
});
export type Situs = z.infer<typeof situsSchema>;
