import type { jenisKonten } from '../../content/schema/konten.ts';
import type { Poster } from './poster.ts';

/** The words of one sample of requested content. Its people are offices, and its figures are made up. */
export interface KontenText {
  readonly slug: string;
  readonly judul: string;
  readonly opd: 'dinas-pendidikan' | 'dinas-kesehatan';
  /** Day of the request. */
  readonly tanggal: string;
  readonly jenis: Exclude<keyof typeof jenisKonten, 'video'>;
  readonly tujuan: string;
  readonly diperlukan: string;
  readonly data: string;
  readonly ringkasan: string;
  readonly palette: 'day' | 'dusk' | 'morning';
  readonly poster: Poster;
  readonly alt: string;
  readonly isi: string;
}

export const kontenTexts: readonly [KontenText, ...KontenText[]] = [
  {
    slug: 'cara-mendaftar-beasiswa-daerah',
    judul: 'Cara Mendaftar Beasiswa Daerah dalam Empat Langkah',
    opd: 'dinas-pendidikan',
    tanggal: '2026-10-28',
    jenis: 'infografis',
    tujuan:
      'Siswa kelas XII dan orang tuanya mengetahui syarat, tahapan, dan batas waktu pendaftaran beasiswa daerah tanpa harus datang ke kantor.',
    diperlukan: '2026-11-16',
    data: 'Pendaftaran 16–30 November 2026. Kuota 250 siswa. Syarat: warga Kota Pontianak, kelas XII, rata-rata rapor paling rendah 80. Tahapan: siapkan berkas, daftar melalui sekolah, verifikasi, pengumuman 18 Desember 2026. Tidak dipungut biaya.',
    ringkasan:
      'Pendaftaran beasiswa daerah dibuka 16–30 November 2026 melalui sekolah: siapkan berkas, daftar, tunggu verifikasi, lalu lihat pengumuman.',
    palette: 'day',
    poster: {
      title: ['Beasiswa Daerah', 'empat langkah'],
      rows: [
        { sign: '1', lines: ['Siapkan berkas', 'Kartu keluarga, rapor, surat sekolah'] },
        { sign: '2', lines: ['Daftar melalui sekolah', '16–30 November 2026'] },
        { sign: '3', lines: ['Tunggu verifikasi', 'Paling lama 7 hari kerja'] },
        { sign: '4', lines: ['Lihat pengumuman', '18 Desember 2026'] },
      ],
      foot: 'Gratis. Sumber: Dinas Pendidikan',
    },
    alt: 'Infografis “Beasiswa Daerah, empat langkah”. 1. Siapkan berkas: kartu keluarga, rapor, surat sekolah. 2. Daftar melalui sekolah, 16–30 November 2026. 3. Tunggu verifikasi, paling lama 7 hari kerja. 4. Lihat pengumuman, 18 Desember 2026. Gratis. Sumber: Dinas Pendidikan.',
    isi: `Beasiswa daerah disediakan bagi 250 siswa kelas XII warga Kota Pontianak. Pendaftaran dilakukan melalui sekolah, sehingga siswa tidak perlu datang ke kantor dinas.

## Syaratnya

- warga Kota Pontianak, dibuktikan dengan kartu keluarga;
- siswa kelas XII pada tahun ajaran 2026/2027;
- rata-rata nilai rapor paling rendah 80.

Sekolah memasukkan berkas paling lambat 30 November 2026. Dinas Pendidikan memeriksanya paling lama tujuh hari kerja, lalu mengumumkan hasilnya pada 18 Desember 2026. Seluruh tahapan tidak dipungut biaya.
`,
  },
  {
    slug: 'cegah-demam-berdarah-dengan-3m-plus',
    judul: 'Cegah Demam Berdarah dengan 3M Plus di Rumah',
    opd: 'dinas-kesehatan',
    tanggal: '2026-10-29',
    jenis: 'infografis',
    tujuan:
      'Warga menguras, menutup, dan mendaur ulang tempat nyamuk berkembang biak sebelum puncak musim hujan.',
    diperlukan: '2026-11-09',
    data: 'Pemeriksaan jentik triwulan III di 1.200 rumah: jentik ditemukan di bak mandi 38 persen, di barang bekas 27 persen, di tempayan 21 persen. Siklus telur sampai nyamuk tujuh sampai sepuluh hari, jadi kuras sekali sepekan.',
    ringkasan:
      'Menguras, menutup, dan mendaur ulang sekali sepekan memutus siklus nyamuk demam berdarah, yang hanya perlu tujuh sampai sepuluh hari.',
    palette: 'morning',
    poster: {
      title: ['3M Plus', 'sekali sepekan'],
      rows: [
        { sign: 'M', lines: ['Menguras bak mandi'] },
        { sign: 'M', lines: ['Menutup tempat air'] },
        { sign: 'M', lines: ['Mendaur ulang barang bekas'] },
        { sign: '+', lines: ['Kelambu dan tanaman', 'Hindari gigitan, pagi dan sore'] },
      ],
      foot: 'Sumber: Dinas Kesehatan',
    },
    alt: 'Infografis “3M Plus sekali sepekan”. M pertama: menguras bak mandi. M kedua: menutup tempat air. M ketiga: mendaur ulang barang bekas. Plus: kelambu dan tanaman, hindari gigitan, pagi dan sore. Sumber: Dinas Kesehatan.',
    isi: `Nyamuk demam berdarah memerlukan tujuh sampai sepuluh hari untuk tumbuh dari telur menjadi dewasa. Karena itu, gerakan 3M Plus cukup dilakukan sekali sepekan, asal teratur.

## Periksa di mana dahulu

Pemeriksaan jentik di 1.200 rumah pada triwulan ketiga menemukan jentik paling sering di tiga tempat:

1. bak mandi, 38 persen;
2. barang bekas yang menampung air, 27 persen;
3. tempayan, 21 persen.

Segera ke puskesmas bila demam tinggi tidak turun dalam dua hari.
`,
  },
  {
    slug: 'lima-belas-menit-membaca',
    judul: 'Lima Belas Menit Membaca Sebelum Pelajaran Dimulai',
    opd: 'dinas-pendidikan',
    tanggal: '2026-10-27',
    jenis: 'desain-grafis',
    tujuan:
      'Guru, murid, dan orang tua memahami cara menjalankan lima belas menit membaca, supaya kebiasaan itu berlanjut di rumah.',
    diperlukan: '2026-11-13',
    data: 'Berlaku di semua SD dan SMP negeri. Waktu: 06.45–07.00 WIB, Senin sampai Kamis. Buku bebas pilihan murid, bukan buku pelajaran, tanpa tugas sesudahnya. Pojok baca tersedia di 310 kelas.',
    ringkasan:
      'Murid SD dan SMP negeri membaca buku pilihannya lima belas menit sebelum pelajaran, tanpa tugas sesudahnya.',
    palette: 'day',
    poster: {
      title: ['15 menit membaca', 'sebelum pelajaran'],
      rows: [
        { sign: '06.45', lines: ['Pilih buku sendiri', 'Bukan buku pelajaran'] },
        { sign: '15', lines: ['Baca dalam hati', 'Guru ikut membaca'] },
        { sign: '0', lines: ['Tanpa tugas', 'Cerita boleh, nilai tidak'] },
      ],
      foot: 'Senin–Kamis. Sumber: Dinas Pendidikan',
    },
    alt: 'Poster “15 menit membaca sebelum pelajaran”. Pukul 06.45: pilih buku sendiri, bukan buku pelajaran. 15 menit: baca dalam hati, guru ikut membaca. Nol tugas: cerita boleh, nilai tidak. Senin–Kamis. Sumber: Dinas Pendidikan.',
    isi: `Semua SD dan SMP negeri menyediakan lima belas menit membaca pada pukul 06.45 WIB, Senin sampai Kamis. Murid memilih sendiri bukunya, dan guru ikut membaca.

Kegiatan ini tidak diikuti tugas atau penilaian. Murid boleh bercerita kepada temannya, tetapi tidak wajib. Buku dapat dipinjam dari pojok baca, yang kini tersedia di 310 kelas, atau dibawa dari rumah.

Di rumah, orang tua dapat meneruskan kebiasaan ini dengan menyisihkan waktu yang sama sebelum tidur.
`,
  },
  {
    slug: 'jadwal-posyandu-terpadu',
    judul: 'Posyandu Kini Melayani Semua Usia, Ini Jadwalnya',
    opd: 'dinas-kesehatan',
    tanggal: '2026-10-26',
    jenis: 'infografis',
    tujuan:
      'Keluarga mengetahui bahwa posyandu melayani balita, remaja, orang dewasa, dan lansia, serta kapan harus datang.',
    diperlukan: '2026-11-06',
    data: 'Posyandu terpadu berlaku mulai 2 November 2026 di 29 kelurahan. Pekan pertama bayi dan balita, pekan kedua ibu hamil, pekan ketiga remaja dan dewasa, pekan keempat lansia. Pukul 08.00–11.00 WIB.',
    ringkasan:
      'Mulai November, posyandu melayani semua usia dengan pekan yang berbeda: balita, ibu hamil, remaja dan dewasa, lalu lansia.',
    palette: 'morning',
    poster: {
      title: ['Posyandu', 'untuk semua usia'],
      rows: [
        { sign: '1', lines: ['Bayi dan balita', 'Pekan pertama'] },
        { sign: '2', lines: ['Ibu hamil dan menyusui', 'Pekan kedua'] },
        { sign: '3', lines: ['Remaja dan dewasa', 'Pekan ketiga'] },
        { sign: '4', lines: ['Lansia', 'Pekan keempat'] },
      ],
      foot: 'Pukul 08.00–11.00 WIB. Sumber: Dinas Kesehatan',
    },
    alt: 'Infografis “Posyandu untuk semua usia”. Pekan pertama: bayi dan balita. Pekan kedua: ibu hamil dan menyusui. Pekan ketiga: remaja dan dewasa. Pekan keempat: lansia. Pukul 08.00–11.00 WIB. Sumber: Dinas Kesehatan.',
    isi: `Mulai 2 November 2026, posyandu di 29 kelurahan melayani semua usia. Supaya antrean tidak panjang, setiap kelompok mempunyai pekannya sendiri.

Layanan dibuka pukul 08.00 sampai 11.00 WIB. Bawalah kartu identitas dan buku kesehatan yang dimiliki, misalnya buku kesehatan ibu dan anak.

Warga yang tidak dapat datang pada pekannya boleh datang pada pekan lain setelah melapor kepada kader.
`,
  },
  {
    slug: 'asal-sampah-sekolah-kita',
    judul: 'Dari Mana Sampah Sekolah Kita Berasal',
    opd: 'dinas-pendidikan',
    tanggal: '2026-10-22',
    jenis: 'infografis',
    tujuan:
      'Warga sekolah mengetahui sumber sampah terbanyak, lalu memilih satu kebiasaan yang dapat diubah pekan ini.',
    diperlukan: '2026-11-05',
    data: 'Penimbangan di 24 sekolah selama sepekan pada Oktober 2026. Kemasan minuman 46 persen, sisa makanan 31 persen, kertas 15 persen, lainnya 8 persen. Rata-rata 0,11 kilogram per murid per hari.',
    ringkasan:
      'Penimbangan di 24 sekolah menunjukkan hampir separuh sampah berasal dari kemasan minuman; botol minum sendiri paling banyak menguranginya.',
    palette: 'day',
    poster: {
      title: ['Sampah sekolah', 'dari mana asalnya'],
      rows: [
        { sign: '46%', lines: ['Kemasan minuman'], share: 0.46 },
        { sign: '31%', lines: ['Sisa makanan'], share: 0.31 },
        { sign: '15%', lines: ['Kertas'], share: 0.15 },
        { sign: '8%', lines: ['Lainnya'], share: 0.08 },
      ],
      foot: '24 sekolah, Oktober 2026. Sumber: Dinas Pendidikan',
    },
    alt: 'Infografis “Sampah sekolah, dari mana asalnya”, diagram batang: kemasan minuman 46 persen, sisa makanan 31 persen, kertas 15 persen, lainnya 8 persen. 24 sekolah, Oktober 2026. Sumber: Dinas Pendidikan.',
    isi: `Selama sepekan pada Oktober 2026, 24 sekolah menimbang sampahnya. Hasilnya, hampir separuh berasal dari kemasan minuman.

Rata-rata seorang murid menghasilkan 0,11 kilogram sampah sehari. Membawa botol minum sendiri mengurangi lebih banyak daripada kebiasaan lain mana pun, dan dapat dimulai hari ini.

Sekolah yang ingin ikut menimbang dapat meminta lembar catatan kepada Dinas Pendidikan.
`,
  },
  {
    slug: 'kenali-tanda-bahaya-demam-anak',
    judul: 'Kenali Tanda Bahaya Saat Anak Demam',
    opd: 'dinas-kesehatan',
    tanggal: '2026-10-30',
    jenis: 'desain-grafis',
    tujuan:
      'Orang tua dapat membedakan demam yang dirawat di rumah dan demam yang harus segera diperiksakan.',
    diperlukan: '2026-11-20',
    data: 'Tanda bahaya: tidak mau minum, kejang, sesak, sangat lemas, demam lebih dari dua hari. Perawatan di rumah: minum lebih sering, pakaian tipis, kompres hangat. Jangan memberi obat tanpa takaran. Layanan darurat 119.',
    ringkasan:
      'Segera periksakan anak yang demam bila tidak mau minum, kejang, sesak, sangat lemas, atau demamnya lebih dari dua hari.',
    palette: 'dusk',
    poster: {
      title: ['Anak demam', 'kapan ke puskesmas'],
      rows: [
        { sign: '1', lines: ['Tidak mau minum'] },
        { sign: '2', lines: ['Kejang atau sesak'] },
        { sign: '3', lines: ['Sangat lemas'] },
        { sign: '4', lines: ['Demam lebih dari 2 hari'] },
      ],
      foot: 'Darurat: 119. Sumber: Dinas Kesehatan',
    },
    alt: 'Poster “Anak demam, kapan ke puskesmas”. 1. Tidak mau minum. 2. Kejang atau sesak. 3. Sangat lemas. 4. Demam lebih dari 2 hari. Darurat: 119. Sumber: Dinas Kesehatan.',
    isi: `Demam adalah cara tubuh melawan infeksi, dan sebagian besar dapat dirawat di rumah: beri minum lebih sering, pakaikan baju tipis, dan kompres dengan air hangat.

## Segera periksakan bila

- anak tidak mau minum atau menyusu;
- kejang atau sesak napas;
- sangat lemas atau sulit dibangunkan;
- demam lebih dari dua hari.

Jangan memberi obat tanpa takaran menurut umur dan berat badan. Dalam keadaan darurat, hubungi 119.
`,
  },
];
