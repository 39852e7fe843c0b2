import { describe, expect, test } from 'vitest';
import { isSubmitted, kindAt } from '../state.ts';
import { reduce } from '../reduce.ts';
import { ev, people } from '../testing/history.ts';
import { inReview, outline, ready, table } from '../testing/news.ts';
import { everyOffice, later, offices, type Office } from '../testing/office.ts';

const { penyusun, pengolah, pengolahLain, tamu, app } = people;

const doneNos = (office: Office, events: ReturnType<Office['until']>) =>
  office
    .after(events)
    .steps.filter(({ selesai }) => selesai !== null)
    .map(({ no }) => no);

describe('R10: a dismissal acts from its own time, by who wrote the review or holds a later step', () => {
  const signed = [...inReview, ev.sign(30, pengolah, 'b', { id: 'x' })];
  table([
    ['by its author', [...signed, ev.dismissed(31, pengolah, 'x')], 'berjalan, langkah 3, putaran 0'],
    [
      'by the holder of a later step',
      [...signed, ev.dismissed(31, pengolahLain, 'x')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'by anyone else it is recorded only',
      [...signed, ev.dismissed(31, tamu, 'x')],
      'siap, langkah -, putaran 0, tidak-berhak-mencabut',
    ],
    [
      'by the maker as well',
      [...signed, ev.dismissed(31, penyusun, 'x')],
      'siap, langkah -, putaran 0, tidak-berhak-mencabut',
    ],
    [
      'what was dismissed can be signed again',
      [...signed, ev.dismissed(31, pengolah, 'x'), ev.sign(32, pengolah, 'b')],
      'siap, langkah -, putaran 0',
    ],
    [
      'twice is once',
      [...signed, ev.dismissed(31, pengolah, 'x'), ev.dismissed(32, pengolah, 'x')],
      'berjalan, langkah 3, putaran 0, tidak-dapat-dicabut',
    ],
    [
      'a return cannot be dismissed',
      [...inReview, ev.giveBack(30, pengolah, 'Salah.', { id: 'y' }), ev.dismissed(31, pengolah, 'y')],
      'berjalan, langkah 2, putaran 1, tidak-dapat-dicabut',
    ],
    [
      'nor a review that a return ended',
      [...signed, ev.giveBack(31, pengolah), ev.dismissed(32, pengolah, 'x')],
      'berjalan, langkah 2, putaran 1, tidak-dapat-dicabut',
    ],
    [
      'nor one before a submission',
      [
        ...signed,
        ev.giveBack(31, pengolah),
        ev.submitted(32, penyusun, 'b'),
        ev.dismissed(33, pengolah, 'x'),
      ],
      'berjalan, langkah 3, putaran 1, tidak-dapat-dicabut',
    ],
    [
      'nor a remark',
      [...inReview, ev.comment(30, pengolah, 'b', 'Bagus.', { id: 'z' }), ev.dismissed(31, pengolah, 'z')],
      'berjalan, langkah 3, putaran 0, tidak-dapat-dicabut',
    ],
    [
      'after the merge it is too late',
      [...signed, ev.merged(31, app, 'b'), ev.dismissed(32, pengolah, 'x')],
      'terbit, langkah -, putaran 0, sudah-digabung',
    ],
  ]);

  test.each<[keyof typeof offices, number | 'siap', number, string, number, number[]]>([
    ['konten', 8, 5, 'bidang-ikp', 5, [1, 2, 3, 4]],
    ['konten', 'siap', 5, 'kepala-dinas', 5, [1, 2, 3, 4]],
    ['konten', 'siap', 8, 'kepala-dinas', 8, [1, 2, 3, 4, 5, 6]],
    ['kampanye', 9, 6, 'kepala-dinas', 6, [1, 2, 3, 4, 5]],
    ['kampanye', 9, 7, 'kepala-bidang-pikp', 7, [1, 2, 3, 4, 5, 6]],
    ['kampanye', 'siap', 8, 'kepala-bidang-pikp', 8, [1, 2, 3, 4, 5, 6, 7]],
    ['informasi', 5, 4, 'ppid-utama', 4, [1, 2, 3]],
    // Between the review and the next submission, too: an assignment is taken back before anybody works on it.
    ['konten', 4, 2, 'bidang-ikp', 2, [1]],
    ['kampanye', 5, 4, 'kepala-bidang-pikp', 4, [1, 2, 3]],
    ['informasi', 3, 2, 'pejabat-bidang-pelayanan-informasi', 2, [1]],
  ])(
    '%s at %s: that of step %i, dismissed by %s, opens step %i and the later ones',
    (name, no, step, peran, langkah, done) => {
      const office = offices[name];
      const events = office.until(no);
      const after = [...events, ev.dismissed(later(events), office.who(peran), `t${step}`)];
      expect(office.after(after)).toMatchObject({ langkah, ditolak: [], status: 'berjalan' });
      expect(doneNos(office, after)).toEqual(done);
      // The open step's clock runs; those after it have none.
      const open = office
        .after(after)
        .steps.filter(({ selesai, mulai }) => selesai === null && mulai !== null);
      expect(open.map((item) => item.no)).toEqual([langkah]);
    },
  );

  test.each<[keyof typeof offices, number, number, string]>([
    ['konten', 5, 2, 'bidang-ikp'],
    ['kampanye', 6, 4, 'kepala-bidang-pikp'],
    ['informasi', 4, 2, 'ppid-utama'],
  ])('%s at step %i: that of step %i is before a submission, and stays', (name, no, step, peran) => {
    const office = offices[name];
    const events = office.until(no);
    const after = office.after([...events, ev.dismissed(later(events), office.who(peran), `t${step}`)]);
    expect(outline(after)).toBe(`berjalan, langkah ${no}, putaran 0, tidak-dapat-dicabut`);
  });

  test('who could have signed the same step, and holds no later one, may not', () => {
    const { kampanye } = offices;
    const events = kampanye.until(7);
    const after = kampanye.after([...events, ev.dismissed(later(events), kampanye.at(6, 2), 't6')]);
    expect(outline(after)).toBe('berjalan, langkah 7, putaran 0, tidak-berhak-mencabut');
  });

  test('a step taken back while its successor was at work is signed again, and the work goes on', () => {
    const { kampanye } = offices;
    const kabid = kampanye.who('kepala-bidang-pikp');
    const events = kampanye.until(5);
    const at = later(events);
    const work = ev.content(at, kampanye.at(5), 'rancangan', kampanye.complete);
    const after = [...events, work, ev.dismissed(at + 1, kabid, 't4'), ev.sign(at + 2, kabid, 'rancangan')];
    expect(kampanye.after(after)).toMatchObject({ langkah: 5, ditolak: [] });
    expect(kampanye.after([...after, ev.submitted(at + 3, kampanye.at(5), 'rancangan')]).langkah).toBe(6);
  });
});

describe('R10: closed, everything stops; reopened, the signatures of the review lapse', () => {
  const closed = [...inReview, ev.closed(25, tamu)];
  table([
    ['closed', closed, 'ditutup, langkah -, putaran 0'],
    ['no signature', [...closed, ev.sign(30, pengolah, 'b')], 'ditutup, langkah -, putaran 0, sudah-ditutup'],
    [
      'no submission',
      [...inReview.slice(0, 2), ev.closed(15, tamu), ev.submitted(20, penyusun, 'b')],
      'ditutup, langkah -, putaran 0, sudah-ditutup',
    ],
    [
      'no dismissal',
      [...ready, ev.closed(35, tamu), ev.dismissed(36, pengolah, 'x')],
      'ditutup, langkah -, putaran 0, sudah-ditutup',
    ],
    [
      'a remark is welcome',
      [...closed, ev.comment(30, pengolah, 'b', 'Mengapa ditutup?')],
      'ditutup, langkah -, putaran 0',
    ],
    [
      'closed twice, reopened once',
      [...closed, ev.closed(26, tamu), ev.reopened(27, tamu)],
      'berjalan, langkah 3, putaran 0',
    ],
    ['reopened where it was open: nothing', [...ready, ev.reopened(36, tamu)], 'siap, langkah -, putaran 0'],
    [
      'at siap: from the beginning of the review',
      [...ready, ev.closed(35, tamu), ev.reopened(36, tamu)],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'rounds stay',
      [...inReview, ev.giveBack(30, pengolah), ev.closed(35, tamu), ev.reopened(36, tamu)],
      'berjalan, langkah 2, putaran 1',
    ],
    [
      'an edit of a review that was opened again moves nothing forward',
      [...ready, ev.content(31, tamu, 'c'), ev.edited(32, pengolah, 'x')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'a merge while closed is a violation',
      [...ready, ev.closed(35, tamu), ev.merged(40, app, 'b')],
      'ditutup, langkah -, putaran 0, !digabung-tanpa-persetujuan',
    ],
  ]);

  test.each(everyOffice)(
    '%s, at each of its steps: steps before the review stay, those of it lapse',
    (_, office) => {
      for (const { no } of office.sop.langkah) {
        const events = office.until(no);
        const before = office.after(events);
        if (before.langkah !== no) continue;
        const state = reduce(office.context, events);
        const isMaking = kindAt(state, state.current) === 'maker';
        const start = isMaking ? no : office.sop.langkah[state.reviewFrom!]!.no;
        const at = later(events);
        const after = [...events, ev.closed(at, tamu), ev.reopened(at + 60, tamu)];
        expect(office.after(after).langkah).toBe(start);
        expect(doneNos(office, after)).toEqual(doneNos(office, events).filter((done) => done < start));
      }
    },
  );
});

describe('nothing that was submitted and not returned is thrown away (section 5)', () => {
  test.each<[string, ReturnType<Office['until']>, Office, boolean]>([
    ['a draft', offices.konten.until(1), offices.konten, false],
    ['in its first review', offices.konten.until(2), offices.konten, true],
    ['accepted, and being made', offices.konten.until(4), offices.konten, true],
    ['ready', offices.konten.until('siap'), offices.konten, true],
    [
      'returned',
      [...offices.konten.until(8), ev.giveBack(500, offices.konten.who('kepala-dinas'))],
      offices.konten,
      false,
    ],
  ])('%s', (_, events, office, expected) => {
    const closed = [...events, ev.closed(later(events), tamu)];
    expect([events, closed].map((history) => isSubmitted(reduce(office.context, history)))).toEqual([
      expected,
      expected,
    ]);
  });
});
