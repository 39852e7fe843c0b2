import type { z } from 'zod';
import type { kontenSchema } from '../../content/schema/konten.ts';
import { kontenTexts, type KontenText } from './konten-texts.ts';
import { longDate, writeLetter } from './letter.ts';
import { paintPoster } from './poster.ts';
import { folderByMonth, sampleOf, slugOf, type SampleItem } from './sample.ts';
import { day, dusk, morning } from './scenes.ts';

const palettes = { day, dusk, morning };
const offices = {
  'dinas-pendidikan': { nama: 'Dinas Pendidikan', kode: '400.3' },
  'dinas-kesehatan': { nama: 'Dinas Kesehatan', kode: '400.7' },
} as const;

/** How many different samples of requested content there are. */
export const kontenCount = kontenTexts.length;

/** The n-th sample of requested content, from 0, with its letters and the finished work. */
export function sampleKonten(n: number, slug?: string): SampleItem {
  const text = kontenTexts[n % kontenCount] ?? kontenTexts[0];
  const folder = folderByMonth('konten', text.tanggal, slug ?? slugOf(text.slug, n, kontenCount));
  const number = String(n + 1).padStart(3, '0');
  const surat = { nomor: `${offices[text.opd].kode}/${number}/2026`, tanggal: text.tanggal };
  const tugas = { nomor: `800.1.11.1/${number}/IKP/2026`, tanggal: text.tanggal };
  const anggota = [
    { nama: 'Perancang grafis Bidang IKP', tugas: 'Menyusun tata letak dan gambar' },
    { nama: 'Penulis naskah Bidang IKP', tugas: 'Menulis naskah dan memeriksa angka' },
  ];
  const data: z.input<typeof kontenSchema> = {
    judul: text.judul,
    opd: text.opd,
    tanggal: text.tanggal,
    permohonan: { jenis: text.jenis, tujuan: text.tujuan, diperlukan: text.diperlukan },
    suratPemohon: { ...surat, berkas: 'surat-permohonan.pdf' },
    suratTugas: { ...tugas, berkas: 'surat-perintah-tugas.pdf' },
    anggota,
    data: {
      uraian: text.data,
      bahan: [{ berkas: 'data-dari-pemohon.txt', keterangan: 'Data yang dikirim OPD pemohon.' }],
      dariPemohon: true,
    },
    ringkasan: text.ringkasan,
    jenis: text.jenis,
    karya: [
      {
        berkas: 'karya.png',
        keterangan: text.judul,
        kredit: 'Ilustrasi contoh/Diskominfo',
        alt: text.alt,
      },
    ],
    contoh: true,
  };
  return sampleOf(folder, data, text.isi, {
    'surat-permohonan.pdf': request(text, surat),
    'surat-perintah-tugas.pdf': assignment(text, surat, tugas, anggota),
    'data-dari-pemohon.txt': `DATA DARI PEMOHON (CONTOH)\n\n${text.data.replaceAll('. ', '.\n')}\n`,
    'karya.png': paintPoster(palettes[text.palette], text.poster),
  });
}

interface Numbered {
  readonly nomor: string;
  readonly tanggal: string;
}

function request(text: KontenText, surat: Numbered): Uint8Array {
  return writeLetter({
    ...surat,
    dari: offices[text.opd].nama,
    perihal: 'Permohonan pembuatan konten informasi',
    kepada: 'Kepala Dinas Komunikasi dan Informatika',
    isi: [
      `Dengan hormat, kami mohon dibuatkan konten informasi dengan judul “${text.judul}”.`,
      `Tujuannya: ${text.tujuan}`,
      `Konten diperlukan sebelum ${longDate(text.diperlukan)}. Seluruh materinya kami sediakan langsung dan kami nyatakan benar.`,
    ],
    penanda: `Sekretaris ${offices[text.opd].nama}`,
  });
}

function assignment(
  text: KontenText,
  surat: Numbered,
  tugas: Numbered,
  anggota: readonly { readonly nama: string; readonly tugas: string }[],
): Uint8Array {
  return writeLetter({
    ...tugas,
    dari: 'Dinas Komunikasi dan Informatika',
    perihal: 'Surat perintah tugas tim pembuatan konten',
    kepada: 'Tim Pembuat Konten',
    isi: [
      `Menindaklanjuti surat ${offices[text.opd].nama} nomor ${surat.nomor} tanggal ${longDate(surat.tanggal)}, dengan ini diperintahkan kepada yang tersebut di bawah untuk membuat konten “${text.judul}”.`,
    ],
    butir: anggota.map(({ nama, tugas: apa }) => `${nama}: ${apa.toLowerCase()}.`),
    penanda: 'Kepala Bidang Informasi dan Komunikasi Publik',
  });
}
