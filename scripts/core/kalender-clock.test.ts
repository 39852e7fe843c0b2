import { describe, expect, it } from 'vitest';
import type { Event } from './events.ts';
import type { Result } from './issue.ts';
import type { Kalender } from './kalender-table.ts';
import type { Calendars } from './kalender-clock.ts';
import type { Penugasan } from './pelaksana.ts';
import type { StepPosition } from './position.ts';
import { reduce } from './reduce.ts';
import { positionOf } from './report.ts';
import type { Sop } from './sop.ts';
import { contextOf, ev, newsRows, people, row, sopFromContent } from './testing/history.ts';
import { kalenderDocument, kalenderOf, kalenderWith } from './testing/kalender.ts';

const news = sopFromContent('penyebarluasan-informasi');
const { penyusun, pengolah, app } = people;
const ok = (value: Kalender): Result<Kalender> => ({ ok: true, value });
const calendars: Calendars = { now: ok(kalenderWith()) };

/** Steps after a history; times are `02 08:00`, a day of November 2026 and a time of day. */
function stepsAt(
  now: string,
  events: readonly (readonly [at: string, event: Event])[],
  more: { sop?: Sop; rows?: readonly Penugasan[]; calendars?: Calendars } = {},
): readonly StepPosition[] {
  const context = contextOf(more.sop ?? news, more.rows ?? newsRows);
  const history = events.map(([at, event]) => ({ ...event, at: time(at) }));
  return positionOf(reduce(context, history), time(now), more.calendars ?? calendars).steps;
}

function time(text: string): string {
  return text.includes('T') ? text : `2026-11-${text.replace(' ', 'T')}:00+07:00`;
}

const brief = ({ menitKerja, hariKerja, tenggat, terlambat }: StepPosition) => [
  menitKerja ?? hariKerja,
  tenggat?.slice(8, 16).replace('T', ' ') ?? null,
  terlambat,
];

const draft = (at: string) => [at, ev.opened(0, penyusun, 'a', { kelengkapan: [] })] as const;
const opened = (at: string) => [at, ev.opened(0, penyusun, 'a')] as const;
const submitted = (at: string) => [at, ev.submitted(0, penyusun, 'a')] as const;

