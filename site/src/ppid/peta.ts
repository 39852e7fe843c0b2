/** A page of the PPID, for its front, its menu and the map. */
export interface HalamanPpid {
  readonly nama: string;
  readonly alamat: string;
  /** What the reader finds there, in a sentence. */
  readonly isi: string;
}

/** All pages of the PPID that are no lists of items, in groups, in the order in which people look for them. */
export const petaPpid: readonly { readonly judul: string; readonly halaman: readonly HalamanPpid[] }[] = [
  {
    judul: 'Mencari informasi',
    halaman: [
      {
        nama: 'Daftar Informasi Publik',
        alamat: '/ppid/informasi-publik/',
        isi: 'Semua informasi yang terbuka, dengan dokumennya. Dapat disaring dan diunduh.',
      },
      {
        nama: 'Informasi serta-merta',
        alamat: '/ppid/serta-merta/',
        isi: 'Peringatan yang sedang berlaku dan yang sudah berakhir.',
      },
      {
        nama: 'Informasi yang dikecualikan',
        alamat: '/ppid/dikecualikan/',
        isi: 'Apa yang tertutup, dasarnya, konsekuensinya, dan sampai kapan.',
      },
      {
        nama: 'Unduh dan data terbuka',
        alamat: '/ppid/unduh/',
        isi: 'Daftar sebagai XLSX, CSV, JSON, dan katalog DCAT.',
      },
    ],
  },
  {
    judul: 'Meminta informasi',
    halaman: [
      {
        nama: 'Tata cara permohonan',
        alamat: '/ppid/permohonan/',
        isi: 'Cara meminta, dan paling lambat kapan dijawab bila diajukan hari ini.',
      },
      {
        nama: 'Keberatan dan sengketa',
        alamat: '/ppid/keberatan/',
        isi: 'Bila permohonan ditolak, terlambat, atau tidak sesuai.',
      },
      {
        nama: 'Maklumat pelayanan',
        alamat: '/ppid/maklumat/',
        isi: 'Yang kami janjikan, di samping waktu yang terukur.',
      },
    ],
  },
  {
    judul: 'Tentang PPID',
    halaman: [
      { nama: 'Profil, tugas, dan struktur', alamat: '/ppid/profil/', isi: 'Siapa PPID dan apa tugasnya.' },
      { nama: 'Dasar hukum', alamat: '/ppid/dasar-hukum/', isi: 'Peraturan dan pasalnya.' },
      {
        nama: 'Cakupan informasi wajib',
        alamat: '/ppid/cakupan/',
        isi: 'Mana yang sudah ada, mutakhir, atau belum, menurut perangkat daerah.',
      },
      {
        nama: 'Kalender kewajiban',
        alamat: '/ppid/kalender/',
        isi: 'Kapan tiap informasi harus diperbarui, dan kapan pengecualian berakhir.',
      },
      {
        nama: 'Aksesibilitas dan privasi',
        alamat: '/ppid/aksesibilitas/',
        isi: 'Cara portal ini dibuat, dan data apa yang tidak disimpan.',
      },
    ],
  },
];

/** Addresses of these pages. */
export const alamatPpid: readonly string[] = [
  '/ppid/',
  ...petaPpid.flatMap(({ halaman }) => halaman.map(({ alamat }) => alamat)),
];
