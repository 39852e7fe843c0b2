import { expect, it } from 'vitest';
import { kalenderWith } from '../../../scripts/core/testing/kalender.ts';
import { timeLeft } from './time-left.ts';

const kalender = kalenderWith();
const minutes = { menit: 60 };
const days = { hariKerja: 10 };

// 2026-11-02 is a Monday; work from 07.30 to 16.00 with a break at noon, on Friday with a longer one.
it.each([
  ['tenggat nearly there', '2026-11-02T09:00', '2026-11-02T08:50', minutes, 'sisa 10 menit kerja', 'segera'],
  ['half an hour', '2026-11-02T09:00', '2026-11-02T08:20', minutes, 'sisa 40 menit kerja', 'tenang'],
  ['over noon', '2026-11-02T13:30', '2026-11-02T11:30', { menit: 120 }, 'sisa 1 jam kerja', 'tenang'],
  [
    'over a night',
    '2026-11-03T08:00',
    '2026-11-02T15:00',
    { menit: 120 },
    'sisa 1 jam 30 menit kerja',
    'tenang',
  ],
  ['over a weekend', '2026-11-09T08:00', '2026-11-06T16:20', { menit: 45 }, 'sisa 40 menit kerja', 'tenang'],
  ['days for a step of days', '2026-11-16T16:00', '2026-11-02T10:00', days, 'sisa 10 hari kerja', 'tenang'],
  ['the last day', '2026-11-16T16:00', '2026-11-16T10:00', days, 'sisa 5 jam kerja', 'segera'],
  [
    'late by minutes',
    '2026-11-02T09:00',
    '2026-11-02T09:25',
    minutes,
    'terlambat 25 menit kerja',
    'terlambat',
  ],
  ['late by a day', '2026-11-02T16:00', '2026-11-03T10:00', days, 'terlambat 1 hari kerja', 'terlambat'],
  [
    'late by many hours',
    '2026-11-02T09:00',
    '2026-11-06T09:00',
    minutes,
    'terlambat 4 hari kerja',
    'terlambat',
  ],
  [
    'at the very end',
    '2026-11-02T09:00',
    '2026-11-02T09:00',
    minutes,
    'sisa kurang dari 1 menit kerja',
    'segera',
  ],
])('%s', (_, tenggat, now, waktu, words, tone) => {
  expect(timeLeft(kalender, `${tenggat}:00+07:00`, `${now}:00+07:00`, waktu)).toEqual({ words, tone });
});

it.each([
  ['no deadline', null, minutes],
  ['no standard time', '2026-11-02T09:00:00+07:00', null],
  ['a year without a calendar', '2031-11-02T09:00:00+07:00', minutes],
])('%s: nothing is said', (_, tenggat, waktu) => {
  expect(timeLeft(kalender, tenggat, '2026-11-02T08:00:00+07:00', waktu)).toBeNull();
});
