import { describe, expect, test } from 'vitest';
import type { Event } from '../events.ts';
import { contextOf, ev, newsRows, people, positionAfter, row } from '../testing/history.ts';
import { inReview, sop, table } from '../testing/news.ts';
import { later, officeOf, offices } from '../testing/office.ts';

const { peliput, penyusun, penyusunLain, pengolah, pengolahLain, tamu, app } = people;

/** Everybody who may make something may also correct and approve: then only R6 stands between. */
const all = contextOf(sop, [
  ...newsRows,
  ...[peliput, penyusun, penyusunLain, tamu].map((akun) => row(akun, 'tim-pengolah-informasi')),
]);

describe('R6: lasting contributors clear no setujui, ever', () => {
  const maker = (akun: number) => [
    ...inReview.slice(0, 2),
    ev.content(15, akun, 'c'),
    ev.submitted(20, penyusun, 'c'),
    ev.sign(30, akun, 'c'),
  ];
  table(
    [
      ['who opened', [...inReview, ev.sign(30, peliput, 'b')], 'berjalan, langkah 4, putaran 0, penyumbang'],
      [
        'who opened without a role in making it',
        [ev.opened(0, tamu, 'a'), ...inReview.slice(1), ev.sign(30, tamu, 'b')],
        'berjalan, langkah 4, putaran 0, penyumbang',
      ],
      [
        'who submitted',
        [...inReview, ev.sign(30, penyusun, 'b')],
        'berjalan, langkah 4, putaran 0, penyumbang',
      ],
      [
        'who made a version as holder of the maker step, though another submitted it',
        maker(penyusunLain),
        'berjalan, langkah 4, putaran 0, penyumbang',
      ],
      [
        'who edited without holding it is none, once another has submitted it',
        maker(tamu),
        'siap, langkah -, putaran 0',
      ],
      [
        'another may',
        [...inReview, ev.sign(30, penyusun, 'b'), ev.sign(31, pengolah, 'b')],
        'siap, langkah -, putaran 0, penyumbang',
      ],
      [
        'who made an earlier version that a correction replaced',
        [
          ...inReview,
          ev.giveBack(30, pengolah),
          ev.content(40, penyusunLain, 'c'),
          ev.submitted(41, penyusunLain, 'c'),
          ev.sign(50, penyusun, 'c'),
        ],
        'berjalan, langkah 4, putaran 1, penyumbang',
      ],
    ],
    all,
  );
});

