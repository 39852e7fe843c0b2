import { describe, expect, it } from 'vitest';
import { formatIssue } from './issue.ts';
import { deadline, workedDays, workedMinutes } from './kalender-deadline.ts';
import { explain } from './kalender-explain.ts';
import type { Waktu } from './kalender-time.ts';
import { kalenderWith } from './testing/kalender.ts';

const kalender = kalenderWith();
const into2027 = kalenderWith(2027);

/** `tenggat`, or the issues in words. */
function due(start: string, waktu: Waktu, of = kalender): string {
  const result = deadline(of, start, waktu);
  return result.ok ? result.value.tenggat : result.issues.map(formatIssue).join('\n');
}

describe('a deadline in working days', () => {
  it.each([
    ['2026-09-01', '2026-09-15', '2026-09-24'],
    ['2026-03-10', '2026-03-31', '2026-04-10'],
    ['2026-08-14', '2026-09-01', '2026-09-10'],
    ['2026-12-14', '2026-12-30', '2027-01-11'],
  ])('of a request received on %s is %s, and %s with seven days more', (received, ten, seventeen) => {
    const start = `${received}T09:00:00+07:00`;
    expect(due(start, { hariKerja: 10 }, into2027).slice(0, 10)).toBe(ten);
    expect(due(start, { hariKerja: 17 }, into2027).slice(0, 10)).toBe(seventeen);
    expect(due(`${ten}T16:00:00+07:00`, { hariKerja: 7 }, into2027).slice(0, 10)).toBe(seventeen);
  });

  it.each<[string, string, number, string]>([
    ['the first day does not count', '2026-11-02T07:30:00+07:00', 1, '2026-11-03T16:00:00+07:00'],
    ['whatever its hour', '2026-11-02T23:59:59+07:00', 1, '2026-11-03T16:00:00+07:00'],
    ['nor its zone', '2026-11-02T16:59:59Z', 1, '2026-11-03T16:00:00+07:00'],
    ['a day begins at midnight in Pontianak', '2026-11-02T17:00:00Z', 1, '2026-11-04T16:00:00+07:00'],
    ['Friday ends later', '2026-11-05T10:00:00+07:00', 1, '2026-11-06T16:30:00+07:00'],
    ['from a Saturday', '2026-11-07T10:00:00+07:00', 1, '2026-11-09T16:00:00+07:00'],
    ['Ramadan ends earlier', '2026-03-02T10:00:00+07:00', 1, '2026-03-03T15:00:00+07:00'],
    ['a Friday of Ramadan', '2026-03-05T10:00:00+07:00', 1, '2026-03-06T15:30:00+07:00'],
  ])('%s', (_, start, hariKerja, tenggat) => {
    expect(due(start, { hariKerja })).toBe(tenggat);
  });
});

describe('a deadline in minutes', () => {
  it.each<[string, string, number, string]>([
    ['in the morning', '2026-11-02T08:00:00+07:00', 30, '2026-11-02T08:30:00+07:00'],
    ['seconds are kept', '2026-11-02T08:00:17.900+07:00', 30, '2026-11-02T08:30:17+07:00'],
    ['from another zone', '2026-11-02T01:00:00Z', 30, '2026-11-02T08:30:00+07:00'],
    ['just before lunch', '2026-11-02T11:00:00+07:00', 60, '2026-11-02T12:00:00+07:00'],
    ['over lunch', '2026-11-02T11:45:00+07:00', 60, '2026-11-02T13:45:00+07:00'],
    ['from the midst of lunch', '2026-11-02T12:20:00+07:00', 5, '2026-11-02T13:05:00+07:00'],
    ['over Friday prayers', '2026-11-06T11:15:00+07:00', 30, '2026-11-06T13:15:00+07:00'],
    ['until the end of a day', '2026-11-02T15:30:00+07:00', 30, '2026-11-02T16:00:00+07:00'],
    ['over a night', '2026-11-02T15:30:00+07:00', 60, '2026-11-03T08:00:00+07:00'],
    ['over a weekend', '2026-11-06T16:00:00+07:00', 60, '2026-11-09T08:00:00+07:00'],
    ['before work begins', '2026-11-02T05:00:00+07:00', 30, '2026-11-02T08:00:00+07:00'],
    ['from a Sunday', '2026-11-08T20:00:00+07:00', 30, '2026-11-09T08:00:00+07:00'],
    ['a day of 7½ hours', '2026-11-02T07:30:00+07:00', 450, '2026-11-02T16:00:00+07:00'],
    ['the 480 minutes of SOP 3', '2026-11-02T07:30:00+07:00', 480, '2026-11-03T08:00:00+07:00'],
    ['over Christmas and its leave', '2026-12-23T15:30:00+07:00', 60, '2026-12-28T08:00:00+07:00'],
    ['lunch of Ramadan is shorter', '2026-03-02T11:45:00+07:00', 30, '2026-03-02T12:45:00+07:00'],
    ['into Ramadan', '2026-02-18T15:30:00+07:00', 60, '2026-02-19T08:30:00+07:00'],
    ['over Idulfitri', '2026-03-17T14:30:00+07:00', 60, '2026-03-25T08:00:00+07:00'],
  ])('%s', (_, start, menit, tenggat) => {
    expect(due(start, { menit })).toBe(tenggat);
  });
});

