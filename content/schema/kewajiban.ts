/** One kind of information that every public body has to publish. */
export interface Kewajiban {
  readonly id: string;
  readonly klasifikasi: 'berkala' | 'setiap-saat';
  readonly nama: string;
}

const list = (klasifikasi: Kewajiban['klasifikasi'], names: Readonly<Record<string, string>>): Kewajiban[] =>
  Object.entries(names).map(([id, nama]) => ({ id, klasifikasi, nama }));

/**
 * What must be published regularly, and what must be at hand at all times, in the order in which assessors ask for it
 * (e-Monev). Their articles in PerKI 1/2021 were not compared with the official text, so no page names them.
 */
export const kewajiban: readonly Kewajiban[] = [
  ...list('berkala', {
    profil: 'Profil badan publik: alamat, tugas, struktur, pejabat, LHKPN',
    program: 'Program dan kegiatan: penanggung jawab, target, jadwal, anggaran',
    kinerja: 'Kinerja',
    keuangan: 'Laporan keuangan: realisasi anggaran, neraca, catatan, aset',
    'akses-informasi': 'Laporan akses informasi publik',
    peraturan: 'Peraturan, keputusan, dan kebijakan yang mengikat publik',
    'tata-cara': 'Tata cara memperoleh informasi publik',
    'pengaduan-wewenang': 'Tata cara pengaduan penyalahgunaan wewenang',
    pengadaan: 'Pengadaan barang dan jasa',
    kepegawaian: 'Kepegawaian',
    'peringatan-dini': 'Peringatan dini dan prosedur evakuasi',
  }),
  ...list('setiap-saat', {
    dip: 'Daftar Informasi Publik',
    'naskah-peraturan': 'Peraturan dan keputusan: masukan, risalah, rancangan, naskah akhir',
    organisasi: 'Organisasi, administrasi, kepegawaian, dan keuangan',
    perjanjian: 'Perjanjian dengan pihak ketiga',
    'surat-pimpinan': 'Surat-menyurat pimpinan',
    perizinan: 'Perizinan',
    perbendaharaan: 'Perbendaharaan dan inventaris',
    rencana: 'Rencana strategis dan rencana kerja',
    'agenda-pimpinan': 'Agenda kerja pimpinan',
    'layanan-informasi': 'Kegiatan layanan informasi publik',
    'pelanggaran-internal': 'Pelanggaran yang ditemukan pengawasan internal',
    'pelanggaran-laporan': 'Pelanggaran yang dilaporkan masyarakat',
    'peraturan-sah': 'Peraturan yang telah disahkan beserta kajian akademiknya',
    'pertemuan-terbuka': 'Kebijakan yang disampaikan dalam pertemuan terbuka',
    'dinyatakan-terbuka': 'Informasi yang telah dinyatakan terbuka',
    'standar-layanan': 'Standar layanan dan prosedur (SOP)',
  }),
];
