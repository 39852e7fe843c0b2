import type { kategoriBerita } from '../../content/schema/berita.ts';
import type { SceneName } from './scenes.ts';

/** The words of one sample news item. Its people are offices, and what it reports never happened. */
export interface BeritaText {
  readonly slug: string;
  readonly judul: string;
  readonly opd: string;
  readonly tanggal: string;
  readonly kategori: keyof typeof kategoriBerita;
  readonly ringkasan: string;
  readonly scene: SceneName;
  readonly palette: 'day' | 'dusk' | 'morning';
  readonly foto: { readonly keterangan: string; readonly alt: string };
  readonly narasumber: string;
  readonly data: string;
  readonly isi: string;
}

export const beritaTexts: readonly [BeritaText, ...BeritaText[]] = [
  {
    slug: 'warga-dan-pegawai-bersihkan-parit',
    judul: 'Warga dan Pegawai Bersihkan Parit Jelang Musim Hujan',
    opd: 'dinas-lingkungan-hidup',
    tanggal: '2026-11-01',
    kategori: 'lingkungan',
    ringkasan:
      'Sekitar 240 warga dan pegawai mengangkat sampah dan lumpur dari parit sepanjang 1,8 kilometer agar air cepat surut saat hujan.',
    scene: 'canal',
    palette: 'day',
    foto: {
      keterangan:
        'Warga dan pegawai berkumpul di tepi parit sebelum kerja bakti di Pontianak, Minggu (1/11/2026).',
      alt: 'Ilustrasi parit lurus di antara rumah dan pepohonan, dengan lima orang berdiri di kedua tepinya.',
    },
    narasumber: 'Bidang Pengelolaan Sampah Dinas Lingkungan Hidup',
    data: 'Kerja bakti Minggu 1 November 2026, pukul 06.30–09.30 WIB. Peserta 240 orang dari enam RW dan dua dinas. Panjang parit 1,8 km. Sampah terangkut 4,2 ton dengan tiga truk. Lanjutan: dua pekan lagi di ruas berikutnya.',
    isi: `PONTIANAK – Sekitar 240 warga dan pegawai mengangkat sampah dan lumpur dari parit sepanjang 1,8 kilometer, Minggu (1/11/2026). Kerja bakti ini digelar agar air cepat surut ketika hujan turun bersamaan dengan air pasang.

Kegiatan berlangsung pukul 06.30 sampai 09.30 WIB dan diikuti warga enam RW. Petugas menurunkan tiga truk untuk mengangkut 4,2 ton sampah, sebagian besar kemasan plastik dan dahan.

“Parit yang bersih menurunkan genangan lebih cepat daripada pompa. Kami meminta warga tidak membuang sampah ke parit,” kata Bidang Pengelolaan Sampah Dinas Lingkungan Hidup.

## Ruas berikutnya dua pekan lagi

Kerja bakti dilanjutkan dua pekan lagi di ruas berikutnya. Warga yang ingin ikut dapat mendaftar kepada ketua RT, dengan membawa:

- sarung tangan dan sepatu bot;
- cangkul atau garu;
- karung bekas untuk memilah plastik.

Alat tambahan dipinjamkan di lokasi tanpa biaya. (kominfo)
`,
  },
  {
    slug: 'puskesmas-buka-imunisasi-sore',
    judul: 'Puskesmas Buka Layanan Imunisasi Sore bagi Orang Tua Bekerja',
    opd: 'dinas-kesehatan',
    tanggal: '2026-10-30',
    kategori: 'kesehatan',
    ringkasan:
      'Enam puskesmas melayani imunisasi anak sampai pukul 18.00 WIB setiap Jumat, supaya orang tua yang bekerja tidak perlu mengambil cuti.',
    scene: 'clinic',
    palette: 'morning',
    foto: {
      keterangan: 'Antrean layanan imunisasi sore pada hari pertama di Pontianak, Jumat (30/10/2026).',
      alt: 'Ilustrasi gedung puskesmas dengan lambang palang hijau dan enam orang berbaris di halamannya.',
    },
    narasumber: 'Bidang Pencegahan dan Pengendalian Penyakit Dinas Kesehatan',
    data: 'Mulai Jumat 30 Oktober 2026, enam puskesmas, pukul 15.30–18.00 WIB, setiap Jumat. Hari pertama 118 anak. Syarat: buku KIA. Gratis. Tanpa pendaftaran daring.',
    isi: `PONTIANAK – Enam puskesmas mulai melayani imunisasi anak sampai pukul 18.00 WIB, Jumat (30/10/2026). Layanan sore dibuka setiap Jumat supaya orang tua yang bekerja tidak perlu mengambil cuti.

Pada hari pertama, 118 anak mendapat imunisasi. Angka itu hampir dua kali lipat kunjungan pada Jumat pagi pekan sebelumnya.

“Banyak orang tua terlambat bukan karena menolak, melainkan karena jam layanan kami sama dengan jam kerja mereka,” ujar Bidang Pencegahan dan Pengendalian Penyakit Dinas Kesehatan.

Orang tua cukup membawa buku kesehatan ibu dan anak. Layanan ini gratis dan tidak memerlukan pendaftaran daring. Petugas juga memeriksa catatan imunisasi dan menyusun jadwal susulan bagi anak yang tertinggal.

Dinas Kesehatan mengevaluasi layanan sore setelah tiga bulan, sebelum memutuskan penambahan puskesmas. (kominfo)
`,
  },
  {
    slug: 'sekolah-tukar-buku-antarkelas',
    judul: 'Sepuluh Sekolah Gelar Pekan Tukar Buku Antarkelas',
    opd: 'dinas-pendidikan',
    tanggal: '2026-10-29',
    kategori: 'pendidikan',
    ringkasan:
      'Murid sepuluh sekolah dasar saling menukar 3.450 buku bacaan selama sepekan; buku yang tersisa menjadi isi pojok baca kelas.',
    scene: 'books',
    palette: 'day',
    foto: {
      keterangan: 'Buku bacaan yang siap ditukar di sebuah sekolah di Pontianak, Kamis (29/10/2026).',
      alt: 'Ilustrasi deretan buku berwarna di atas meja kayu dan sebuah buku yang terbuka.',
    },
    narasumber: 'Bidang Pembinaan Sekolah Dasar Dinas Pendidikan',
    data: 'Pekan tukar buku 26–30 Oktober 2026 di sepuluh SD. Sampai Kamis 3.450 buku berpindah tangan. Satu buku dibawa, satu buku dibawa pulang. Sisa buku untuk pojok baca 62 kelas.',
    isi: `PONTIANAK – Murid sepuluh sekolah dasar saling menukar buku bacaan dalam pekan tukar buku antarkelas. Sampai Kamis (29/10/2026), 3.450 buku sudah berpindah tangan.

Aturannya sederhana: satu buku dibawa dari rumah, satu buku dibawa pulang. Murid menulis satu kalimat kesan pada kartu di dalam buku, sehingga pembaca berikutnya tahu mengapa buku itu disukai.

> Murid lebih percaya anjuran temannya daripada daftar bacaan dari guru.

Demikian penjelasan Bidang Pembinaan Sekolah Dasar Dinas Pendidikan mengenai kartu kesan itu.

Buku yang tersisa pada hari terakhir menjadi isi pojok baca di 62 kelas. Sekolah yang belum ikut dapat menjadwalkan pekan tukar buku pada semester berikutnya. (kominfo)
`,
  },
  {
    slug: 'perbaikan-jalan-lingkungan-dimulai',
    judul: 'Perbaikan Dua Belas Ruas Jalan Lingkungan Dimulai',
    opd: 'dinas-pekerjaan-umum',
    tanggal: '2026-10-28',
    kategori: 'pembangunan',
    ringkasan:
      'Dua belas ruas jalan lingkungan sepanjang 5,6 kilometer mulai diperbaiki dan ditargetkan selesai sebelum pertengahan Desember.',
    scene: 'road',
    palette: 'day',
    foto: {
      keterangan: 'Alat berat disiapkan pada ruas pertama di Pontianak, Rabu (28/10/2026).',
      alt: 'Ilustrasi jalan lurus menuju perbukitan dengan alat berat kuning, kerucut lalu lintas, dan dua pekerja.',
    },
    narasumber: 'Bidang Bina Marga Dinas Pekerjaan Umum dan Penataan Ruang',
    data: 'Dua belas ruas, total 5,6 km, lebar 3–4 m. Mulai Rabu 28 Oktober 2026, target selesai 12 Desember 2026. Pekerjaan pukul 08.00–16.00 WIB. Satu lajur tetap dibuka.',
    isi: `PONTIANAK – Perbaikan dua belas ruas jalan lingkungan sepanjang 5,6 kilometer dimulai, Rabu (28/10/2026). Seluruh pekerjaan ditargetkan selesai pada 12 Desember 2026.

Ruas yang dipilih adalah jalan dengan kerusakan lebih dari separuh panjangnya, menurut pendataan bersama kelurahan. Selain pelapisan ulang, pekerja membetulkan saluran di tepi jalan supaya aspal tidak cepat rusak oleh genangan.

“Saluran dikerjakan lebih dahulu. Jalan yang bagus tidak bertahan lama bila airnya tidak punya jalan keluar,” kata Bidang Bina Marga Dinas Pekerjaan Umum dan Penataan Ruang.

Pekerjaan berlangsung pukul 08.00 sampai 16.00 WIB dan satu lajur tetap dibuka. Warga diminta mengikuti rambu sementara dan tidak memarkir kendaraan di tepi ruas yang dikerjakan. (kominfo)
`,
  },
  {
    slug: 'pasar-pangan-murah-akhir-pekan',
    judul: 'Pasar Pangan Murah Hadir Setiap Akhir Pekan',
    opd: 'dinas-perdagangan',
    tanggal: '2026-10-31',
    kategori: 'ekonomi',
    ringkasan:
      'Pasar pangan murah menjual beras, minyak goreng, dan sayur langsung dari petani dan distributor setiap Sabtu selama November.',
    scene: 'market',
    palette: 'morning',
    foto: {
      keterangan: 'Pengunjung memilih sayur dan buah di pasar pangan murah, Pontianak, Sabtu (31/10/2026).',
      alt: 'Ilustrasi tiga lapak beratap belang merah, biru, dan hijau penuh buah, dengan delapan pengunjung di depannya.',
    },
    narasumber: 'Bidang Perdagangan Dinas Koperasi, Usaha Mikro, dan Perdagangan',
    data: 'Sabtu 31 Oktober 2026 pukul 07.00–11.00 WIB, 36 lapak. Beras premium Rp14.000,00 per kg, minyak goreng Rp15.500,00 per liter. Berikutnya setiap Sabtu selama November. Pembatasan 10 kg beras per orang.',
    isi: `PONTIANAK – Pasar pangan murah dengan 36 lapak dibuka, Sabtu (31/10/2026). Pasar ini menjual beras, minyak goreng, dan sayur langsung dari petani dan distributor, dan akan hadir setiap Sabtu selama November.

Beras premium dijual Rp14.000,00 per kilogram dan minyak goreng Rp15.500,00 per liter. Pembelian beras dibatasi sepuluh kilogram per orang supaya persediaan cukup.

“Harga dapat lebih rendah karena tidak ada perantara, bukan karena subsidi,” jelas Bidang Perdagangan Dinas Koperasi, Usaha Mikro, dan Perdagangan.

Pasar buka pukul 07.00 sampai 11.00 WIB. Pengunjung diminta membawa tas belanja sendiri. Pelaku usaha mikro yang ingin membuka lapak dapat mendaftar di kantor dinas pada hari kerja. (kominfo)
`,
  },
  {
    slug: 'bus-kota-diuji-sampai-malam',
    judul: 'Rute Bus Kota Diuji Coba Sampai Malam',
    opd: 'dinas-perhubungan',
    tanggal: '2026-10-27',
    kategori: 'layanan-publik',
    ringkasan:
      'Satu rute bus kota diuji coba sampai pukul 21.00 WIB selama satu bulan untuk melayani pekerja sif dan mahasiswa kelas malam.',
    scene: 'bus',
    palette: 'dusk',
    foto: {
      keterangan: 'Penumpang menunggu bus pada malam pertama uji coba di Pontianak, Selasa (27/10/2026).',
      alt: 'Ilustrasi bus biru di jalan kota saat senja, tiga orang menunggu di halte di sebelah kanan.',
    },
    narasumber: 'Bidang Angkutan Dinas Perhubungan',
    data: 'Uji coba 27 Oktober–27 November 2026. Satu rute, empat bus, jeda 30 menit setelah pukul 18.00 WIB, terakhir 21.00 WIB. Tarif tetap. Malam pertama 212 penumpang.',
    isi: `PONTIANAK – Satu rute bus kota diuji coba melayani penumpang sampai pukul 21.00 WIB, mulai Selasa (27/10/2026). Uji coba berlangsung satu bulan untuk melayani pekerja sif dan mahasiswa kelas malam.

Sesudah pukul 18.00 WIB bus berangkat setiap 30 menit dengan tarif yang tidak berubah. Pada malam pertama, 212 penumpang memakai layanan tambahan ini.

“Kami menghitung penumpang di setiap halte. Bila rata-ratanya di atas lima belas orang per bus, jam malam dapat menjadi tetap,” kata Bidang Angkutan Dinas Perhubungan.

Jadwal ditempel di semua halte pada rute itu. Masukan penumpang dapat disampaikan kepada petugas di dalam bus. (kominfo)
`,
  },
  {
    slug: 'warga-tepi-sungai-latihan-siaga',
    judul: 'Warga Tepi Sungai Berlatih Siaga Air Pasang',
    opd: 'bpbd',
    tanggal: '2026-10-26',
    kategori: 'kebencanaan',
    ringkasan:
      'Latihan siaga air pasang melatih 160 warga tepi sungai mengenali tanda bahaya, jalur pengungsian, dan nomor yang harus dihubungi.',
    scene: 'river',
    palette: 'dusk',
    foto: {
      keterangan: 'Warga berlatih berpindah dengan perahu dalam simulasi di Pontianak, Senin (26/10/2026).',
      alt: 'Ilustrasi perahu jingga berisi empat orang di sungai saat senja, dengan deretan rumah di tepinya.',
    },
    narasumber: 'Bidang Pencegahan dan Kesiapsiagaan Badan Penanggulangan Bencana Daerah',
    data: 'Latihan Senin 26 Oktober 2026 pukul 15.00–17.30 WIB. 160 warga dari tiga RW, dua perahu karet. Perkiraan pasang tertinggi akhir November. Titik kumpul: balai warga.',
    isi: `PONTIANAK – Sebanyak 160 warga tepi sungai mengikuti latihan siaga air pasang, Senin (26/10/2026). Mereka berlatih mengenali tanda bahaya, memilih jalur pengungsian, dan membantu warga yang sulit berjalan.

Latihan berlangsung pukul 15.00 sampai 17.30 WIB dengan dua perahu karet. Warga dari tiga RW bergantian menjadi penolong dan yang ditolong.

“Air pasang datang pada jam yang dapat diperkirakan. Yang membedakan hasilnya adalah siapa yang sudah tahu harus ke mana,” ujar Bidang Pencegahan dan Kesiapsiagaan Badan Penanggulangan Bencana Daerah.

## Tiga hal yang dilatih

1. Memindahkan barang dan dokumen penting ke tempat yang lebih tinggi.
2. Mematikan aliran listrik rumah sebelum air masuk.
3. Berkumpul di balai warga lewat jalur yang sudah ditandai.

Pasang tertinggi diperkirakan terjadi pada akhir November. (kominfo)
`,
  },
  {
    slug: 'data-sosial-diperiksa-bersama-warga',
    judul: 'Data Penerima Bantuan Diperiksa Bersama Warga',
    opd: 'dinas-sosial',
    tanggal: '2026-11-02',
    kategori: 'sosial',
    ringkasan:
      'Musyawarah di 29 kelurahan memeriksa ulang data penerima bantuan supaya yang berhak tercatat dan yang sudah mampu digantikan.',
    scene: 'hall',
    palette: 'day',
    foto: {
      keterangan: 'Warga menghadiri musyawarah pemeriksaan data di Pontianak, Senin (2/11/2026).',
      alt: 'Ilustrasi balai warga bertiang kayu dengan delapan orang berkumpul di halamannya.',
    },
    narasumber: 'Bidang Pemberdayaan Sosial Dinas Sosial',
    data: 'Mulai Senin 2 November 2026 di 29 kelurahan, selesai 20 November. Daftar ditempel tanpa nomor identitas. Sanggahan tujuh hari kerja. Hasil diumumkan Desember.',
    isi: `PONTIANAK – Musyawarah pemeriksaan data penerima bantuan dimulai di 29 kelurahan, Senin (2/11/2026). Warga diajak memastikan yang berhak sudah tercatat dan yang sudah mampu digantikan.

Daftar sementara ditempel di kantor kelurahan tanpa nomor identitas dan tanpa keterangan kesehatan. Warga dapat menyanggah dalam tujuh hari kerja, dengan alasan yang dapat diperiksa petugas.

“Tetangga sering lebih dahulu tahu perubahan keadaan sebuah keluarga. Tetapi keputusan tetap diambil setelah kunjungan rumah,” kata Bidang Pemberdayaan Sosial Dinas Sosial.

Pemeriksaan berlangsung sampai 20 November 2026 dan hasilnya diumumkan pada Desember. (kominfo)
`,
  },
];
