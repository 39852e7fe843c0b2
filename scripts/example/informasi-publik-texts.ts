import type { InformasiPublik, klasifikasiInformasi } from '../../content/schema/informasi-publik.ts';

/** The words of one sample entry of public information with a table. Its figures are made up. */
export interface InformasiText {
  readonly slug: string;
  readonly judul: string;
  readonly opd: 'dinas-pendidikan' | 'dinas-kesehatan';
  /** Day of the draft. */
  readonly tanggal: string;
  readonly draf: string;
  readonly ringkasan: string;
  readonly pejabat: string;
  readonly penanggungJawab: string;
  readonly waktu: string;
  readonly retensi: string;
  readonly klasifikasi: keyof typeof klasifikasiInformasi;
  /** Obligation that it fulfils. */
  readonly kewajiban: InformasiPublik['kewajiban'];
  readonly catatan: string;
  readonly table: readonly (readonly (string | number)[])[];
  readonly isi: string;
}

export const informasiTexts: readonly InformasiText[] = [
  {
    slug: 'daya-tampung-sd-negeri-2026',
    judul: 'Daya Tampung Sekolah Dasar Negeri Tahun 2026',
    opd: 'dinas-pendidikan',
    tanggal: '2026-10-20',
    draf: 'Jumlah sekolah, rombongan belajar, dan daya tampung SD negeri per kecamatan, tahun ajaran 2026/2027.',
    ringkasan:
      'Jumlah SD negeri, rombongan belajar kelas I, dan daya tampungnya di enam kecamatan pada tahun ajaran 2026/2027.',
    pejabat: 'Bidang Pembinaan Sekolah Dasar',
    penanggungJawab: 'Kepala Bidang Pembinaan Sekolah Dasar',
    waktu: '2026-07-15',
    retensi: '5 tahun, lalu permanen',
    klasifikasi: 'berkala',
    kewajiban: 'kinerja',
    catatan:
      'Tabel enam baris: kecamatan, jumlah SD negeri, rombongan belajar kelas I, dan daya tampung. Jumlah seluruhnya 122 sekolah dan 5.936 kursi.',
    table: [
      ['kecamatan', 'sd_negeri', 'rombel_kelas_1', 'daya_tampung'],
      ['Pontianak Barat', 27, 47, 1316],
      ['Pontianak Kota', 24, 43, 1204],
      ['Pontianak Selatan', 19, 33, 924],
      ['Pontianak Tenggara', 10, 17, 476],
      ['Pontianak Timur', 22, 38, 1064],
      ['Pontianak Utara', 20, 34, 952],
    ],
    isi: `Daya tampung dihitung dari jumlah rombongan belajar kelas I dikali 28 murid, sesuai dengan standar rombongan belajar sekolah dasar. Angka diperbarui setiap tahun ajaran.
`,
  },
  {
    slug: 'jadwal-layanan-puskesmas-2026',
    judul: 'Jadwal Layanan Puskesmas Tahun 2026',
    opd: 'dinas-kesehatan',
    tanggal: '2026-10-23',
    draf: 'Daftar puskesmas, hari dan jam layanan, serta layanan sore, keadaan Oktober 2026.',
    ringkasan: 'Hari, jam buka, dan layanan sore enam puskesmas induk, keadaan Oktober 2026.',
    pejabat: 'Bidang Pelayanan Kesehatan',
    penanggungJawab: 'Kepala Bidang Pelayanan Kesehatan',
    waktu: '2026-10-01',
    retensi: '2 tahun, lalu dimusnahkan',
    klasifikasi: 'setiap-saat',
    kewajiban: 'layanan-informasi',
    catatan: 'Tabel enam baris: puskesmas, hari layanan, jam layanan, dan layanan sore.',
    table: [
      ['puskesmas', 'hari', 'jam', 'layanan_sore'],
      ['Puskesmas Contoh Barat', 'Senin–Sabtu', '07.30–14.00', 'Jumat 15.30–18.00'],
      ['Puskesmas Contoh Kota', 'Senin–Sabtu', '07.30–14.00', 'Jumat 15.30–18.00'],
      ['Puskesmas Contoh Selatan', 'Senin–Sabtu', '07.30–14.00', 'Jumat 15.30–18.00'],
      ['Puskesmas Contoh Tenggara', 'Senin–Sabtu', '07.30–14.00', 'tidak ada'],
      ['Puskesmas Contoh Timur', 'Senin–Sabtu', '07.30–14.00', 'Jumat 15.30–18.00'],
      ['Puskesmas Contoh Utara', 'Senin–Sabtu', '07.30–14.00', 'tidak ada'],
    ],
    isi: `Jadwal ini berlaku di puskesmas induk. Layanan gawat darurat tidak mengikuti jam layanan. Perubahan jadwal pada hari libur diumumkan di masing-masing puskesmas.
`,
  },
  {
    slug: 'penerima-beasiswa-daerah-2025',
    judul: 'Rekapitulasi Penerima Beasiswa Daerah Tahun 2025',
    opd: 'dinas-pendidikan',
    tanggal: '2026-10-27',
    draf: 'Jumlah pendaftar dan penerima beasiswa daerah 2025 per jenjang, tanpa nama penerima.',
    ringkasan:
      'Jumlah pendaftar, penerima, dan nilai beasiswa daerah tahun 2025 per jenjang, tanpa data pribadi penerima.',
    pejabat: 'Sekretariat Dinas Pendidikan',
    penanggungJawab: 'Sekretaris Dinas Pendidikan',
    waktu: '2026-01-20',
    retensi: '5 tahun, lalu permanen',
    klasifikasi: 'berkala',
    kewajiban: 'program',
    catatan: 'Tabel tiga baris: jenjang, pendaftar, penerima, dan nilai seluruhnya dalam rupiah.',
    table: [
      ['jenjang', 'pendaftar', 'penerima', 'nilai_rupiah'],
      ['SMP', 412, 120, 180000000],
      ['SMA/SMK', 655, 150, 375000000],
      ['Perguruan tinggi', 231, 40, 200000000],
    ],
    isi: `Nama dan data pribadi penerima tidak disertakan. Permohonan informasi lain dapat diajukan melalui PPID.
`,
  },
  {
    slug: 'cakupan-imunisasi-2026',
    judul: 'Cakupan Imunisasi Dasar Lengkap Triwulan III Tahun 2026',
    opd: 'dinas-kesehatan',
    tanggal: '2026-10-29',
    draf: 'Sasaran dan cakupan imunisasi dasar lengkap per kecamatan, Juli sampai September 2026.',
    ringkasan:
      'Sasaran, capaian, dan persentase imunisasi dasar lengkap per kecamatan pada triwulan III 2026.',
    pejabat: 'Bidang Pencegahan dan Pengendalian Penyakit',
    penanggungJawab: 'Kepala Bidang Pencegahan dan Pengendalian Penyakit',
    waktu: '2026-10-12',
    retensi: '5 tahun, lalu permanen',
    klasifikasi: 'berkala',
    kewajiban: 'kinerja',
    catatan: 'Tabel enam baris: kecamatan, sasaran, capaian, dan persentase.',
    table: [
      ['kecamatan', 'sasaran', 'capaian', 'persen'],
      ['Pontianak Barat', 640, 589, '92.0'],
      ['Pontianak Kota', 520, 484, '93.1'],
      ['Pontianak Selatan', 410, 373, '91.0'],
      ['Pontianak Tenggara', 230, 205, '89.1'],
      ['Pontianak Timur', 480, 437, '91.0'],
      ['Pontianak Utara', 600, 531, '88.5'],
    ],
    isi: `Cakupan dihitung dari bayi yang menerima seluruh imunisasi dasar sebelum berumur satu tahun. Angka triwulan bersifat sementara sampai laporan tahunan terbit.
`,
  },
  {
    slug: 'fasilitas-puskesmas-2026',
    judul: 'Fasilitas dan Daya Tampung Puskesmas Tahun 2026',
    opd: 'dinas-kesehatan',
    tanggal: '2026-10-27',
    draf: 'Jumlah puskesmas, puskesmas pembantu, dan tempat tidur rawat inap per kecamatan, keadaan September 2026.',
    ringkasan:
      'Jumlah puskesmas, puskesmas pembantu, dan tempat tidur rawat inap di enam kecamatan pada September 2026.',
    pejabat: 'Bidang Pelayanan Kesehatan',
    penanggungJawab: 'Kepala Bidang Pelayanan Kesehatan',
    waktu: '2026-10-05',
    retensi: '5 tahun, lalu permanen',
    klasifikasi: 'setiap-saat',
    kewajiban: 'perbendaharaan',
    catatan: 'Tabel enam baris: kecamatan, puskesmas, puskesmas pembantu, dan tempat tidur rawat inap.',
    table: [
      ['kecamatan', 'puskesmas', 'puskesmas_pembantu', 'tempat_tidur'],
      ['Pontianak Barat', 5, 3, 10],
      ['Pontianak Kota', 4, 3, 12],
      ['Pontianak Selatan', 4, 2, 8],
      ['Pontianak Tenggara', 2, 1, 6],
      ['Pontianak Timur', 4, 3, 10],
      ['Pontianak Utara', 4, 2, 14],
    ],
    isi: `Puskesmas keliling tidak termasuk. Angka diperbarui setiap semester.
`,
  },
];