describe('R6: whoever else edited contributes until the maker, another person, stands for these bytes', () => {
  const edited = [...inReview, ev.content(25, pengolah, 'c')];
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
      'until the writer confirms these bytes, which moves nothing',
      [...edited, ev.comment(28, penyusun, 'c', '/ajukan')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'and then may sign',
      [...edited, ev.comment(28, penyusun, 'c', '/ajukan'), ev.sign(30, pengolah, 'c')],
      'siap, langkah -, putaran 0',
    ],
    [
      'the label of a submission confirms as well',
      [...edited, ev.submitted(28, penyusun, 'c'), ev.sign(30, pengolah, 'c')],
      'siap, langkah -, putaran 0',
    ],
    [
      'any holder of the latest maker step may confirm',
      [...edited, ev.submitted(28, penyusunLain, 'c'), ev.sign(30, pengolah, 'c')],
      'siap, langkah -, putaran 0',
    ],
    [
      'nobody else',
      [...edited, ev.submitted(28, peliput, 'c'), ev.sign(30, pengolah, 'c')],
      'berjalan, langkah 4, putaran 0, peran-lain penyumbang',
    ],
    [
      'a confirmation of other bytes confirms nothing',
      [...edited, ev.comment(28, penyusun, 'b', '/ajukan'), ev.sign(30, pengolah, 'c')],
      'berjalan, langkah 4, putaran 0, isi-berbeda penyumbang',
    ],
    [
      'nor does one of before',
      [
        ...inReview,
        ev.submitted(24, penyusun, 'b'),
        ev.content(25, pengolah, 'c'),
        ev.sign(30, pengolah, 'c'),
      ],
      'berjalan, langkah 4, putaran 0, penyumbang',
    ],
    [
      'an edit after it counts again',
      [...edited, ev.submitted(28, penyusun, 'c'), ev.content(29, pengolah, 'd'), ev.sign(30, pengolah, 'd')],
      'berjalan, langkah 4, putaran 0, penyumbang',
    ],
    [
      'one who is named as co-author in a commit contributes as well',
      [...inReview, ev.content(25, pengolahLain, 'c', { coAuthors: [pengolah] }), ev.sign(30, pengolah, 'c')],
      'berjalan, langkah 4, putaran 0, penyumbang',
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
    [
      'editing at siap, too: it voids, and the editor cannot sign it back',
      [
        ...inReview,
        ev.sign(30, pengolahLain, 'b'),
        ev.content(40, pengolah, 'c'),
        ev.sign(41, pengolah, 'c'),
      ],
      'berjalan, langkah 4, putaran 0, penyumbang',
    ],
    [
      'a save of the same bytes makes nobody a contributor',
      [...inReview, ev.content(25, pengolah, 'b'), ev.sign(30, pengolah, 'b')],
      'siap, langkah -, putaran 0',
    ],
  ]);

  table(
    [
      [
        'who edited and puts their own bytes forward stays a contributor',
        [
          ...inReview,
          ev.content(25, penyusunLain, 'c'),
          ev.submitted(26, penyusunLain, 'c'),
          ev.sign(30, penyusunLain, 'c'),
        ],
        'berjalan, langkah 4, putaran 0, penyumbang',
      ],
      [
        'and who confirms is one for good',
        [
          ...inReview,
          ev.content(25, pengolah, 'c'),
          ev.submitted(26, penyusunLain, 'c'),
          ev.sign(30, penyusunLain, 'c'),
        ],
        'berjalan, langkah 4, putaran 0, penyumbang',
      ],
    ],
    all,
  );
});

describe('R6: an item that the app or a bot opened', () => {
  const opened = (more: object) => ev.opened(0, app, 'a', more);
  const made = [ev.content(10, penyusun, 'b'), ev.submitted(20, penyusun, 'b')];
  table([
    ['nothing is made by it: step 1 waits for a person', [opened({})], 'berjalan, langkah 1, putaran 0'],
    ['and is done by the person who works on it', [opened({}), ...made], 'berjalan, langkah 3, putaran 0'],
    [
      'who is named in its commits contributes',
      [opened({ coAuthors: [pengolah] }), ev.submitted(20, pengolah, 'a')],
      'berjalan, langkah 1, putaran 0, peran-lain',
    ],
    [
      'until another person has submitted the bytes',
      [opened({ coAuthors: [pengolah] }), ...made, ev.sign(30, pengolah, 'b')],
      'siap, langkah -, putaran 0',
    ],
    [
      'it submits nothing either',
      [opened({}), ev.submitted(5, app, 'a')],
      'berjalan, langkah 1, putaran 0, aplikasi',
    ],
  ]);
});

