import { describe, expect, test } from 'vitest';
import { contextOf, ev, newsRows, people, positionAfter, row } from '../testing/history.ts';
import { inReview, outline, ready, sop, table } from '../testing/news.ts';
import { everyOffice, later, offices, type Office } from '../testing/office.ts';

const { peliput, penyusun, pengolah, app } = people;

/** Steps that are done: `2 terima bidang-ikp`. */
const done = (office: Office, events = office.until('siap')) =>
  office
    .after(events)
    .steps.flatMap(({ no, tindakan, selesai, peran }) =>
      selesai === null ? [] : [`${no} ${tindakan} ${peran ?? '-'}`],
    );

describe('the ordinary way through each SOP, step by step as the document has it', () => {
  test.each<[keyof typeof offices, string[]]>([
    [
      'konten',
      [
        '1 ajukan pemohon',
        '2 terima bidang-ikp',
        '3 tugaskan bidang-ikp',
        '4 susun tim-pembuat-konten',
        '5 periksa bidang-ikp',
        '6 periksa bidang-ikp',
        '8 periksa kepala-dinas',
        '9 setujui kepala-dinas',
      ],
    ],
    [
      'berita',
      [
        '1 liput tim-peliputan',
        '2 susun penyusun-bahan-informasi',
        '3 periksa tim-pengolah-informasi',
        '4 setujui tim-pengolah-informasi',
      ],
    ],
    [
      'kampanye',
      [
        '1 arahkan kepala-bidang-pikp',
        '2 lengkapi kasi-pkp',
        '3 lengkapi kasi-pkp',
        '4 tugaskan kepala-bidang-pikp',
        '5 susun tim-pengelolaan-konten',
        '6 periksa kasi-pkp',
        '7 periksa kepala-bidang-pikp',
        '8 setujui kepala-dinas',
        '9 perintahkan kepala-bidang-pikp',
      ],
    ],
    [
      'informasi',
      [
        '1 ajukan pejabat-bidang-pelayanan-informasi',
        '2 periksa ppid-utama',
        '3 lengkapi ppid-pendukung',
        '4 setujui ppid-utama',
        '5 perintahkan pejabat-bidang-pelayanan-informasi',
      ],
    ],
  ])('%s', (name, steps) => {
    expect(done(offices[name])).toEqual(steps);
    expect(offices[name].after(offices[name].until('siap')).ditolak).toEqual([]);
  });

  test.each(everyOffice)('%s ends only once it is live, and watched where its SOP says so', (_, office) => {
    const events = office.until('siap');
    const { sidik } = office.after(events);
    const merged = [...events, ev.merged(later(events), app, sidik!)];
    const live = [...merged, ev.published(later(merged), app, sidik!)];
    const observer = office.sop.langkah.find(({ tindakan }) => tindakan === 'pantau');
    expect([merged, live].map((history) => office.after(history).status)).toEqual([
      'terbit',
      observer === undefined ? 'selesai' : 'terbit',
    ]);
    if (observer === undefined) return;
    const seen = [...live, ev.observed(later(live), office.at(observer.no))];
    expect(office.after(seen)).toMatchObject({ status: 'selesai', langkah: null, menunggu: [] });
  });
});

