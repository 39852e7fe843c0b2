import type { z } from 'zod';
import type { informasiDikecualikanSchema } from '../../content/schema/informasi-dikecualikan.ts';
import { writePdf } from './pdf.ts';
import { sampleOf, slugOf, type SampleMaker } from './sample.ts';

type Input = z.input<typeof informasiDikecualikanSchema>;

interface Text {
  readonly slug: string;
  readonly draf: string;
  readonly isi: string;
  readonly data: Omit<Input, 'tanggal' | 'draf' | 'dokumen' | 'contoh'>;
}

const texts: readonly Text[] = [
  {
    slug: 'rincian-pengamanan-pusat-data',
    draf: 'Denah, alamat jaringan, dan jadwal penjagaan pusat data, yang diminta dalam daftar pengamanan 2026.',
    isi: 'Jumlah perangkat, anggaran, dan waktu layanan pusat data tetap terbuka.\n',
    data: {
      judul: 'Rincian Pengamanan Pusat Data Pemerintah Kota',
      opd: 'dinas-komunikasi-dan-informatika',
      ringkasan: 'Denah, alamat jaringan, dan jadwal penjagaan pusat data.',
      pejabat: 'Bidang Aplikasi dan Persandian',
      dasar: 'a',
      ketentuanLain: 'Ketentuan keamanan informasi pemerintah daerah',
      bagian: 'Denah, alamat jaringan, dan jadwal penjagaan saja; anggaran dan jumlah perangkat terbuka.',
      konsekuensi:
        'Bila dibuka, pelaku kejahatan dapat memilih waktu dan jalan masuk, dan penyelidikan atas serangan terdahulu terganggu.',
      berakhir: '2028-10-31',
    },
  },
  {
    slug: 'berita-acara-pemeriksaan-internal-2023',
    draf: 'Berita acara pemeriksaan internal tahun 2023 yang saat itu masih ditindaklanjuti.',
    isi: 'Pemeriksaannya sudah selesai. Sesudah masa pengecualian berakhir, berita acaranya dapat diminta.\n',
    data: {
      judul: 'Berita Acara Pemeriksaan Internal Tahun 2023',
      opd: 'dinas-komunikasi-dan-informatika',
      ringkasan: 'Berita acara pemeriksaan internal selama masih ditindaklanjuti.',
      pejabat: 'Sekretariat Dinas Komunikasi dan Informatika',
      dasar: 'i',
      bagian: 'Seluruh berita acara selama tindak lanjutnya belum selesai.',
      konsekuensi: 'Bila dibuka sebelum selesai, hasil pemeriksaan dapat dipengaruhi.',
      berakhir: '2026-10-30',
    },
  },
];

/** How many different samples of excluded information there are. */
export const informasiDikecualikanCount = texts.length;

/** Samples of excluded information: one that holds, and one whose time is over when the demo begins. */
export const sampleDikecualikan: SampleMaker = (n, slug) => {
  const text = texts[n % texts.length]!;
  const data: Input = {
    ...text.data,
    tanggal: '2026-10-20',
    draf: { uraian: text.draf, berkas: [] },
    dokumen: [
      {
        berkas: 'penetapan.pdf',
        judul: 'Penetapan dan lembar uji konsekuensi',
        catatan: 'Menyebut dasar, konsekuensi bila dibuka, bagian yang dikecualikan, dan hari terakhirnya.',
      },
    ],
    contoh: true,
  };
  const name = slug ?? slugOf(text.slug, n, texts.length);
  return sampleOf(`content/informasi-dikecualikan/${data.opd}/${name}`, data, text.isi, {
    'penetapan.pdf': writePdf(data.judul, [
      { text: 'Penetapan pengecualian informasi (contoh)', bold: true, size: 14 },
      { text: data.judul, gap: 10 },
      'garis',
      { text: `Dasar: Pasal 17 huruf ${data.dasar} UU Nomor 14 Tahun 2008`, gap: 10 },
      { text: `Konsekuensi bila dibuka: ${data.konsekuensi}`, gap: 6 },
      { text: `Dikecualikan sampai ${data.berakhir}`, gap: 6 },
    ]),
  });
};
