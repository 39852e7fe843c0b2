/** Sentences about calendars that are well-formed but make no sense, by permanent issue code. */
export const kalenderMessages = {
  'kalender-tidak-ada': () =>
    'Berkas ini tidak ada, sehingga tenggat tidak dapat dihitung. Buat lagi dengan jam kerja dan hari liburnya.',
  'kalender-tanggal-tahun-lain': (tanggal: string, tahun: string) =>
    `Tanggal ${tanggal} tertulis di bawah tahun ${tahun}. Pindahkan ke tahunnya, atau betulkan tanggalnya.`,
  'kalender-tanggal-ganda': (tanggal: string) =>
    `Tanggal ${tanggal} tertulis dua kali di tahun ini, dalam libur atau cutiBersama. Hapus salah satunya, atau betulkan tanggalnya.`,
  'kalender-ramadan-terbalik': (mulai: string, selesai: string) =>
    `Ramadan mulai ${mulai}, sesudah selesainya ${selesai}. Tukar atau betulkan tanggalnya.`,
  'kalender-ramadan-terlalu-panjang': (days: number) =>
    `Ramadan tertulis ${days} hari, padahal 29 atau 30 hari. Betulkan tanggalnya.`,
  'kalender-ramadan-tahun-lain': (mulai: string, selesai: string, tahun: string) =>
    `Ramadan ${mulai} sampai ${selesai} tidak menyentuh tahun ${tahun}. Isi tanggal Ramadan tahun itu.`,
  'kalender-tanpa-jam-kerja': () =>
    'Tidak satu hari pun dalam pekan ini punya jam kerja, sehingga tidak ada tenggat yang pernah jatuh. Isi jam kerja paling sedikit satu hari.',
  'kalender-tahun-tidak-ada': (tahun: number) =>
    `Kalender tahun ${tahun} belum ada, sehingga waktu kerja yang menyentuh tahun itu tidak dapat dihitung. Tambahkan "${tahun}" di bawah tahun: dasar, ramadan, libur, dan cutiBersama menurut keputusan bersama tiga menteri.`,
  'kalender-waktu-tak-terbaca': (iso: string) =>
    `Waktu “${iso.slice(0, 40)}” tidak terbaca. Tulis ISO 8601 dengan zona, misalnya 2026-11-02T12:00:00+07:00.`,
} as const;