describe('a correction in each SOP: who returns, where it goes, where the review begins again', () => {
  test.each<[keyof typeof offices, number, number, number]>([
    ['konten', 2, 1, 2],
    ['konten', 5, 7, 5],
    ['konten', 6, 7, 5],
    ['konten', 8, 7, 5],
    ['konten', 9, 7, 5],
    ['berita', 3, 2, 3],
    ['berita', 4, 2, 3],
    ['kampanye', 4, 3, 4],
    ['kampanye', 6, 5, 6],
    ['kampanye', 7, 5, 6],
    ['kampanye', 8, 5, 6],
    ['kampanye', 9, 5, 6],
    ['informasi', 2, 1, 2],
    ['informasi', 4, 3, 4],
    ['informasi', 5, 3, 4],
  ])('%s: returned at step %i it goes to %i, and then to %i', (name, at, target, start) => {
    const office = offices[name];
    // A step that is cleared by one signature with the one before is never waited for: who signed it returns from `siap`.
    const before = office.until(at);
    const returned = [...before, ev.giveBack(later(before), office.at(at))];
    expect(office.after(returned)).toMatchObject({ langkah: target, putaranKoreksi: 1, status: 'berjalan' });
    const by = office.at(target);
    const version = [...returned, ev.content(later(returned), by, 'baru', office.complete)];
    expect(office.after(version).langkah).toBe(target);
    const submitted = [...version, ev.submitted(later(version), by, 'baru')];
    expect(office.after(submitted)).toMatchObject({ langkah: start, putaranKoreksi: 1, ditolak: [] });
  });
});

describe('SOP 2, move by move', () => {
  table(
    [
      ['nothing yet', [], 'berjalan, langkah -, putaran 0'],
      [
        'bahan liputan without its papers waits at step 1',
        [ev.opened(0, peliput, 'a', { kelengkapan: [] })],
        'berjalan, langkah 1, putaran 0',
      ],
      ['bahan liputan complete: the writer is next', inReview.slice(0, 1), 'berjalan, langkah 2, putaran 0'],
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
      [
        'one person of both roles does steps 1 and 2 in one draft',
        [ev.opened(0, 7, 'a'), ev.submitted(1, 7, 'a')],
        'berjalan, langkah 3, putaran 0',
      ],
    ],
    contextOf(sop, [...newsRows, row(7, 'tim-peliputan'), row(7, 'penyusun-bahan-informasi')]),
  );
});

test('SOP 1 begins as a request without papers of later steps, and gets them on its way', () => {
  const { konten } = offices;
  const paper = (...kelengkapan: string[]) => ({ kelengkapan });
  const asked = paper('surat-pemohon');
  const assigned = paper('surat-pemohon', 'surat-perintah-tugas', 'anggota-tim');
  const [ikp, tim, kadis] = ['bidang-ikp', 'tim-pembuat-konten', 'kepala-dinas'].map((peran) =>
    konten.who(peran),
  ) as [number, number, number];
  const pemohon = konten.who('pemohon');
  const history = [
    ev.opened(0, pemohon, 'a', asked),
    ev.submitted(1, pemohon, 'a'),
    ev.sign(2, ikp, 'a'),
    ev.content(3, ikp, 'b', assigned),
    ev.sign(4, ikp, 'b'),
    ev.content(5, tim, 'c', konten.complete),
    ev.submitted(6, tim, 'c'),
    ev.sign(7, ikp, 'c'),
    ev.sign(8, kadis, 'c'),
  ];
  const stations = history.map((_, index) =>
    outline(positionAfter(konten.context, history.slice(0, index + 1))),
  );
  expect(stations).toEqual([
    'berjalan, langkah 1, putaran 0',
    'berjalan, langkah 2, putaran 0',
    'berjalan, langkah 3, putaran 0, kelengkapan-kurang',
    'berjalan, langkah 3, putaran 0, kelengkapan-kurang',
    'berjalan, langkah 4, putaran 0, kelengkapan-kurang',
    'berjalan, langkah 4, putaran 0, kelengkapan-kurang',
    'berjalan, langkah 5, putaran 0, kelengkapan-kurang',
    'berjalan, langkah 8, putaran 0, kelengkapan-kurang',
    'siap, langkah -, putaran 0, kelengkapan-kurang',
  ]);
  expect(konten.after(history).ditolak).toEqual([
    {
      event: 2,
      code: 'kelengkapan-kurang',
      message:
        'Paraf dihitung untuk langkah 2 (terima), tetapi belum untuk langkah 3 (tugaskan): perlu Surat Perintah Tugas, Anggota tim, yang belum ada. Lengkapi, lalu ulangi.',
    },
  ]);
});
