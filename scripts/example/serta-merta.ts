import type { z } from 'zod';
import type { sertaMertaSchema } from '../../content/schema/serta-merta.ts';
import { folderByMonth, sampleOf, slugOf, type SampleMaker } from './sample.ts';

type Input = z.input<typeof sertaMertaSchema>;

interface Text {
  readonly slug: string;
  readonly data: Omit<Input, 'contoh'>;
}

const texts: readonly Text[] = [
  {
    slug: 'pasang-sungai-tinggi',
    data: {
      judul: 'Contoh: pasang sungai tinggi di Pontianak Selatan',
      opd: 'dinas-kesehatan',
      tanggal: '2026-11-02',
      jenis: 'bencana-alam',
      ringkasan: 'Pindahkan kendaraan dan alat listrik ke tempat tinggi sebelum pukul 16.00 WIB.',
      wilayah: 'Tepi sungai di Pontianak Selatan dan Pontianak Tenggara',
      berlakuSampai: '2026-11-04',
      bahaya: 'Air sungai dapat naik ke jalan setinggi lutut pada sore hari. Aliran listrik dapat padam.',
      terdampak: 'Warga di tepi sungai, anak-anak, dan pengguna jalan di dua kecamatan itu.',
      evakuasi:
        'Gedung sekolah terdekat dibuka sejak pukul 14.00 WIB. Jalan menuju ke sana ditandai petugas.',
      menghindari: 'Jangan menyeberangi genangan. Matikan listrik rumah sebelum air masuk.',
      bantuan: 'Hubungi 112, atau datang ke pos kelurahan.',
      wajibMengumumkan: 'Badan Penanggulangan Bencana Daerah',
      tataCara:
        'Diumumkan di portal ini, radio, dan pengeras suara kelurahan. Kabar berikutnya pukul 18.00 WIB.',
      upaya: 'Pompa sudah dijalankan dan petugas berjaga di empat pos.',
      laporan: {
        sumber: 'Laporan pos pantau pukul 07.10 WIB, dicocokkan dengan petugas kelurahan.',
        berkas: [],
      },
    },
  },
  {
    slug: 'air-bersih-terhenti',
    data: {
      judul: 'Contoh: aliran air bersih terhenti di Pontianak Kota',
      opd: 'dinas-kesehatan',
      tanggal: '2026-10-26',
      jenis: 'gangguan-utilitas',
      ringkasan: 'Tampung air secukupnya dan rebus air sebelum diminum.',
      wilayah: 'Pontianak Kota',
      berlakuSampai: '2026-10-28',
      bahaya: 'Pipa induk rusak. Air yang mengalir kembali dapat keruh.',
      terdampak: 'Pelanggan air bersih di Pontianak Kota.',
      evakuasi: 'Tidak diperlukan.',
      menghindari: 'Rebus air sampai mendidih sebelum diminum.',
      bantuan: 'Mobil tangki berhenti di kantor kelurahan; hubungi 112 untuk rumah sakit dan panti.',
      wajibMengumumkan: 'Penyelenggara air minum daerah',
      tataCara: 'Diumumkan di portal ini dan media sosial resmi. Kabar berikutnya setiap pukul 08.00 WIB.',
      upaya: 'Perbaikan pipa berjalan siang dan malam.',
      laporan: { sumber: 'Laporan penyelenggara pukul 06.30 WIB.', berkas: [] },
    },
  },
];

/** How many different sample warnings there are. */
export const sertaMertaCount = texts.length;

/** Sample warnings, each with the eight parts of the law. */
export const sampleSertaMerta: SampleMaker = (n, slug) => {
  const { slug: base, data } = texts[n % texts.length]!;
  const folder = folderByMonth('serta-merta', data.tanggal, slug ?? slugOf(base, n, texts.length));
  return sampleOf(folder, { ...data, contoh: true }, '', {});
};
