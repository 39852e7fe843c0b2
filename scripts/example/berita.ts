import type { z } from 'zod';
import type { beritaSchema } from '../../content/schema/berita.ts';
import { beritaTexts } from './berita-texts.ts';
import { folderByMonth, sampleOf, slugOf, type SampleItem } from './sample.ts';
import { day, dusk, morning, scenes } from './scenes.ts';

/** How many different sample news items there are. */
export const sampleCount = beritaTexts.length;

const palettes = { day, dusk, morning };

/** The n-th sample news item, from 0; more than there are begin again under another name. */
export function sampleBerita(n: number, slug?: string): SampleItem {
  const text = beritaTexts[n % sampleCount] ?? beritaTexts[0];
  const folder = folderByMonth('berita', text.tanggal, slug ?? slugOf(text.slug, n, sampleCount));
  const data: z.input<typeof beritaSchema> = {
    judul: text.judul,
    opd: text.opd,
    tanggal: text.tanggal,
    tempat: 'Pontianak',
    liputan: {
      dokumentasi: [{ berkas: 'catatan-lapangan.txt', keterangan: 'Catatan tim peliputan di lokasi.' }],
      data: text.data,
    },
    ringkasan: text.ringkasan,
    kategori: text.kategori,
    foto: [
      {
        berkas: 'foto-utama.png',
        keterangan: text.foto.keterangan,
        kredit: 'Ilustrasi contoh/Diskominfo',
        alt: text.foto.alt,
      },
    ],
    narasumber: [{ jabatan: text.narasumber }],
    contoh: true,
  };
  return sampleOf(folder, data, text.isi, {
    'catatan-lapangan.txt': `CATATAN LAPANGAN (CONTOH)\n\n${text.data.replaceAll('. ', '.\n')}\n`,
    'foto-utama.png': scenes[text.scene](palettes[text.palette]),
  });
}
