import { describe, expect, test } from 'vitest';
import type { Event } from './events.ts';
import { contextOf, ev, newsRows, people, positionAfter, row, sopFromContent } from './testing/history.ts';
import { inReview, news, ready, sop, table } from './testing/news.ts';

const { peliput, penyusun, pengolah, pengolahLain, tamu, app } = people;

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
