import type { z } from 'zod';
import type { kampanyeSchema } from '../../content/schema/kampanye.ts';
import { kampanyeTexts, type KampanyeText } from './kampanye-texts.ts';
import { writeLetter } from './letter.ts';
import { folderByMonth, sampleOf, slugOf, type SampleItem } from './sample.ts';
import { day, dusk, morning, scenes } from './scenes.ts';

const palettes = { day, dusk, morning };
const anggota = [
  { nama: 'Penulis naskah', tugas: 'Menulis naskah dan keterangan gambar' },
  { nama: 'Perancang grafis', tugas: 'Membuat gambar dan ukurannya untuk tiap kanal' },
  { nama: 'Pengelola kanal', tugas: 'Menyiapkan jadwal tayang' },
];

/** How many different samples of planned communication there are. */
export const kampanyeCount = kampanyeTexts.length;

/** The n-th sample of planned communication, from 0: from direction and audience to the content. */
export function sampleKampanye(n: number, slug?: string): SampleItem {
  const text = kampanyeTexts[n % kampanyeCount] ?? kampanyeTexts[0];
  const folder = folderByMonth('kampanye', text.tanggal, slug ?? slugOf(text.slug, n, kampanyeCount));
  const number = String(n + 1).padStart(3, '0');
  const tugas = { nomor: `800.1.11.1/${number}/PIKP/2026`, tanggal: text.tanggal };
  const { usia, pendidikan, domisili, saluran, perilaku } = text.khalayak;
  const data: z.input<typeof kampanyeSchema> = {
    judul: text.judul,
    opd: text.opd,
    tanggal: text.tanggal,
    arahan: text.arahan,
    disposisi: {
      nomor: `480/${number}/2026`,
      tanggal: text.tanggal,
      berkas: 'disposisi.pdf',
    },
    khalayak: {
      demografi: { usia, jenisKelamin: 'Semua', pendidikan, domisili },
      saluran,
      perilaku,
    },
    materi: {
      data: [{ berkas: 'data-resmi.txt', keterangan: 'Angka dari perangkat daerah yang bersangkutan.' }],
      uraian: text.materi,
    },
    anggota,
    suratTugas: { ...tugas, berkas: 'surat-tugas.pdf' },
    lembarKerja: text.lembarKerja,
    jenis: 'visual',
    ringkasan: text.ringkasan,
    karya: [
      { berkas: 'visual.png', keterangan: text.judul, kredit: 'Ilustrasi contoh/Diskominfo', alt: text.alt },
    ],
    contoh: true,
  };
  return sampleOf(folder, data, text.isi, {
    'disposisi.pdf': disposition(text, `480/${number}/2026`),
    'data-resmi.txt': `DATA RESMI (CONTOH)\n\n${text.data.replaceAll('. ', '.\n')}\n`,
    'surat-tugas.pdf': assignment(text, tugas),
    'visual.png': scenes[text.scene](palettes[text.palette]),
  });
}

const office = 'Dinas Komunikasi dan Informatika';

function disposition(text: KampanyeText, nomor: string): Uint8Array {
  return writeLetter({
    nomor,
    tanggal: text.tanggal,
    dari: office,
    perihal: 'Disposisi pengelolaan konten',
    kepada: 'Kepala Bidang Pengelolaan Informasi dan Komunikasi Publik',
    isi: [`Untuk ditindaklanjuti: kampanye “${text.judul}”.`, text.arahan],
    penanda: 'Kepala Dinas',
  });
}

function assignment(
  text: KampanyeText,
  tugas: { readonly nomor: string; readonly tanggal: string },
): Uint8Array {
  return writeLetter({
    ...tugas,
    dari: office,
    perihal: 'Surat tugas dan susunan tim pengelolaan konten',
    kepada: 'Tim Pengelolaan Konten dan Media Komunikasi Publik',
    isi: [`Dengan ini ditugaskan kepada yang tersebut di bawah untuk memproduksi konten “${text.judul}”.`],
    butir: anggota.map(({ nama, tugas: apa }) => `${nama}: ${apa.toLowerCase()}.`),
    penanda: 'Kepala Bidang Pengelolaan Informasi dan Komunikasi Publik',
  });
}
