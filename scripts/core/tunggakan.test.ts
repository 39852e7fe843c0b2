import { expect, it } from 'vitest';
import { tunggakanDari, type Menunggu } from './tunggakan.ts';

const waiting = (sop: string, status: string, tenggat?: string, putaranKoreksi = 0): Menunggu => ({
  posisi: {
    sop,
    status,
    langkah: 2,
    putaranKoreksi,
    steps: [
      { no: 1, tenggat: '2026-01-01T16:00:00+07:00' },
      { no: 2, tenggat },
    ],
  },
});

it('counts by SOP what is under way, late by the deadline of its open step, and corrected', () => {
  const queue = [
    waiting('b', 'berjalan', '2026-11-19T16:00:00+07:00', 2),
    waiting('b', 'siap', '2026-11-20T08:00:00+07:00'),
    waiting('b', 'berjalan'),
    waiting('a', 'berjalan', '2026-12-01T16:00:00+07:00', 1),
    waiting('b', 'selesai', '2026-11-01T16:00:00+07:00'),
    waiting('b', 'terbit', '2026-11-01T16:00:00+07:00'),
  ];
  expect(tunggakanDari(queue, '2026-11-20')).toEqual([
    { sop: 'a', berjalan: 1, terlambat: 0, dikoreksi: 1 },
    { sop: 'b', berjalan: 3, terlambat: 1, dikoreksi: 1 },
  ]);
});
