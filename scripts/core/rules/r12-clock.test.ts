import { describe, expect, test } from 'vitest';
import type { Event } from '../events.ts';
import { reduce } from '../reduce.ts';
import { positionOf } from '../report.ts';
import { ev, minute, people } from '../testing/history.ts';
import { kalenderDocument, kalenderOf } from '../testing/kalender.ts';
import { everyOffice, later, offices, type Office } from '../testing/office.ts';

const { tamu } = people;
const kalender = { now: { ok: true as const, value: kalenderOf(kalenderDocument()) } };

/** The step that is waited for, some minutes after 08.00 WIB on Monday 2 November 2026. */
function waited(office: Office, events: readonly Event[], at: number) {
  const { langkah, steps } = positionOf(reduce(office.context, events), minute(at), kalender);
  const step = steps.find(({ no }) => no === langkah)!;
  return [step.no, step.menitKerja ?? `${step.hariKerja} hari`, step.tenggat?.slice(0, 16), step.terlambat];
}

describe('R12: a step’s clock starts when the step before it is done', () => {
  test.each(everyOffice)('%s: on its ordinary way', (_, office) => {
    const { steps } = office.after(office.until('siap'));
    const done = steps.filter(({ selesai }) => selesai !== null);
    expect(done.map(({ mulai }) => mulai)).toEqual([
      minute(0),
      ...done.slice(0, -1).map(({ selesai }) => selesai),
    ]);
  });

  const { konten, informasi, kampanye } = offices;
  const opened = (office: Office) => office.until(office.sop.langkah[0]!.no);
  const returned = (office: Office, no: number) => {
    const events = office.until(no);
    return [...events, ev.giveBack(later(events), office.at(no))];
  };
  // Each row: the history, the minute of asking; step, time used, deadline, late.
  test.each<[string, Office, readonly Event[], number, unknown[]]>([
    ['minutes', konten, opened(konten), 4, [1, 4, '2026-11-02T08:05', false]],
    ['late after them', konten, opened(konten), 6, [1, 6, '2026-11-02T08:05', true]],
    ['not yet at the very end', konten, opened(konten), 5, [1, 5, '2026-11-02T08:05', false]],
    [
      'ten working days of PPID Pendukung',
      informasi,
      informasi.until(3),
      60,
      [3, '0 hari', '2026-11-16T16:00', false],
    ],
    // 480 minutes from 08.20 on Monday: 220 to the break, 180 after it, 30 on Tuesday until it is asked.
    ['over the night', kampanye, kampanye.until(5), 24 * 60, [5, 430, '2026-11-03T08:50', false]],
    [
      'a correction has a clock of its own',
      konten,
      returned(konten, 8),
      51,
      [7, 10, '2026-11-02T09:11', false],
    ],
  ])('%s', (_, office, events, at, expected) => {
    expect(waited(office, events, at)).toEqual(expected);
  });

  const began = later(konten.until(8), 0);
  const closed = [...konten.until(5), ev.closed(began, tamu)];
  test('closed, it stands still, and the deadline moves by the working time in between', () => {
    const before = waited(konten, konten.until(5), began);
    const after = waited(konten, [...closed, ev.reopened(began + 60, tamu)], began + 70);
    expect(before.slice(0, 3)).toEqual([5, 9, '2026-11-02T09:01']);
    expect(after).toEqual([5, 19, '2026-11-02T10:01', false]);
  });

  test('an edit that sends the review back does not start the clock of its open first step anew', () => {
    const events = konten.until(5);
    const edited = [...events, ev.content(later(events, 10), tamu * 100, 'x', konten.complete)];
    expect(waited(konten, edited, 200)[2]).toBe(waited(konten, events, 200)[2]);
  });

  test('without a calendar for the year there is no deadline, and the reason', () => {
    const { steps } = positionOf(
      reduce(konten.context, opened(konten)),
      '2027-02-01T08:00:00+07:00',
      kalender,
    );
    expect([steps[0]?.menitKerja, steps[0]?.catatan]).toEqual([
      null,
      'Waktu kerja tidak dapat dihitung. content/kalender.yml tahun.2027: Kalender tahun 2027 belum ada, sehingga waktu kerja yang menyentuh tahun itu tidak dapat dihitung. Tambahkan "2027" di bawah tahun: dasar, ramadan, libur, dan cutiBersama menurut keputusan bersama tiga menteri.',
    ]);
  });
});