describe('a year without a list', () => {
  const missing = (year: number) =>
    `content/kalender.yml tahun.${year}: Kalender tahun ${year} belum ada, sehingga waktu kerja yang menyentuh tahun itu tidak dapat dihitung. Tambahkan "${year}" di bawah tahun: dasar, ramadan, libur, dan cutiBersama menurut keputusan bersama tiga menteri.`;
  it.each<[string, string, Waktu, string]>([
    [
      'is no matter while it is not reached',
      '2026-12-31T15:00:00+07:00',
      { menit: 60 },
      '2026-12-31T16:00:00+07:00',
    ],
    ['is an issue one minute later', '2026-12-31T15:01:00+07:00', { menit: 60 }, missing(2027)],
    ['or one day later', '2026-12-30T15:00:00+07:00', { hariKerja: 2 }, missing(2027)],
    ['or where the clock started', '2025-12-31T15:00:00+07:00', { menit: 60 }, missing(2025)],
    ['by the zone of Pontianak', '2026-12-31T18:00:00Z', { menit: 60 }, missing(2027)],
    ['however far', '2026-11-02T08:00:00+07:00', { menit: Number.MAX_SAFE_INTEGER }, missing(2027)],
  ])('%s', (_, start, waktu, expected) => {
    expect(due(start, waktu)).toBe(expected);
  });

  it('in the middle of others stays a gap', () => {
    const gap = kalenderWith(2028);
    expect(due('2026-12-31T15:30:00+07:00', { menit: 60 }, gap)).toBe(missing(2027));
    expect(due('2028-01-03T08:00:00+07:00', { menit: 60 }, gap)).toBe('2028-01-03T09:00:00+07:00');
    expect(workedMinutes(gap, '2026-12-31T15:30:00+07:00', '2028-01-03T08:00:00+07:00')).toMatchObject({
      ok: false,
      issues: [{ code: 'kalender-tahun-tidak-ada', field: 'tahun.2027' }],
    });
  });

  it('is told apart from a time that is none', () => {
    expect(due('besok', { menit: 60 })).toBe(
      'content/kalender.yml: Waktu “besok” tidak terbaca. Tulis ISO 8601 dengan zona, misalnya 2026-11-02T12:00:00+07:00.',
    );
  });
});

describe('working time that has passed', () => {
  it.each([
    ['2026-11-02T08:00:00+07:00', '2026-11-02T08:29:59+07:00', 29, 0],
    ['2026-11-02T08:00:00+07:00', '2026-11-02T12:30:00+07:00', 240, 0],
    ['2026-11-02T08:00:00+07:00', '2026-11-03T08:00:00+07:00', 450, 1],
    ['2026-11-06T16:00:00+07:00', '2026-11-08T23:00:00+07:00', 30, 0],
    ['2026-11-02T07:00:00+07:00', '2026-11-09T07:00:00+07:00', 2250, 5],
    ['2026-11-03T08:00:00+07:00', '2026-11-02T08:00:00+07:00', 0, 0],
  ])('from %s to %s is %i minutes, and on day %i', (from, to, minutes, days) => {
    expect(workedMinutes(kalender, from, to)).toEqual({ ok: true, value: minutes });
    expect(workedDays(kalender, from, to)).toEqual({ ok: true, value: days });
  });
});

describe('a deadline explains itself', () => {
  it.each<[string, Waktu, string]>([
    [
      '2026-11-02T08:00:00+07:00',
      { menit: 30 },
      'Tenggat Sen 02/11/2026 08.30 WIB: 30 menit kerja sejak Sen 02/11/2026 08.00 WIB.',
    ],
    [
      '2026-11-06T11:00:00+07:00',
      { menit: 540 },
      'Tenggat Sen 09/11/2026 13.30 WIB: 540 menit kerja sejak Jum 06/11/2026 11.00 WIB; melewati Sabtu 7/11, Minggu 8/11, istirahat 11.30–13.00, istirahat 12.00–13.00.',
    ],
    [
      '2026-11-08T20:00:00+07:00',
      { menit: 30 },
      'Tenggat Sen 09/11/2026 08.00 WIB: 30 menit kerja sejak Min 08/11/2026 20.00 WIB, yang di luar jam kerja sehingga dihitung mulai Sen 09/11/2026 07.30 WIB; melewati Minggu 8/11.',
    ],
    [
      '2026-12-22T09:00:00+07:00',
      { hariKerja: 3 },
      'Tenggat Sel 29/12/2026 16.00 WIB: 3 hari kerja sesudah Sel 22/12/2026 09.00 WIB (hari itu tidak dihitung); melewati Kamis 24/12 (cuti bersama Kelahiran Yesus Kristus), Jumat 25/12 (libur Kelahiran Yesus Kristus), Sabtu 26/12, Minggu 27/12.',
    ],
    [
      '2026-03-02T09:00:00+07:00',
      { hariKerja: 1 },
      'Tenggat Sel 03/03/2026 15.00 WIB: 1 hari kerja sesudah Sen 02/03/2026 09.00 WIB (hari itu tidak dihitung); jam kerja Ramadan berlaku (tanggalnya disimpulkan).',
    ],
  ])('from %s, %j', (start, waktu, text) => {
    expect(explain(kalender, start, waktu)).toEqual({ ok: true, value: text });
  });

  it('also as data', () => {
    const result = deadline(kalender, '2026-12-24T09:00:00+07:00', { menit: 30 });
    expect(result.ok && result.value.skipped).toEqual([
      { tanggal: '2026-12-24', hari: 4, sebab: 'cuti-bersama', nama: 'Kelahiran Yesus Kristus' },
      { tanggal: '2026-12-25', hari: 5, sebab: 'libur', nama: 'Kelahiran Yesus Kristus' },
      { tanggal: '2026-12-26', hari: 6, sebab: 'akhir-pekan', nama: null },
      { tanggal: '2026-12-27', hari: 0, sebab: 'akhir-pekan', nama: null },
    ]);
  });
});
