import { describe, expect, test } from 'vitest';
import type { Event } from './events.ts';
import { contextOf, ev, newsRows, people, positionAfter, row } from './testing/history.ts';
import { inReview, outline, ready, sop, table } from './testing/news.ts';

const { peliput, penyusun, penyusunLain, pengolah, pengolahLain, tamu, app } = people;

describe('R6: who contributed clears no setujui', () => {
  const both = contextOf(sop, [
    ...newsRows,
    row(penyusun, 'tim-pengolah-informasi'),
    row(peliput, 'tim-pengolah-informasi'),
  ]);
  const edited = [...inReview, ev.content(25, pengolah, 'c')];
  table(
    [
      [
        'who submitted may check, but not approve',
        [...inReview, ev.sign(30, penyusun, 'b')],
        'berjalan, langkah 4, putaran 0, penyumbang',
      ],
      [
        'nor who opened',
        [...inReview, ev.sign(30, peliput, 'b')],
        'berjalan, langkah 4, putaran 0, penyumbang',
      ],
      [
        'another may',
        [...inReview, ev.sign(30, penyusun, 'b'), ev.sign(31, pengolah, 'b')],
        'siap, langkah -, putaran 0, penyumbang',
      ],
    ],
    both,
  );
  table([
    [
      'a corrector who edits clears 3, never 4',
      [...edited, ev.sign(30, pengolah, 'c')],
      'berjalan, langkah 4, putaran 0, penyumbang',
    ],
    [
      'another corrector clears 4',
      [...edited, ev.sign(30, pengolah, 'c'), ev.sign(31, pengolahLain, 'c')],
      'siap, langkah -, putaran 0, penyumbang',
    ],
    [
      'until the writer confirms these bytes',
      [...edited, ev.comment(28, penyusun, 'c', '/ajukan'), ev.sign(30, pengolah, 'c')],
      'siap, langkah -, putaran 0',
    ],
    [
      'a confirmation of other bytes confirms nothing',
      [...edited, ev.comment(28, penyusun, 'b', '/ajukan'), ev.sign(30, pengolah, 'c')],
      'berjalan, langkah 4, putaran 0, isi-berbeda penyumbang',
    ],
    [
      'a co-author is a contributor too',
      [
        ...inReview.slice(0, 2),
        ev.content(15, tamu, 'c', { coAuthors: [pengolah] }),
        ev.sign(30, pengolah, 'c'),
      ],
      'berjalan, langkah 2, putaran 0, bukan-giliran',
    ],
    [
      'a co-author of the first version, submitted by another, is none any more',
      [
        ev.opened(0, peliput, 'a', { coAuthors: [pengolah] }),
        ev.submitted(5, penyusun, 'a'),
        ev.sign(30, pengolah, 'a'),
      ],
      'siap, langkah -, putaran 0',
    ],
    [
      'editing while the pull request is closed counts',
      [
        ...inReview,
        ev.closed(21, tamu),
        ev.content(22, pengolah, 'c'),
        ev.reopened(23, tamu),
        ev.sign(30, pengolah, 'c'),
      ],
      'berjalan, langkah 4, putaran 0, penyumbang',
    ],
  ]);

  test('who edited and puts their own bytes forward stays a contributor', () => {
    const writerChecks = contextOf(sop, [...newsRows, row(penyusunLain, 'tim-pengolah-informasi')]);
    const events = [
      ...inReview,
      ev.content(25, penyusunLain, 'c'),
      ev.comment(26, penyusunLain, 'c', '/ajukan'),
      ev.sign(30, penyusunLain, 'c'),
    ];
    expect(outline(positionAfter(writerChecks, events))).toBe('berjalan, langkah 4, putaran 0, penyumbang');
  });

  test('a setujui that nobody may sign shows as MACET with the way out', () => {
    const one = (rows: Parameters<typeof contextOf>[1], events: Event[]) =>
      positionAfter(contextOf(sop, rows), events).macet.map((item) => item.message);
    const makers = newsRows.slice(0, 3);
    expect(one(makers, inReview)).toEqual([
      'MACET: langkah 4 (setujui) tidak dapat diparaf siapa pun, karena tidak ada yang memegang peran Tim Pengolah Informasi. Angkat pemegangnya di content/pelaksana.yml.',
    ]);
    expect(one([...makers, row(peliput, 'tim-pengolah-informasi')], inReview.slice(0, 1))).toEqual([
      'MACET: langkah 4 (setujui) tidak dapat diparaf siapa pun, karena semua pemegang peran Tim Pengolah Informasi ikut membuat isinya. Angkat seorang lagi, atau seorang Plh, di content/pelaksana.yml.',
    ]);
    expect(one([...makers, row(pengolah, 'tim-pengolah-informasi')], edited)).toEqual([
      'MACET: langkah 4 (setujui) tidak dapat diparaf siapa pun, karena pemegang peran Tim Pengolah Informasi ikut menyunting isinya. Minta pembuatnya menegaskan isi ini dengan /ajukan, atau angkat seorang lagi di content/pelaksana.yml.',
    ]);
    expect(one(newsRows, edited)).toEqual([]);
  });
});