describe('R6: a contributor may clear any other reviewer step', () => {
  const { kampanye, konten, informasi } = offices;
  test('SOP 3: Kasi and Kabid, who made and ordered it, check what came of it', () => {
    const { steps, status } = kampanye.after(kampanye.until('siap'));
    expect(status).toBe('siap');
    const by = (no: number) => steps.find((step) => step.no === no)?.oleh;
    expect([by(2), by(6)]).toEqual([kampanye.who('kasi-pkp'), kampanye.who('kasi-pkp')]);
    expect([by(1), by(4), by(7), by(9)]).toEqual(Array(4).fill(kampanye.who('kepala-bidang-pikp')));
  });

  test('SOP 1: Bidang IKP, who wrote the assignment, checks the content', () => {
    const waiting = konten.until(5);
    const edited = [...waiting, ev.content(later(waiting), konten.who('bidang-ikp'), 'x', konten.complete)];
    const signed = [...edited, ev.sign(later(edited), konten.who('bidang-ikp'), 'x')];
    expect(konten.after(signed)).toMatchObject({ langkah: 8, ditolak: [] });
  });

  test('SOP 4: PPID Utama corrected the list in step 2 and approves what PPID Pendukung made of it', () => {
    const waiting = informasi.until(2);
    const utama = informasi.who('ppid-utama');
    const pendukung = informasi.who('ppid-pendukung');
    const history = [
      ...waiting,
      ev.content(later(waiting), utama, 'dikoreksi', informasi.complete),
      ev.sign(later(waiting, 2), utama, 'dikoreksi'),
      ev.submitted(later(waiting, 3), pendukung, 'dikoreksi'),
      ev.sign(later(waiting, 4), utama, 'dikoreksi'),
    ];
    expect(informasi.after(history)).toMatchObject({ langkah: 5, ditolak: [] });
  });
});

describe('R6: a setujui that nobody may sign shows as MACET from the first event on, with the way out', () => {
  const told = (rows: Parameters<typeof contextOf>[1], events: Event[]) =>
    positionAfter(contextOf(sop, rows), events).macet.map((item) => item.message);
  const makers = newsRows.slice(0, 3);
  const edited = [...inReview, ev.content(25, pengolah, 'c')];
  test.each<[string, string[], string[]]>([
    ['two holders, one of them free', told(newsRows, edited), []],
    [
      'nobody holds the role',
      told(makers, inReview.slice(0, 1)),
      [
        'MACET: langkah 4 (setujui) tidak dapat diparaf siapa pun, karena tidak ada yang memegang peran Tim Pengolah Informasi. Angkat pemegangnya di content/pelaksana.yml.',
      ],
    ],
    [
      'its only holder opened the item',
      told([...makers, row(peliput, 'tim-pengolah-informasi')], inReview.slice(0, 1)),
      [
        'MACET: langkah 4 (setujui) tidak dapat diparaf siapa pun, karena semua pemegang peran Tim Pengolah Informasi ikut membuat isinya. Angkat seorang lagi, atau seorang Plh, di content/pelaksana.yml.',
      ],
    ],
    [
      'its only holder edited it',
      told([...makers, row(pengolah, 'tim-pengolah-informasi')], edited),
      [
        'MACET: langkah 4 (setujui) tidak dapat diparaf siapa pun, karena pemegang peran Tim Pengolah Informasi ikut menyunting isinya. Minta pembuatnya menegaskan isi ini dengan /ajukan, atau angkat seorang lagi di content/pelaksana.yml.',
      ],
    ],
    [
      'its only holder’s term has ended by now',
      told([...makers, row(pengolah, 'tim-pengolah-informasi', { selesai: '2026-11-02' })], inReview),
      [
        'MACET: langkah 4 (setujui) tidak dapat diparaf siapa pun, karena tidak ada yang memegang peran Tim Pengolah Informasi. Angkat pemegangnya di content/pelaksana.yml.',
      ],
    ],
  ])('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });

  test('a Plh is the way out, also while the only head of the office is a contributor', () => {
    const { konten } = offices;
    const kadis = konten.who('kepala-dinas');
    const alone = [...konten.sop.pelaksana.map(({ id }) => row(konten.who(id), id)), row(kadis, 'pemohon')];
    const begun = [ev.opened(0, kadis, 'a', konten.complete)];
    const office = (rows: typeof alone) => officeOf(konten.sop, () => rows);
    expect(
      office(alone)
        .after(begun)
        .macet.map(({ no, peran }) => [no, peran]),
    ).toEqual([[9, ['kepala-dinas']]]);
    const acting = row(40, 'kepala-dinas', { jenis: 'plh', jabatan: 'Sekretaris' });
    expect(office([...alone, acting]).after(begun).macet).toEqual([]);
  });
});
