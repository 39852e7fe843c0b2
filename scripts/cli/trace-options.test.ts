import { expect, it } from 'vitest';
import { optionFaults, type TraceOptions } from './trace-options.ts';

const id = 'penyebarluasan-informasi';
const file = 'riwayat.jsonl';
const usage = 'paraf trace memerlukan --sop, --events, dan --now; atau --batch; atau --pr.';
const badNow = (text: string) =>
  `Waktu "${text}" tidak terbaca. Tulis ISO 8601 dengan zona, misalnya 2026-11-02T12:00:00+07:00.`;
it.each<[string, TraceOptions, string[]]>([
  ['nothing', {}, [usage]],
  ['no history', { sop: id }, [usage]],
  ['no moment', { sop: id, events: file }, [usage]],
  ['a day for a moment', { sop: id, events: file, now: '2026-11-09' }, [badNow('2026-11-09')]],
  [
    'a moment without a zone',
    { sop: id, events: file, now: '2026-11-09T09:10:00' },
    [badNow('2026-11-09T09:10:00')],
  ],
  [
    'two things at once',
    { batch: file, pr: '7' },
    ['paraf trace menghitung satu hal: --sop dengan --events, atau --batch, atau --pr. Pilih satu.'],
  ],
  [
    'settings for a pull request, which has its own',
    { pr: '7', kalender: 'x.yml' },
    [
      '--pelaksana dan --kalender tidak berlaku bersama --pr: keduanya dibaca dari sistem yang tercatat. Hapus.',
    ],
  ],
  ['all that is needed', { sop: id, events: file, now: '2026-11-09T09:10:00Z', app: '100' }, []],
  [
    'three at once that are none',
    { now: 'besok', app: 'paraf', pr: '0' },
    [
      badNow('besok'),
      '--app paraf bukan nomor akun. Tulis angka saja.',
      '--pr 0 bukan nomor pull request. Tulis angka saja.',
    ],
  ],
])('use with %s', (_, options, faults) => {
  expect(optionFaults(options)).toEqual(faults);
});
