import { describe, expect, test } from 'vitest';
import { kindOfLangkah } from '../sop.ts';
import { allKelengkapan, ev, people, positionAfter } from '../testing/history.ts';
import { inReview, news, ready, table } from '../testing/news.ts';
import { everyOffice, later, offices } from '../testing/office.ts';

const { peliput, penyusun, pengolah, pengolahLain, tamu, app } = people;

describe('R5: out of turn, in the wrong role, by an outsider', () => {
  table([
    [
      'before anything was submitted',
      [ev.opened(0, peliput, 'a'), ev.sign(5, pengolah, 'a')],
      'berjalan, langkah 2, putaran 0, bukan-giliran',
    ],
    [
      'and that signature does not count later',
      [...inReview.slice(0, 2), ev.sign(15, pengolah, 'b'), inReview[2]!],
      'berjalan, langkah 3, putaran 0, bukan-giliran',
    ],
    ['by an outsider', [...inReview, ev.sign(30, tamu, 'b')], 'berjalan, langkah 3, putaran 0, tanpa-peran'],
    [
      'by an account that nobody knows',
      [...inReview, ev.sign(30, 0, 'b')],
      'berjalan, langkah 3, putaran 0, tanpa-peran',
    ],
    [
      'in another role',
      [...inReview, ev.sign(30, penyusun, 'b')],
      'berjalan, langkah 3, putaran 0, peran-lain',
    ],
    ['by the app', [...inReview, ev.sign(30, app, 'b')], 'berjalan, langkah 3, putaran 0, aplikasi'],
    [
      'a second signature has nothing to clear',
      [...ready, ev.sign(31, pengolahLain, 'b')],
      'siap, langkah -, putaran 0, tidak-ada-yang-menunggu',
    ],
  ]);

  test.each(
    everyOffice.flatMap(([name, office]) =>
      office.sop.langkah
        .filter((langkah) => kindOfLangkah(langkah) === 'reviewer')
        .map(({ no }) => [name, no, office] as const),
    ),
  )('%s, step %i: at every step before it, its holder’s signature clears nothing', (_, no, office) => {
    for (const { no: earlier, pelaksana } of office.sop.langkah) {
      const events = office.until(earlier);
      const { langkah, sidik, steps } = office.after(events);
      if (
        langkah !== earlier ||
        earlier >= no ||
        pelaksana.some((peran) => office.who(peran) === office.at(no))
      )
        continue;
      const after = office.after([...events, ev.sign(later(events), office.at(no), sidik)]);
      expect(after.steps).toEqual(steps);
      expect(after.ditolak.map(({ code }) => code)).toEqual(['bukan-giliran']);
    }
  });

  const { kampanye } = offices;
  const told = (no: number, peran: string) => {
    const events = kampanye.until(no);
    const { sidik } = kampanye.after(events);
    return kampanye
      .after([...events, ev.sign(later(events), kampanye.who(peran), sidik)])
      .ditolak.map(({ message }) => message);
  };
  test.each<[string, string[], string[]]>([
    [
      'the head of the office before the section',
      told(6, 'kepala-dinas'),
      ['Paraf tidak dihitung: yang ditunggu langkah 6 (periksa) oleh KASI PKP. Tunggu giliran, lalu ulangi.'],
    ],
    [
      'a reviewer while the team still works',
      told(5, 'kasi-pkp'),
      [
        'Paraf tidak dihitung: langkah 5 (susun) oleh TIM PENGELOLAAN KONTEN DAN MEDIA KOMUNIKASI PUBLIK belum diajukan, jadi belum ada yang dapat diparaf. Tunggu pengajuannya, lalu ulangi.',
      ],
    ],
    [
      'somebody whose turn is over',
      told(9, 'kasi-pkp'),
      [
        'Paraf tidak dihitung: langkah 9 (perintahkan) hanya oleh KEPALA BIDANG PIKP. Minta yang bersangkutan.',
      ],
    ],
    [
      'the team',
      told(8, 'tim-pengelolaan-konten'),
      ['Paraf tidak dihitung: langkah 8 (setujui) hanya oleh KEPALA DINAS. Minta yang bersangkutan.'],
    ],
  ])('says so to %s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });
});

describe('R5: words that sign, and words that do not', () => {
  table([
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
      'nor one that says it further down',
      [...inReview, ev.comment(30, pengolah, 'b', 'Baik.\n/paraf')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'an approval that begins with /kembalikan returns',
      [...inReview, ev.sign(30, pengolah, 'b', { body: '/kembalikan Judulnya keliru.' })],
      'berjalan, langkah 2, putaran 1',
    ],
  ]);

  test('who opened an item signs a later step of it with /paraf, for GitHub lets nobody approve their own', () => {
    const { informasi } = offices;
    const opener = informasi.who('pejabat-bidang-pelayanan-informasi');
    const waiting = informasi.until(5);
    expect(waiting[0]?.by).toBe(opener);
    const { sidik } = informasi.after(waiting);
    const signed = [...waiting, ev.comment(later(waiting), opener, sidik, '/paraf')];
    expect(informasi.after(signed)).toMatchObject({ status: 'siap', ditolak: [] });
  });
});

describe('R5: a step needs its own papers and those of all steps before it', () => {
  const missing = (events: Parameters<typeof positionAfter>[1]) =>
    positionAfter(news, events).ditolak.map(({ message }) => message);
  table([
    [
      'a signature with papers missing',
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
      'a submission of the later step, with one of the earlier taken away',
      [
        ...inReview.slice(0, 1),
        ev.content(10, penyusun, 'b', { kelengkapan: ['data-informasi', 'berita-narasi'] }),
        ev.submitted(20, penyusun, 'b'),
      ],
      'berjalan, langkah 2, putaran 0, kelengkapan-kurang',
    ],
    [
      'brought back, it counts',
      [
        ...inReview,
        ev.content(30, pengolah, 'c', { kelengkapan: [] }),
        ev.content(31, pengolah, 'd'),
        ev.sign(40, pengolahLain, 'd'),
      ],
      'siap, langkah -, putaran 0',
    ],
  ]);

  test('a refusal names the papers as the SOP does', () => {
    expect(
      missing([
        ...inReview,
        ev.content(31, pengolah, 'c', { kelengkapan: [] }),
        ev.sign(40, pengolahLain, 'c'),
      ]),
    ).toEqual([
      'Paraf tidak dihitung: langkah 3 (periksa) memerlukan Dokumentasi, Data Informasi, Berita (Narasi), yang belum ada. Lengkapi, lalu ulangi.',
    ]);
  });

  test.each(everyOffice)(
    '%s: without any one of its papers nothing gets past the step that asks for it',
    (_, office) => {
      const events = office.until('siap');
      for (const paper of allKelengkapan(office.sop)) {
        const asks = office.sop.langkah.find(({ kelengkapan }) =>
          kelengkapan.some(({ id }) => id === paper),
        )!;
        const without = events.map((event) =>
          'kelengkapan' in event
            ? { ...event, kelengkapan: event.kelengkapan.filter((id) => id !== paper) }
            : event,
        );
        const { status, langkah } = office.after(without);
        expect([status, langkah], paper).toEqual(['berjalan', asks.no]);
      }
    },
  );
});
