import type { Deed, Story } from './deed.ts';
import { giveBack, live, open, report, save, sign, submit, write } from './deed.ts';

/**
 * The demo office's first two weeks: items of every collection at many different steps, so that no screen is empty.
 * Something waits for each role; nothing is told before it happened.
 */
export const stories: readonly Story[] = [
  ...berita(),
  ...konten(),
  ...kampanye(),
  ...informasiPublik(),
  ...sertaMerta(),
];

function berita(): Story[] {
  const item = (sample: number, deeds: readonly Deed[]): Story => ({ collection: 'berita', sample, deeds });
  const published = (day: number, hour: number): Deed[] => [
    open(`${day} ${hour}:05`, 'peliput', 2),
    submit(`${day} ${hour}:50`, 'peliput'),
    sign(`${day} ${hour + 1}:15`, 'pengolah-satu'),
    live(`${day} ${hour + 1}:16`),
  ];
  return [
    item(6, published(-6, 8)),
    item(5, published(-5, 9)),
    item(3, published(-4, 8)),
    item(2, published(-3, 10)),
    // Late: nobody has corrected it since Friday.
    item(1, [
      open('-3 14:10', 'peliput', 2),
      submit('-3 15:05', 'peliput'),
      giveBack(
        '-3 15:40',
        'pengolah-satu',
        'Jam layanan di paragraf dua berbeda dengan data liputan. Mohon dicocokkan.',
      ),
    ]),
    item(4, [
      open('0 07:30', 'peliput', 2),
      submit('0 07:34', 'peliput'),
      giveBack('0 07:41', 'pengolah-dua', 'Lokasi pasar belum disebut di paragraf pertama.'),
      write('0 07:50', 'penyusun', 'Lokasi lengkapnya tertera di papan pengumuman kelurahan.'),
      submit('0 07:52', 'penyusun'),
    ]),
    item(0, [open('0 07:32', 'peliput', 2), submit('0 07:54', 'peliput')]),
    // Just begun: the material from the field is still missing.
    item(7, [open('0 07:56', 'peliput', 0)]),
  ];
}

function konten(): Story[] {
  const item = (sample: number, deeds: readonly Deed[]): Story => ({ collection: 'konten', sample, deeds });
  /** Asked for, accepted, given to a team: three quarters of an hour from an hour of a day. */
  const assigned = (pemohon: string, day: number, hour: number): Deed[] => [
    open(`${day} ${hour}:00`, pemohon, 1),
    submit(`${day} ${hour}:04`, pemohon),
    sign(`${day} ${hour}:08`, 'bidang-ikp'),
    save(`${day} ${hour}:40`, 'bidang-ikp', 3),
    sign(`${day} ${hour}:45`, 'bidang-ikp'),
  ];
  return [
    // Approved by the secretary, who acted for the head in that week.
    item(4, [
      ...assigned('pemohon-disdik', -11, 8),
      save('-11 11:00', 'pembuat-konten', 4),
      submit('-11 11:20', 'pembuat-konten'),
      giveBack('-11 11:40', 'bidang-ikp', 'Persentase pada batang ketiga belum sama dengan data.'),
      write('-11 11:50', 'pembuat-konten', 'Persentase sudah dicocokkan dengan lembar penimbangan.'),
      submit('-11 11:55', 'pembuat-konten'),
      sign('-11 13:15', 'bidang-ikp'),
      sign('-5 08:10', 'sekretaris'),
      live('-5 08:11'),
    ]),
    item(3, [
      ...assigned('pemohon-dinkes', -7, 9),
      save('-7 13:30', 'pembuat-konten', 4),
      submit('-7 14:00', 'pembuat-konten'),
      sign('-7 14:20', 'bidang-ikp'),
      sign('-7 14:40', 'kepala-dinas'),
      live('-7 14:41'),
    ]),
    // Returned twice: by the Bidang, then by the head.
    item(2, [
      ...assigned('pemohon-disdik', -6, 8),
      save('-6 10:30', 'pembuat-konten', 4),
      submit('-6 11:00', 'pembuat-konten'),
      giveBack('-6 11:20', 'bidang-ikp', 'Jumlah kelas berbeda dengan data dari Dinas Pendidikan.'),
      write('-6 11:35', 'pembuat-konten', 'Jumlah kelas mengikuti data dari Dinas Pendidikan.'),
      submit('-6 11:40', 'pembuat-konten'),
      sign('-6 11:55', 'bidang-ikp'),
      giveBack('0 07:50', 'kepala-dinas', 'Tambahkan ajakan kepada orang tua di kalimat terakhir.'),
    ]),
    item(0, [
      open('-3 13:30', 'pemohon-disdik', 1),
      submit('-3 13:34', 'pemohon-disdik'),
      sign('-3 13:38', 'bidang-ikp'),
      save('0 07:35', 'bidang-ikp', 3),
      sign('0 07:40', 'bidang-ikp'),
    ]),
    item(1, [
      open('0 07:31', 'pemohon-dinkes', 1),
      submit('0 07:34', 'pemohon-dinkes'),
      sign('0 07:38', 'bidang-ikp'),
    ]),
    item(6, [
      ...assigned('pemohon-disdik', -4, 8),
      save('-4 10:30', 'pembuat-konten', 4),
      submit('-4 11:00', 'pembuat-konten'),
      sign('0 07:44', 'bidang-ikp'),
    ]),
    item(5, [open('0 07:58', 'pemohon-dinkes', 0)]),
  ];
}