describe('R7, R11: edits', () => {
  table([
    [
      'by an outsider during a review: back to its beginning',
      [...inReview, ev.sign(30, pengolah, 'b'), ev.content(40, tamu, 'c')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'by a holder of the step, before a setujui is signed, is part of the step',
      [...inReview, ev.content(25, pengolah, 'c'), ev.sign(30, pengolahLain, 'c')],
      'siap, langkah -, putaran 0',
    ],
    [
      'by a holder after a setujui is signed voids it',
      [...ready, ev.content(40, pengolahLain, 'c')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'the same bytes again change nothing',
      [...ready, ev.content(40, tamu, 'b')],
      'siap, langkah -, putaran 0',
    ],
  ]);
});

describe('R8, R9: returns and rounds', () => {
  const returned = [...inReview, ev.giveBack(30, pengolah)];
  table([
    [
      'without a reason',
      [...inReview, ev.giveBack(30, pengolah, '  ')],
      'berjalan, langkah 3, putaran 0, tanpa-alasan',
    ],
    [
      'a bare command is no reason',
      [...inReview, ev.comment(30, pengolah, 'b', '/kembalikan')],
      'berjalan, langkah 3, putaran 0, tanpa-alasan',
    ],
    [
      'in words',
      [...inReview, ev.comment(30, pengolah, 'b', '/kembalikan Judulnya keliru.')],
      'berjalan, langkah 2, putaran 1',
    ],
    [
      'by an outsider',
      [...inReview, ev.giveBack(30, tamu)],
      'berjalan, langkah 3, putaran 0, tidak-berhak-mengembalikan',
    ],
    [
      'at a maker step it is a note',
      [...inReview.slice(0, 2), ev.giveBack(15, pengolah)],
      'berjalan, langkah 2, putaran 0',
    ],
    ['from siap by who signed', [...ready, ev.giveBack(40, pengolah)], 'berjalan, langkah 2, putaran 1'],
    [
      'from siap by who did not',
      [...ready, ev.giveBack(40, pengolahLain)],
      'siap, langkah -, putaran 0, tidak-berhak-mengembalikan',
    ],
    [
      'a new version alone does not end a correction',
      [...returned, ev.content(40, penyusun, 'c')],
      'berjalan, langkah 2, putaran 1',
    ],
    [
      'rounds are counted',
      [...returned, ev.submitted(40, penyusun, 'b'), ev.giveBack(50, pengolahLain)],
      'berjalan, langkah 2, putaran 2',
    ],
    [
      'a signature of the round before counts no more',
      [...returned, ev.sign(35, pengolah, 'b'), ev.submitted(40, penyusun, 'b')],
      'berjalan, langkah 3, putaran 1, bukan-giliran',
    ],
    [
      'after the merge nothing can be returned',
      [...ready, ev.merged(40, app, 'b'), ev.giveBack(41, pengolah)],
      'terbit, langkah -, putaran 0, sudah-digabung',
    ],
  ]);
});

describe('R9: a submission leads where its step says', () => {
  const [liput, susun, periksa, setujui] = sop.langkah;
  const quick = contextOf(
    { ...sop, langkah: [{ ...liput!, lanjutKe: 3 }, susun!, periksa!, setujui!] },
    newsRows,
  );
  table(
    [
      [
        'a version alone does not skip the submission',
        [ev.opened(0, peliput, 'a')],
        'berjalan, langkah 1, putaran 0',
      ],
      [
        'submitted, the review begins at its lanjutKe',
        [ev.opened(0, peliput, 'a'), ev.submitted(1, peliput, 'a')],
        'berjalan, langkah 3, putaran 0',
      ],
    ],
    quick,
  );
});

describe('R10: dismissals, closing and reopening', () => {
  const checked = [...inReview, ev.sign(30, pengolah, 'b', { id: 'x' })];
  table([
    ['by its author', [...checked, ev.dismissed(31, pengolah, 'x')], 'berjalan, langkah 3, putaran 0'],
    [
      'by the holder of a later step',
      [...checked, ev.dismissed(31, pengolahLain, 'x')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'by anyone else it is recorded only',
      [...checked, ev.dismissed(31, tamu, 'x')],
      'siap, langkah -, putaran 0, tidak-berhak-mencabut',
    ],
    [
      'a return cannot be dismissed',
      [...inReview, ev.giveBack(30, pengolah, 'Salah.', { id: 'y' }), ev.dismissed(31, pengolah, 'y')],
      'berjalan, langkah 2, putaran 1, tidak-dapat-dicabut',
    ],
    [
      'closed: nothing counts',
      [...inReview, ev.closed(25, tamu), ev.sign(30, pengolah, 'b')],
      'ditutup, langkah -, putaran 0, sudah-ditutup',
    ],
    [
      'reopened: the signatures of the review lapse',
      [...ready, ev.closed(35, tamu), ev.reopened(36, tamu)],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'an edit of a review that was opened again moves nothing forward',
      [...checked, ev.content(31, tamu, 'c'), ev.edited(32, pengolah, 'x')],
      'berjalan, langkah 3, putaran 0',
    ],
  ]);
});

describe('R15: merges that the plan did not order', () => {
  table([
    [
      'before siap',
      [...inReview, ev.merged(30, app, 'b')],
      'ditutup, langkah -, putaran 0, !digabung-tanpa-persetujuan',
    ],
    [
      'of other content',
      [...ready, ev.merged(40, app, 'x')],
      'ditutup, langkah -, putaran 0, !digabung-tanpa-persetujuan',
    ],
    [
      'of the signed content by somebody else',
      [...ready, ev.merged(40, tamu, 'b')],
      'terbit, langkah -, putaran 0, !digabung-bukan-aplikasi',
    ],
    [
      'what was not signed is never published',
      [...inReview, ev.merged(30, tamu, 'b'), ev.published(31, app, 'b')],
      'ditutup, langkah -, putaran 0, belum-terbit, !digabung-tanpa-persetujuan',
    ],
  ]);
});