describe('the clock of a step', () => {
  it('starts when the step before it is done, and tells the minutes that it took', () => {
    const steps = stepsAt('02 12:30', [
      opened('02 08:00'),
      submitted('02 08:40'),
      ['02 11:50', ev.sign(0, pengolah, 'a')],
    ]);
    expect(steps.map(brief)).toEqual([
      [0, '02 10:00', false],
      [40, '02 09:00', false],
      // One review signs both: step 4 took no time of its own. Step 3 was done 3 hours after its half hour.
      [190, '02 09:10', true],
      [0, '02 13:20', false],
    ]);
    expect(steps.map(({ catatan }) => catatan)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each([
    ['02 09:00', 60, false],
    ['02 10:00', 120, false],
    ['02 10:01', 121, true],
    ['02 12:40', 240, true],
    ['02 07:00', 0, false],
  ])('runs on at %s: %i minutes', (now, minutes, late) => {
    const [step] = stepsAt(now, [draft('02 08:00')]);
    expect(brief(step!)).toEqual([minutes, '02 10:00', late]);
    expect(step!.catatan).toBe(
      'Tenggat Sen 02/11/2026 10.00 WIB: 120 menit kerja sejak Sen 02/11/2026 08.00 WIB.',
    );
  });

  it('is judged by the second', () => {
    const late = (now: string) => stepsAt(now, [draft('02 08:00')])[0]!.terlambat;
    expect(late('2026-11-02T10:00:00.900+07:00')).toBe(false);
    expect(late('2026-11-02T03:00:01Z')).toBe(true);
  });

  it('is silent before it starts', () => {
    expect(
      stepsAt('02 09:00', [draft('02 08:00')])
        .slice(1)
        .map(brief),
    ).toEqual([
      [null, null, null],
      [null, null, null],
      [null, null, null],
    ]);
  });

  it('begins again with a return, for the step that corrects', () => {
    const steps = stepsAt('03 08:00', [
      opened('02 08:00'),
      submitted('02 08:30'),
      ['02 15:30', ev.giveBack(0, pengolah)],
    ]);
    expect(steps.map(brief)).toEqual([
      [0, '02 10:00', false],
      [60, '03 08:00', false],
      [null, null, null],
      [null, null, null],
    ]);
  });

  it('counts days where the SOP does', () => {
    const sop = sopFromContent('pendokumentasian-informasi-publik');
    const rows = sop.pelaksana.map(({ id }, place) => row(place + 1, id));
    const at = (now: string) =>
      brief(stepsAt(now, [['06 09:00', ev.opened(0, 99, 'a', { kelengkapan: [] })]], { sop, rows })[0]!);
    expect(at('06 15:00')).toEqual([0, '09 16:00', false]);
    expect(at('08 15:00')).toEqual([0, '09 16:00', false]);
    expect(at('09 16:00')).toEqual([1, '09 16:00', false]);
    expect(at('09 16:01')).toEqual([1, '09 16:00', true]);
    expect(at('10 08:00')).toEqual([2, '09 16:00', true]);
  });

  it('has no deadline where the document names no time', () => {
    const sop = { ...news, langkah: news.langkah.map((langkah) => ({ ...langkah, waktu: null })) };
    expect(stepsAt('02 09:00', [draft('02 08:00')], { sop }).map(brief)[0]).toEqual([null, null, null]);
  });
});

describe('a closed item', () => {
  const closed = (at: string) => [at, ev.closed(0, penyusun)] as const;
  const reopened = (at: string) => [at, ev.reopened(0, app)] as const;

  it('stands still', () => {
    const [step] = stepsAt('20 09:00', [draft('02 08:00'), closed('02 09:00')]);
    expect(brief(step!)).toEqual([60, '02 10:00', false]);
    const [late] = stepsAt('20 09:00', [draft('02 08:00'), closed('02 11:00'), closed('03 11:00')]);
    expect(brief(late!)).toEqual([180, '02 10:00', true]);
  });

  it('goes on where it stood when it is opened again', () => {
    const history = [draft('02 08:00'), closed('02 09:00'), reopened('04 13:30')];
    const [step] = stepsAt('04 14:00', history);
    expect(brief(step!)).toEqual([90, '04 14:30', false]);
    expect(step!.catatan).toBe(
      'Tenggat Rab 04/11/2026 14.30 WIB: 120 menit kerja sejak Sen 02/11/2026 08.00 WIB; melewati istirahat 12.00–13.00. Waktu selama butir ini ditutup tidak dihitung.',
    );
    const twice = [...history, closed('04 14:00'), reopened('05 08:00')];
    expect(brief(stepsAt('05 08:31', twice)[0]!)).toEqual([121, '05 08:30', true]);
  });

  it('gains nothing once it is late', () => {
    const [step] = stepsAt('04 14:00', [draft('02 08:00'), closed('02 11:00'), reopened('04 13:30')]);
    expect(brief(step!)).toEqual([210, '02 10:00', true]);
  });

  it('gains working days, where days are counted', () => {
    const sop = sopFromContent('pendokumentasian-informasi-publik');
    const rows = sop.pelaksana.map(({ id }, place) => row(place + 1, id));
    const at = (now: string, ...more: [string, Event][]) =>
      brief(
        stepsAt(now, [['02 09:00', ev.opened(0, 99, 'a', { kelengkapan: [] })], ...more], { sop, rows })[0]!,
      );
    const close: [string, Event] = ['03 10:00', ev.closed(0, 1)];
    expect(at('10 10:00', close)).toEqual([1, '03 16:00', false]);
    expect(at('03 15:00', close, ['03 11:00', ev.reopened(0, 1)])).toEqual([1, '03 16:00', false]);
    expect(at('06 10:00', close, ['06 09:00', ev.reopened(0, 1)])).toEqual([1, '06 16:30', false]);
  });

  it('that was merged without approval stands still as well', () => {
    const [, , step] = stepsAt('20 09:00', [
      opened('02 08:00'),
      submitted('02 08:30'),
      ['02 08:40', ev.merged(0, 9, 'a')],
    ]);
    expect(brief(step!)).toEqual([10, '02 09:00', false]);
  });
});

describe('the calendar behind the clock', () => {
  const missing =
    'Waktu kerja tidak dapat dihitung. content/kalender.yml tahun.2027: Kalender tahun 2027 belum ada, sehingga waktu kerja yang menyentuh tahun itu tidak dapat dihitung. Tambahkan "2027" di bawah tahun: dasar, ramadan, libur, dan cutiBersama menurut keputusan bersama tiga menteri.';

  it('that lacks a year gives no deadline and says why', () => {
    const [step] = stepsAt('2026-12-31T15:30:00+07:00', [draft('2026-12-31T15:00:00+07:00')]);
    expect(brief(step!)).toEqual([30, null, null]);
    expect(step!.catatan).toBe(missing);
    const [later] = stepsAt('2027-01-04T09:00:00+07:00', [draft('2026-12-30T08:00:00+07:00')]);
    expect(brief(later!)).toEqual([null, '30 10:00', true]);
    expect(later!.catatan).toBe(missing);
  });

  it('that cannot be read gives none either, and nothing else is lost', () => {
    const issues = [
      { code: 'x', file: 'content/kalender.yml', line: 3, message: 'Salah.' },
      { code: 'x', file: 'content/kalender.yml', line: 4, message: 'Salah juga.' },
    ];
    const broken: Calendars = { now: { ok: false, issues } };
    const [step] = stepsAt('02 09:00', [draft('02 08:00')], { calendars: broken });
    expect(brief(step!)).toEqual([null, null, null]);
    expect(step!.catatan).toBe(
      'Waktu kerja tidak dapat dihitung. content/kalender.yml:3: Salah. (dan 1 hal lagi)',
    );
  });

  it('that got a holiday meanwhile moves the deadline, and says so', () => {
    const changed = kalenderDocument();
    changed.tahun['2026']!.libur.push({ tanggal: '2026-11-03', nama: 'Pemilihan Kepala Daerah' });
    const opened = ok(kalenderWith());
    const now = ok(kalenderOf(changed));
    const [step] = stepsAt('02 15:30', [draft('02 15:00')], { calendars: { now, opened } });
    expect(brief(step!)).toEqual([30, '04 08:30', false]);
    expect(step!.catatan).toBe(
      'Tenggat bergeser dari Sel 03/11/2026 08.30 WIB, karena kalender diubah sesudah butir ini dibuka. Tenggat Rab 04/11/2026 08.30 WIB: 120 menit kerja sejak Sen 02/11/2026 15.00 WIB; melewati Selasa 3/11 (libur Pemilihan Kepala Daerah).',
    );
    const [same] = stepsAt('02 15:30', [draft('02 15:00')], { calendars: { now, opened: now } });
    expect(same!.catatan).not.toContain('bergeser');
  });
});
