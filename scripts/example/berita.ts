import { stringify } from 'yaml';
import type { z } from 'zod';
import type { beritaSchema } from '../../content/schema/berita.ts';
import { beritaTexts } from './berita-texts.ts';
import { day, dusk, morning, scenes } from './scenes.ts';

/** A complete item, ready to be submitted: its folder in the repository, and each file by its path there. */
export interface SampleItem {
  readonly folder: string;
  readonly title: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** How many different sample news items there are. */
export const sampleCount = beritaTexts.length;

const palettes = { day, dusk, morning };

/** The n-th sample news item, from 0; more than there are begin again under another name. */
export function sampleBerita(n: number, slug?: string): SampleItem {
  const text = beritaTexts[n % sampleCount] ?? beritaTexts[0];
  const round = Math.floor(n / sampleCount);
  const name = slug ?? (round === 0 ? text.slug : `${text.slug}-${round + 1}`);
  const [year, month] = text.tanggal.split('-');
  const folder = `content/berita/${year}/${month}/${name}`;
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
  const notes = `CATATAN LAPANGAN (CONTOH)\n\n${text.data.replaceAll('. ', '.\n')}\n`;
  const utf8 = new TextEncoder();
  return {
    folder,
    title: text.judul,
    files: new Map([
      [`${folder}/index.md`, utf8.encode(`---\n${stringify(data)}---\n${text.isi}`)],
      [`${folder}/catatan-lapangan.txt`, utf8.encode(notes)],
      [`${folder}/foto-utama.png`, scenes[text.scene](palettes[text.palette])],
    ]),
  };
}
