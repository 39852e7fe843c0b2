import type { SceneName } from './scenes.ts';

/** The words of one sample of planned communication. Its people are offices, and its figures are made up. */
export interface KampanyeText {
  readonly slug: string;
  readonly judul: string;
  readonly opd: string;
  /** Day of the direction. */
  readonly tanggal: string;
  readonly arahan: string;
  readonly khalayak: {
    readonly usia: string;
    readonly pendidikan: string;
    readonly domisili: string;
    readonly saluran: string;
    readonly perilaku: string;
  };
  readonly data: string;
  readonly materi: string;
  readonly lembarKerja: string;
  readonly ringkasan: string;
  readonly scene: SceneName;
  readonly palette: 'day' | 'dusk' | 'morning';
  readonly alt: string;
  readonly isi: string;
}

export const kampanyeTexts: readonly [KampanyeText, ...KampanyeText[]] = [
  {
    slug: 'sungai-bersih-dimulai-dari-dapur',
    judul: 'Sungai Bersih Dimulai dari Dapur',
    opd: 'dinas-lingkungan-hidup',
    tanggal: '2026-10-26',
    arahan:
      'Sampaikan kepada warga tepi sungai bahwa minyak jelantah dan sisa makanan yang dibuang ke parit berakhir di sungai. Gunakan bahasa sehari-hari, tanpa menyalahkan, dan tunjukkan tempat penyetorannya sebelum puncak musim hujan.',
    khalayak: {
      usia: '25–55 tahun',
      pendidikan: 'SD sampai SMA',
      domisili: 'Kelurahan di tepi Sungai Kapuas dan parit-parit kota',
      saluran: 'Portal, papan pengumuman kelurahan, grup pesan RT, dan radio lokal pada pagi hari.',
      perilaku:
        'Sebagian besar membuang minyak jelantah ke saluran karena tidak tahu tempat lain; bersedia menyetor bila tempatnya dekat.',
    },
    data: 'Survei 400 rumah tangga, Oktober 2026: 63 persen membuang minyak jelantah ke saluran. Rata-rata 1,2 liter per rumah tangga per bulan. Titik setor: 29 bank sampah, satu di setiap kelurahan.',
    materi:
      'Satu pesan: minyak jelantah disetor, bukan dibuang. Dua angka: 63 persen dan 29 titik setor. Satu ajakan: simpan dalam botol, setor sebulan sekali.',
    lembarKerja:
      'Naskah 180 kata, satu gambar. Angka dari survei Oktober 2026 (berkas data resmi). Istilah “limbah domestik” diganti “sisa dapur”.',
    ringkasan:
      'Minyak jelantah disetor, bukan dibuang: satu botol sebulan ke bank sampah kelurahan menjaga parit dan sungai tetap mengalir.',
    scene: 'river',
    palette: 'day',
    alt: 'Ilustrasi sungai dengan perahu jingga berisi empat orang dan deretan rumah di tepinya pada siang hari.',
    isi: `Sisa minyak goreng yang dituang ke parit tidak hilang. Minyak itu membeku, menyumbat saluran, lalu sampai ke sungai.

## Simpan, lalu setor

1. Biarkan minyak dingin.
2. Tuang ke botol plastik bekas, lalu tutup rapat.
3. Setor sebulan sekali ke bank sampah di kelurahan.

Setiap kelurahan mempunyai satu titik setor, seluruhnya 29. Petugas mencatat jumlahnya, dan hasil penjualannya kembali kepada warga.

Menurut survei pada Oktober 2026, enam dari sepuluh rumah tangga masih membuang minyak jelantah ke saluran. Satu botol sebulan dari setiap rumah sudah cukup untuk mengubahnya.
`,
  },
  {
    slug: 'naik-bus-kota-sampai-lebih-tenang',
    judul: 'Naik Bus Kota, Sampai Lebih Tenang',
    opd: 'dinas-perhubungan',
    tanggal: '2026-10-27',
    arahan:
      'Ajak pekerja dan pelajar mencoba bus kota sekali sepekan. Tekankan kepastian jadwal dan ongkos, bukan larangan memakai kendaraan pribadi.',
    khalayak: {
      usia: '15–45 tahun',
      pendidikan: 'SMP sampai sarjana',
      domisili: 'Seluruh kecamatan, terutama di sepanjang rute',
      saluran: 'Portal, halte, layar di kantor pelayanan, dan media sosial dinas.',
      perilaku: 'Terbiasa memakai sepeda motor; mau mencoba bila jadwal dapat dipercaya.',
    },
    data: 'Penumpang September 2026: 18.400. Ketepatan jadwal 91 persen. Tarif tetap sejak Januari 2026. Pelajar berseragam membayar separuh.',
    materi:
      'Pesan: coba sekali sepekan. Bukti: 91 persen bus tiba tepat waktu. Kemudahan: jadwal di setiap halte, pelajar separuh tarif.',
    lembarKerja:
      'Naskah 150 kata, satu gambar. Angka penumpang dan ketepatan dari laporan bulanan. Tidak menyebut merek aplikasi.',
    ringkasan:
      'Sembilan dari sepuluh bus kota tiba tepat waktu. Cobalah sekali sepekan, dan pelajar berseragam cukup membayar separuh.',
    scene: 'bus',
    palette: 'morning',
    alt: 'Ilustrasi bus biru di jalan kota pada pagi hari, tiga orang menunggu di halte.',
    isi: `Berangkat dengan bus berarti tidak mencari parkir, tidak kehujanan, dan sempat membaca. Pada September 2026, 91 persen bus kota tiba tepat waktu.

## Mulai dari sekali sepekan

- Lihat jadwal yang tertempel di halte.
- Siapkan uang pas atau kartu.
- Pelajar berseragam membayar separuh tarif.

Bila sekali terasa mudah, tambahkan hari berikutnya. Masukan tentang jadwal dan halte dapat disampaikan kepada petugas di dalam bus.
`,
  },
  {
    slug: 'siap-hadapi-air-pasang',
    judul: 'Siap Hadapi Air Pasang, Tiga Tas Cukup',
    opd: 'bpbd',
    tanggal: '2026-10-20',
    arahan:
      'Siapkan warga menghadapi pasang tertinggi akhir November. Satu pesan yang mudah diingat, dapat dikerjakan malam ini juga, dan tidak menakut-nakuti.',
    khalayak: {
      usia: '18–65 tahun',
      pendidikan: 'Semua jenjang',
      domisili: 'RT di tepi sungai dan daerah rendah',
      saluran: 'Portal, pengeras suara rumah ibadah, grup pesan RT, dan radio.',
      perilaku: 'Terbiasa dengan genangan sehingga menunda persiapan; mengikuti ajakan ketua RT.',
    },
    data: 'Perkiraan pasang tertinggi 24–27 November 2026. Pada 2025 tercatat 41 RT tergenang. Titik kumpul: balai warga di setiap kelurahan. Nomor darurat 112.',
    materi:
      'Tiga tas: dokumen, obat, pakaian. Satu nomor: 112. Satu tempat: balai warga. Disampaikan dua pekan sebelum pasang tertinggi.',
    lembarKerja:
      'Naskah 160 kata, satu gambar. Tanggal pasang dari perkiraan resmi. Kata “bencana” dipakai sekali saja.',
    ringkasan:
      'Sebelum pasang tertinggi 24–27 November 2026, siapkan tiga tas: dokumen, obat, dan pakaian. Darurat: hubungi 112.',
    scene: 'canal',
    palette: 'dusk',
    alt: 'Ilustrasi parit di antara rumah saat senja, dengan beberapa orang berdiri di kedua tepinya.',
    isi: `Pasang tertinggi diperkirakan terjadi pada 24–27 November 2026. Waktu terbaik untuk bersiap adalah sebelum air naik.

## Tiga tas, malam ini

1. **Tas dokumen**: kartu keluarga, ijazah, dan sertifikat dalam plastik kedap air.
2. **Tas obat**: obat rutin untuk tujuh hari dan perlengkapan bayi.
3. **Tas pakaian**: dua pasang untuk setiap anggota keluarga.

Simpan ketiganya di tempat tinggi yang mudah diambil. Titik kumpul adalah balai warga di setiap kelurahan, dan nomor daruratnya 112.
`,
  },
  {
    slug: 'belanja-di-pasar-bawa-tas-sendiri',
    judul: 'Belanja di Pasar, Bawa Tas Sendiri',
    opd: 'dinas-perdagangan',
    tanggal: '2026-10-29',
    arahan:
      'Dukung pengurangan kantong plastik di pasar rakyat. Tunjukkan untungnya bagi pedagang dan pembeli, jangan hanya aturannya.',
    khalayak: {
      usia: '20–60 tahun',
      pendidikan: 'SD sampai sarjana',
      domisili: 'Pengunjung delapan pasar rakyat',
      saluran: 'Portal, spanduk pasar, pengeras suara pasar, dan media sosial dinas.',
      perilaku: 'Lupa membawa tas; bersedia bila diingatkan sebelum berangkat.',
    },
    data: 'Delapan pasar, 1.940 pedagang. Rata-rata satu pedagang menghabiskan 90 kantong sehari. Uji coba di satu pasar pada Agustus 2026 menurunkan pemakaian 37 persen.',
    materi: 'Pesan: letakkan tas belanja di dekat kunci. Bukti: turun 37 persen dalam satu bulan.',
    lembarKerja: 'Naskah 140 kata, satu gambar. Angka uji coba dari catatan pengelola pasar.',
    ringkasan:
      'Membawa tas sendiri menurunkan pemakaian kantong plastik 37 persen dalam sebulan uji coba. Letakkan tas di dekat kunci supaya tidak lupa.',
    scene: 'market',
    palette: 'day',
    alt: 'Ilustrasi tiga lapak pasar beratap belang dengan buah, dan delapan pengunjung di depannya.',
    isi: `Seorang pedagang pasar rata-rata menghabiskan 90 kantong plastik sehari. Di delapan pasar rakyat ada 1.940 pedagang.

Uji coba di satu pasar pada Agustus 2026 menunjukkan bahwa ajakan sederhana sudah cukup: pemakaian kantong turun 37 persen dalam sebulan. Pedagang berhemat, pembeli tidak menimbun kantong di rumah.

Supaya tidak lupa, letakkan tas belanja di dekat kunci rumah atau di bawah jok motor.
`,
  },
  {
    slug: 'data-yang-benar-bantuan-yang-tepat',
    judul: 'Data yang Benar, Bantuan yang Tepat',
    opd: 'dinas-sosial',
    tanggal: '2026-10-30',
    arahan:
      'Jelaskan mengapa data penerima bantuan diperiksa bersama warga, dan bahwa sanggahan adalah hak. Hindari istilah teknis.',
    khalayak: {
      usia: '20–70 tahun',
      pendidikan: 'Semua jenjang',
      domisili: 'Seluruh kelurahan',
      saluran: 'Portal, papan pengumuman kelurahan, dan pertemuan RT.',
      perilaku: 'Ragu menyanggah karena takut tetangga tersinggung; percaya bila alasannya dirahasiakan.',
    },
    data: 'Musyawarah di 29 kelurahan sampai 20 November 2026. Masa sanggah tujuh hari kerja. Nama penyanggah tidak diumumkan.',
    materi: 'Pesan: sanggahan adalah hak dan dirahasiakan. Cara: tiga langkah di kelurahan.',
    lembarKerja: 'Naskah 140 kata, satu gambar. Tanggal dari jadwal Dinas Sosial.',
    ringkasan:
      'Data penerima bantuan diperiksa bersama warga sampai 20 November 2026. Sanggahan adalah hak, dan nama penyanggah tidak diumumkan.',
    scene: 'hall',
    palette: 'morning',
    alt: 'Ilustrasi balai warga bertiang kayu dengan delapan orang berkumpul di halamannya.',
    isi: `Keadaan keluarga berubah: ada yang sudah mampu, ada yang baru kehilangan pekerjaan. Karena itu, data penerima bantuan diperiksa bersama warga di 29 kelurahan sampai 20 November 2026.

## Bila ada yang tidak tepat

1. Lihat daftar sementara di kantor kelurahan.
2. Sampaikan sanggahan dalam tujuh hari kerja.
3. Tunggu kunjungan petugas.

Sanggahan adalah hak setiap warga. Nama penyanggah tidak diumumkan, dan keputusan diambil setelah kunjungan rumah.
`,
  },
];
