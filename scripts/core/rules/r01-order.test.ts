import { describe, expect, test } from 'vitest';
import type { Event } from '../events.ts';
import { ev, people, positionAfter } from '../testing/history.ts';
import { inReview, news, ready, table } from '../testing/news.ts';
import { everyOffice, offices } from '../testing/office.ts';

const { peliput, penyusun, pengolah, pengolahLain, tamu, app } = people;

describe('R1: events are ordered by the server’s time', () => {
  test.each(everyOffice)('%s: the lines of a file may stand in any order', (_, office) => {
    const events = office.until('siap');
    const { steps } = office.after(events);
    for (const other of [events.toReversed(), [...events.slice(3), ...events.slice(0, 3)]])
      expect(office.after(other).steps).toEqual(steps);
  });
});

describe('R1: in one second a return comes first, then a push, a submission, a signature', () => {
  table([
    [
      'a return before a submission: there was nothing to return yet',
      [...inReview.slice(0, 2), ev.submitted(20, penyusun, 'b'), ev.giveBack(20, pengolah)],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'a return before a push: the correction has begun',
      [...inReview, ev.content(30, penyusun, 'c'), ev.giveBack(30, pengolah)],
      'berjalan, langkah 2, putaran 1',
    ],
    [
      'a return before a signature',
      [...inReview, ev.sign(30, pengolahLain, 'b'), ev.giveBack(30, pengolah)],
      'berjalan, langkah 2, putaran 1, bukan-giliran',
    ],
    [
      'of two pushes the later line stands',
      [
        ev.opened(0, peliput, 'a'),
        ev.content(10, penyusun, 'x'),
        ev.content(10, penyusun, 'b'),
        ev.submitted(20, penyusun, 'b'),
      ],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'a push before a submission',
      [ev.opened(0, peliput, 'a'), ev.submitted(10, penyusun, 'b'), ev.content(10, penyusun, 'b')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'a submission before a signature',
      [...inReview.slice(0, 2), ev.sign(20, pengolah, 'b'), ev.submitted(20, penyusun, 'b')],
      'siap, langkah -, putaran 0',
    ],
    [
      'a submission in words, too',
      [...inReview.slice(0, 2), ev.sign(20, pengolah, 'b'), ev.comment(20, penyusun, 'b', '/ajukan')],
      'siap, langkah -, putaran 0',
    ],
    [
      'a signature in the second of a push does not count, of the old content',
      [...inReview, ev.sign(30, pengolahLain, 'b'), ev.content(30, pengolah, 'c')],
      'berjalan, langkah 3, putaran 0, isi-berbeda',
    ],
    [
      'nor of the new',
      [...inReview, ev.sign(30, pengolahLain, 'c'), ev.content(30, pengolah, 'c')],
      'berjalan, langkah 3, putaran 0, sedetik-dengan-perubahan',
    ],
    [
      'nor in the second of the opening',
      [ev.opened(0, penyusun, 'a'), ev.submitted(0, penyusun, 'a'), ev.sign(0, pengolah, 'a')],
      'berjalan, langkah 3, putaran 0, sedetik-dengan-perubahan',
    ],
    [
      'a second later it does',
      [ev.opened(0, penyusun, 'a'), ev.submitted(0, penyusun, 'a'), ev.sign(1 / 60, pengolah, 'a')],
      'siap, langkah -, putaran 0',
    ],
    [
      'a save of the same bytes in its second is no push of anything',
      [...inReview, ev.sign(30, pengolahLain, 'b'), ev.content(30, tamu, 'b')],
      'siap, langkah -, putaran 0',
    ],
    [
      'fractions of a second are not looked at',
      [
        ...inReview,
        { ...ev.sign(30, pengolahLain, 'c'), at: '2026-11-02T01:30:00.900Z' },
        { ...ev.content(30, pengolah, 'c'), at: '2026-11-02T08:30:00.100+07:00' },
      ],
      'berjalan, langkah 3, putaran 0, sedetik-dengan-perubahan',
    ],
    [
      'a dismissal comes after the signature',
      [...inReview, ev.dismissed(30, pengolah, 'x'), ev.sign(30, pengolah, 'b', { id: 'x' })],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'a merge after the last signature',
      [...inReview, ev.merged(30, app, 'b'), ev.sign(30, pengolah, 'b')],
      'terbit, langkah -, putaran 0',
    ],
  ]);
});

describe('R1: of two signatures in one second the earlier step’s is first', () => {
  const { kampanye } = offices;
  const [kasi, kabid, kadis] = ['kasi-pkp', 'kepala-bidang-pikp', 'kepala-dinas'].map((peran) =>
    kampanye.who(peran),
  ) as [number, number, number];
  const begun = kampanye.until(6);
  const { sidik } = kampanye.after(begun);
  const sign = (by: number) => ev.sign(500, by, sidik);
  table(
    [
      ['two', [...begun, sign(kabid), sign(kasi)], 'berjalan, langkah 8, putaran 0'],
      [
        'three, backwards',
        [...begun, sign(kadis), sign(kabid), sign(kasi)],
        'berjalan, langkah 9, putaran 0',
      ],
      [
        'and a remark between them changes nothing',
        [...begun, sign(kabid), ev.comment(500, kadis, sidik, 'Bagus.'), sign(kasi)],
        'berjalan, langkah 8, putaran 0',
      ],
      [
        'each once: who signs twice in it signs one step of theirs after the other',
        [...begun, sign(kabid), sign(kadis), sign(kasi), sign(kabid)],
        'siap, langkah 10, putaran 0',
      ],
    ],
    kampanye.context,
  );

  test('ten thousand of one second are ordered at once', () => {
    const signatures = Array.from({ length: 10_000 }, () => ev.sign(30, tamu, 'b'));
    const position = positionAfter(news, [...inReview, ...signatures, ev.sign(30, pengolah, 'b')]);
    expect(position.status).toBe('siap');
    expect(position.ditolak).toHaveLength(10_000);
  });
});

describe('R1: closings and reopenings of one second', () => {
  const closedThen = (...more: Event[]) => [...ready, ev.closed(40, tamu), ev.reopened(40, tamu), ...more];
  table([
    ['closed and reopened: open, with nothing signed', closedThen(), 'berjalan, langkah 3, putaran 0'],
    [
      'twice the same',
      closedThen(ev.closed(41, tamu), ev.reopened(41, tamu)),
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'reopened and closed: closed',
      [...ready, ev.closed(40, tamu), ev.reopened(41, tamu), ev.closed(41, tamu)],
      'ditutup, langkah -, putaran 0',
    ],
    [
      'a merge closes as well, and that is no closing before it',
      [...ready, ev.closed(40, app), ev.merged(40, app, 'b')],
      'terbit, langkah -, putaran 0',
    ],
  ]);
});