function kampanye(): Story[] {
  const item = (sample: number, deeds: readonly Deed[]): Story => ({ collection: 'kampanye', sample, deeds });
  /** Directed, prepared, given to the team: from eight on a day until a quarter past eleven. */
  const assigned = (day: number): Deed[] => [
    open(`${day} 08:00`, 'kabid-pikp', 1),
    save(`${day} 09:15`, 'kasi-pkp', 2),
    save(`${day} 10:40`, 'kasi-pkp', 3),
    submit(`${day} 10:45`, 'kasi-pkp'),
    save(`${day} 10:50`, 'kabid-pikp', 4),
    sign(`${day} 10:53`, 'kabid-pikp'),
  ];
  const made = (day: number): Deed[] => [
    save(`${day} 09:00`, 'tim-konten', 5),
    submit(`${day} 09:20`, 'tim-konten'),
  ];
  return [
    item(2, [
      ...assigned(-13),
      ...made(-12),
      sign('-12 10:10', 'kasi-pkp'),
      giveBack('-12 11:00', 'kabid-pikp', 'Sebutkan tanggal pasang tertinggi di kalimat pertama.'),
      write('-12 13:30', 'tim-konten', 'Tanggal pasang tertinggi mengikuti perkiraan resmi.'),
      submit('-12 13:40', 'tim-konten'),
      sign('-12 14:30', 'kasi-pkp'),
      sign('-12 15:20', 'kabid-pikp'),
      sign('-11 08:30', 'kepala-dinas'),
      sign('-11 08:36', 'kabid-pikp'),
      live('-11 08:37'),
      report('-11 09:20', 'kasi-pkp', {
        kanal: 'Portal dan radio lokal',
        waktu: '22 Oktober 2026, pagi',
        frekuensi: '3 kali siaran',
        ketepatan: 'Tepat: tayang dua pekan sebelum pasang tertinggi',
      }),
    ]),
    // Live this morning; its airing is still to be monitored.
    item(0, [
      ...assigned(-7),
      ...made(-6),
      sign('-6 10:20', 'kasi-pkp'),
      sign('-6 11:30', 'kabid-pikp'),
      sign('-6 13:40', 'kepala-dinas'),
      sign('0 07:40', 'kabid-pikp'),
      live('0 07:41'),
    ]),
    item(1, [...assigned(-6), ...made(-5), sign('0 07:36', 'kasi-pkp')]),
    item(3, assigned(-3)),
    item(4, [open('0 07:45', 'kabid-pikp', 1)]),
  ];
}

function informasiPublik(): Story[] {
  const item = (sample: number, deeds: readonly Deed[]): Story => ({
    collection: 'informasi-publik',
    sample,
    deeds,
  });
  /** What is excluded goes the same way. */
  const excluded = (sample: number, deeds: readonly Deed[]): Story => ({
    ...item(sample, deeds),
    collection: 'informasi-dikecualikan',
  });
  const drafted = (day: number, hour: number): Deed[] => [
    open(`${day} ${hour}:00`, 'pejabat-plid', 1),
    submit(`${day} ${hour}:10`, 'pejabat-plid'),
  ];
  const asked = (day: number, hour: number): Deed[] => [
    ...drafted(day, hour),
    sign(`${day} ${hour}:40`, 'ppid-utama'),
  ];
  const supplied = (ppid: string, day: number, hour: number): Deed[] => [
    save(`${day} ${hour}:10`, ppid, 3),
    submit(`${day} ${hour}:25`, ppid),
  ];
  const approved = (day: number, hour: number, ppid = 'ppid-diskominfo'): Deed[] => [
    ...asked(-14, hour),
    ...supplied(ppid, day, hour),
    sign(`${day} ${hour}:50`, 'ppid-utama'),
  ];
  const uploaded = (day: number, hour: number): Deed[] => [
    ...approved(day, hour),
    sign(`${day} ${hour + 1}:05`, 'pejabat-plid'),
    live(`${day} ${hour + 1}:06`),
  ];
  return [
    item(0, uploaded(-10, 8)),
    item(1, uploaded(-10, 9)),
    item(3, uploaded(-10, 10)),
    item(2, uploaded(-10, 14)),
    item(8, approved(-3, 9, 'ppid-dinkes')),
    excluded(0, uploaded(-10, 11)),
    // Its time was over on the Friday before.
    excluded(1, uploaded(-10, 13)),
    // Within the ten working days of the office.
    item(4, asked(-12, 13)),
    item(5, [...asked(-10, 13), ...supplied('ppid-dinkes', -3, 14)]),
    // PPID Utama corrected a figure, and so may not approve it: somebody must put these words forward as theirs.
    item(7, [
      ...asked(-4, 9),
      ...supplied('ppid-dinkes', -3, 10),
      write('0 07:46', 'ppid-utama', 'Persentase dibulatkan ke satu angka di belakang koma.'),
    ]),
    item(6, drafted(-3, 15)),
  ];
}

function sertaMerta(): Story[] {
  const item = (sample: number, deeds: readonly Deed[]): Story => ({
    collection: 'serta-merta',
    sample,
    deeds,
  });
  /** Written, approved and live within three minutes. */
  const warned = (day: number, hour: number): Deed[] => [
    open(`${day} ${hour}:20`, 'ppid-dinkes', 1),
    submit(`${day} ${hour}:21`, 'ppid-dinkes'),
    sign(`${day} ${hour}:22`, 'ppid-utama'),
    live(`${day} ${hour}:23`),
  ];
  return [
    item(1, [
      ...warned(-7, 7),
      report('-6 09:00', 'kepala-dinas', {
        kanal: 'Portal dan radio lokal',
        waktu: '26 Oktober 2026, tiga menit sesudah ditulis',
        frekuensi: 'Tampil di setiap halaman selama berlaku',
        ketepatan: 'Tepat: isi dan masa berlakunya benar',
      }),
    ]),
    // Still to be looked at by somebody who did not approve it.
    item(0, warned(0, 7)),
  ];
}
