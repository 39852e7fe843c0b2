import { describe, expect, test } from 'vitest';
import type { Event } from './events.ts';
import type { Position } from './position.ts';
import { contextOf, ev, newsRows, people, positionAfter, row, sopFromContent } from './testing/history.ts';

const { peliput, penyusun, penyusunLain, pengolah, pengolahLain, tamu, app } = people;
const sop = sopFromContent('penyebarluasan-informasi');
const news = contextOf(sop, newsRows);

/** Opened by the reporter, made and submitted by the writer: waiting for the correctors at step 3. */
const inReview = [ev.opened(0, peliput, 'a'), ev.content(10, penyusun, 'b'), ev.submitted(20, penyusun, 'b')];
const ready = [...inReview, ev.sign(30, pengolah, 'b')];

/** What a row of a table asserts: status, step waited for, rounds, codes of refusals. */
function outline(position: Position): string {
  const refused = position.ditolak.map((refusal) => refusal.code).join(' ');
  const broken = position.pelanggaran.map((violation) => `!${violation.code}`).join(' ');
  return [
    position.status,
    `langkah ${position.langkah ?? '-'}`,
    `putaran ${position.putaranKoreksi}`,
    refused,
    broken,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

const table = (rows: readonly (readonly [string, readonly Event[], string])[], context = news) =>
  test.each(rows)('%s', (_, events, expected) => {
    expect(outline(positionAfter(context, events))).toBe(expected);
  });

describe('SOP 2 as it is written', () => {
  table(
    [
      ['nothing yet', [], 'berjalan, langkah -, putaran 0'],
      [
        'bahan liputan without its papers waits at step 1',
        [ev.opened(0, peliput, 'a', { kelengkapan: [] })],
        'berjalan, langkah 1, putaran 0',
      ],
      [
        'bahan liputan complete: the writer is next',
        [ev.opened(0, peliput, 'a')],
        'berjalan, langkah 2, putaran 0',
      ],
      [
        'a version by the writer still waits for its submission',
        inReview.slice(0, 2),
        'berjalan, langkah 2, putaran 0',
      ],
      ['submitted: the correctors are next', inReview, 'berjalan, langkah 3, putaran 0'],
      ['one corrector clears steps 3 and 4 with one review', ready, 'siap, langkah -, putaran 0'],
      [
        'returned: back to the writer',
        [...inReview, ev.giveBack(30, pengolah)],
        'berjalan, langkah 2, putaran 1',
      ],
      [
        'corrected, submitted and signed',
        [
          ...inReview,
          ev.giveBack(30, pengolah),
          ev.content(40, penyusun, 'c'),
          ev.submitted(50, penyusun, 'c'),
          ev.sign(60, pengolah, 'c'),
        ],
        'siap, langkah -, putaran 1',
      ],
      ['merged by the app', [...ready, ev.merged(40, app, 'b')], 'terbit, langkah -, putaran 0'],
      [
        'and live',
        [...ready, ev.merged(40, app, 'b'), ev.published(41, app, 'b')],
        'selesai, langkah -, putaran 0',
      ],
      [
        'one person of both roles does steps 1 and 2 in one draft',
        [ev.opened(0, 7, 'a'), ev.submitted(1, 7, 'a')],
        'berjalan, langkah 3, putaran 0',
      ],
    ],
    contextOf(sop, [...newsRows, row(7, 'tim-peliputan'), row(7, 'penyusun-bahan-informasi')]),
  );
});

describe('R1: the order of events', () => {
  table([
    ['lines of a file may stand in any order', [...ready].reverse(), 'siap, langkah -, putaran 0'],
    [
      'a return comes before a submission of the same second',
      [...inReview.slice(0, 2), ev.submitted(20, penyusun, 'b'), ev.giveBack(20, pengolah)],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'a push comes before a submission of the same second',
      [ev.opened(0, peliput, 'a'), ev.submitted(10, penyusun, 'b'), ev.content(10, penyusun, 'b')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'a signature in the second of a push does not count',
      [...inReview, ev.sign(30, pengolahLain, 'c'), ev.content(30, pengolah, 'c')],
      'berjalan, langkah 3, putaran 0, sedetik-dengan-perubahan',
    ],
  ]);

  const closedThen = (...more: Event[]) => [...ready, ev.closed(40, tamu), ev.reopened(40, tamu), ...more];
  table([
    [
      'a closing and the reopening of the same second leave it open, with nothing signed',
      closedThen(),
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'twice the same',
      [...closedThen(), ev.closed(41, tamu), ev.reopened(41, tamu)],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'a reopening and a closing in the same second leave it closed',
      [...ready, ev.closed(40, tamu), ev.reopened(41, tamu), ev.closed(41, tamu)],
      'ditutup, langkah -, putaran 0',
    ],
    [
      'a merge closes as well, and that is no closing before it',
      [...ready, ev.closed(40, app), ev.merged(40, app, 'b')],
      'terbit, langkah -, putaran 0',
    ],
  ]);

  test('ten thousand signatures of one second are ordered at once', () => {
    const signatures = Array.from({ length: 10_000 }, () => ev.sign(30, tamu, 'b'));
    const position = positionAfter(news, [...inReview, ...signatures, ev.sign(30, pengolah, 'b')]);
    expect(position.status).toBe('siap');
    expect(position.ditolak).toHaveLength(10_000);
  });

  const steps = sopFromContent('pengelolaan-konten-media');
  const roles = ['kepala-bidang-pikp', 'kasi-pkp', 'tim-pengelolaan-konten', 'kepala-dinas'];
  const planned = contextOf(
    steps,
    roles.map((role, index) => row(11 + index, role)),
  );
  const all = steps.langkah.flatMap((langkah) => langkah.kelengkapan.flatMap((item) => item.id ?? []));
  const begun = [
    ev.opened(0, 11, 'a', { kelengkapan: all }),
    ev.content(1, 12, 'b', { kelengkapan: all }),
    ev.submitted(2, 12, 'b'),
    ev.sign(3, 11, 'b'),
    ev.content(4, 13, 'c', { kelengkapan: all }),
    ev.submitted(5, 13, 'c'),
  ];
  table(
    [
      [
        'of two signatures in one second the earlier step is first',
        [...begun, ev.sign(6, 11, 'c'), ev.sign(6, 12, 'c')],
        'berjalan, langkah 8, putaran 0',
      ],
      [
        'and a remark between them changes nothing',
        [...begun, ev.sign(6, 11, 'c'), ev.comment(6, 13, 'c', 'Bagus.'), ev.sign(6, 12, 'c')],
        'berjalan, langkah 8, putaran 0',
      ],
      [
        'SOP 3 runs to the order to disseminate',
        [...begun, ev.sign(6, 12, 'c'), ev.sign(7, 11, 'c'), ev.sign(8, 14, 'c')],
        'berjalan, langkah 9, putaran 0',
      ],
      [
        'and is ready after it',
        [...begun, ev.sign(6, 12, 'c'), ev.sign(7, 11, 'c'), ev.sign(8, 14, 'c'), ev.sign(9, 11, 'c')],
        'siap, langkah 10, putaran 0',
      ],
    ],
    planned,
  );
});

describe('R2: who held which role when', () => {
  const rows = newsRows.filter((item) => item.akun !== pengolah && item.akun !== pengolahLain);
  const until = (selesai: string) => row(pengolah, 'tim-pengolah-informasi', { selesai });
  table(
    [
      [
        'an ended row counts to the end of its last day',
        [...inReview, ev.sign(30, pengolah, 'b')],
        'siap, langkah -, putaran 0',
      ],
    ],
    contextOf(sop, [...rows, until('2026-11-02')]),
  );
  table(
    [
      [
        'and no longer',
        [...inReview, ev.sign(30, pengolah, 'b')],
        'berjalan, langkah 3, putaran 0, tanpa-peran',
      ],
    ],
    contextOf(sop, [...rows, until('2026-11-01')]),
  );
  table(
    [
      [
        'a backdated row counts from when it reached main',
        [...inReview, ev.sign(30, pengolah, 'b')],
        'berjalan, langkah 3, putaran 0, tanpa-peran',
      ],
    ],
    contextOf(sop, [
      ...rows,
      row(pengolah, 'tim-pengolah-informasi', { tercatat: '2026-11-02T09:00:00+07:00' }),
    ]),
  );
  table(
    [
      [
        'a row for an office counts for its items',
        [
          ev.opened(0, peliput, 'b', { opd: 'dinas-pendidikan' }),
          ev.submitted(20, penyusun, 'b'),
          ev.sign(30, pengolah, 'b'),
        ],
        'siap, langkah -, putaran 0',
      ],
      [
        'and for no others',
        [
          ev.opened(0, peliput, 'b', { opd: 'dinas-kesehatan' }),
          ev.submitted(20, penyusun, 'b'),
          ev.sign(30, pengolah, 'b'),
        ],
        'berjalan, langkah 3, putaran 0, tanpa-peran',
      ],
    ],
    contextOf(sop, [...rows, row(pengolah, 'tim-pengolah-informasi', { opd: 'dinas-pendidikan' })]),
  );

  test('an acting official signs as "Sekretaris, Plh …"', () => {
    const acting = contextOf(sop, [
      ...rows,
      row(pengolah, 'tim-pengolah-informasi', { jenis: 'plh', jabatan: 'Sekretaris' }),
    ]);
    expect(positionAfter(acting, ready).steps.at(-1)).toMatchObject({
      no: 4,
      oleh: pengolah,
      atasNama: 'Sekretaris, Plh Tim Pengolah Informasi',
      sidik: 'b',
    });
  });
});

describe('R3: a signature is of the content that stood on the branch', () => {
  table([
    [
      'other content',
      [...inReview, ev.sign(30, pengolah, 'a')],
      'berjalan, langkah 3, putaran 0, isi-berbeda',
    ],
    [
      'content that nothing proves',
      [...inReview, ev.sign(30, pengolah, null)],
      'berjalan, langkah 3, putaran 0, sidik-tak-terbukti',
    ],
    [
      'a review edited afterwards signs nothing',
      [...inReview, ev.sign(30, pengolah, 'b', { id: 'x' }), ev.edited(31, pengolah, 'x')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'an edited return stands',
      [...inReview, ev.giveBack(30, pengolah, 'Salah.', { id: 'x' }), ev.edited(31, pengolah, 'x')],
      'berjalan, langkah 2, putaran 1',
    ],
    [
      'content that moves away and back revives nothing',
      [...ready, ev.content(40, tamu, 'x'), ev.content(41, tamu, 'b')],
      'berjalan, langkah 3, putaran 0',
    ],
  ]);
});

describe('R4, R5: turns, roles and papers', () => {
  table([
    [
      'out of turn',
      [ev.opened(0, peliput, 'a'), ev.sign(5, pengolah, 'a')],
      'berjalan, langkah 2, putaran 0, bukan-giliran',
    ],
    ['by an outsider', [...inReview, ev.sign(30, tamu, 'b')], 'berjalan, langkah 3, putaran 0, tanpa-peran'],
    ['by the app', [...inReview, ev.sign(30, app, 'b')], 'berjalan, langkah 3, putaran 0, aplikasi'],
    [
      'in a role that is not theirs',
      [...inReview, ev.sign(30, pengolah, 'b', { sebagai: 'kepala-dinas' })],
      'berjalan, langkah 3, putaran 0, sebagai-tidak-cocok',
    ],
    [
      'with papers missing',
      [
        ...inReview,
        ev.content(30, pengolah, 'c', { kelengkapan: ['dokumentasi'] }),
        ev.sign(40, pengolahLain, 'c'),
      ],
      'berjalan, langkah 3, putaran 0, kelengkapan-kurang',
    ],
    [
      'a submission with papers missing',
      [ev.opened(0, penyusun, 'a', { kelengkapan: ['dokumentasi'] }), ev.submitted(1, penyusun, 'a')],
      'berjalan, langkah 1, putaran 0, kelengkapan-kurang',
    ],
    [
      'a submission by another role',
      [...inReview.slice(0, 2), ev.submitted(20, peliput, 'b')],
      'berjalan, langkah 2, putaran 0, peran-lain',
    ],
    [
      'a submission by the app',
      [...inReview.slice(0, 2), ev.submitted(20, app, 'b')],
      'berjalan, langkah 2, putaran 0, aplikasi',
    ],
    [
      'a submission of what stands there no more',
      [...inReview.slice(0, 2), ev.submitted(20, penyusun, 'a')],
      'berjalan, langkah 2, putaran 0, isi-berbeda',
    ],
    [
      'a comment is no evidence',
      [...inReview, ev.comment(30, pengolah, 'b', 'Setuju.')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'a comment review whose whole first line is /paraf signs',
      [...inReview, ev.comment(30, pengolah, 'b', '/paraf\nSidik: b')],
      'siap, langkah -, putaran 0',
    ],
    [
      'but not one that only begins so',
      [...inReview, ev.comment(30, pengolah, 'b', '/paraf ya')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'a second signature has nothing to clear',
      [...ready, ev.sign(31, pengolahLain, 'b')],
      'siap, langkah -, putaran 0, tidak-ada-yang-menunggu',
    ],
  ]);

  test('a refusal says what happened, why and what to do', () => {
    expect(
      positionAfter(news, [
        ...inReview,
        ev.sign(30, tamu, 'b'),
        ev.content(31, pengolah, 'c', { kelengkapan: [] }),
        ev.sign(40, pengolah, 'c'),
      ]).ditolak,
    ).toEqual([
      {
        event: 3,
        code: 'tanpa-peran',
        message:
          'Paraf tidak dihitung: akun ini tidak memegang peran dalam SOP ini pada saat itu. Peran diatur di content/pelaksana.yml.',
      },
      {
        event: 5,
        code: 'kelengkapan-kurang',
        message:
          'Paraf tidak dihitung: langkah 3 (periksa) memerlukan Dokumentasi, Data Informasi, Berita (Narasi), yang belum ada. Lengkapi, lalu ulangi.',
      },
    ]);
  });
});

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
