import { describe, expect, test } from 'vitest';
import { contextOf, ev, newsRows, people, row } from '../testing/history.ts';
import { inReview, sop, table } from '../testing/news.ts';
import { later, officeOf, offices } from '../testing/office.ts';

const { peliput, penyusun, penyusunLain, pengolah, tamu, app } = people;

describe('R9: only a submission ends a maker step before a review, and a round of correction', () => {
  const made = inReview.slice(0, 2);
  const returned = [...inReview, ev.giveBack(30, pengolah)];
  table([
    ['a version alone does not', made, 'berjalan, langkah 2, putaran 0'],
    ['by the label', [...made, ev.submitted(20, penyusun, 'b')], 'berjalan, langkah 3, putaran 0'],
    ['in words', [...made, ev.comment(20, penyusun, 'b', '/ajukan')], 'berjalan, langkah 3, putaran 0'],
    [
      'of bytes that another made',
      [...made, ev.submitted(20, penyusunLain, 'b')],
      'berjalan, langkah 3, putaran 0',
    ],
    [
      'not by another role',
      [...made, ev.submitted(20, peliput, 'b')],
      'berjalan, langkah 2, putaran 0, peran-lain',
    ],
    [
      'not by an outsider',
      [...made, ev.submitted(20, tamu, 'b')],
      'berjalan, langkah 2, putaran 0, peran-lain',
    ],
    ['not by the app', [...made, ev.submitted(20, app, 'b')], 'berjalan, langkah 2, putaran 0, aplikasi'],
    [
      'not of what stands there no more',
      [...made, ev.submitted(20, penyusun, 'a')],
      'berjalan, langkah 2, putaran 0, isi-berbeda',
    ],
    [
      'not of what nothing proves',
      [...made, ev.submitted(20, penyusun, null)],
      'berjalan, langkah 2, putaran 0, sidik-tak-terbukti',
    ],
    [
      'a new version alone does not end a correction',
      [...returned, ev.content(40, penyusun, 'c')],
      'berjalan, langkah 2, putaran 1',
    ],
    [
      'the same bytes, submitted again, do',
      [...returned, ev.submitted(40, penyusun, 'b')],
      'berjalan, langkah 3, putaran 1',
    ],
    [
      'a signature of the round before counts no more',
      [...inReview, ev.sign(29, pengolah, 'b'), ev.giveBack(30, pengolah), ev.submitted(40, penyusun, 'b')],
      'berjalan, langkah 3, putaran 1',
    ],
    [
      'nor one that came during the correction',
      [...returned, ev.sign(35, pengolah, 'b'), ev.submitted(40, penyusun, 'b')],
      'berjalan, langkah 3, putaran 1, bukan-giliran',
    ],
    [
      'a second submission during the review moves nothing',
      [...inReview, ev.submitted(21, penyusun, 'b')],
      'berjalan, langkah 3, putaran 0',
    ],
  ]);

  const both = contextOf(sop, [...newsRows, row(7, 'tim-peliputan'), row(7, 'penyusun-bahan-informasi')]);
  table(
    [
      [
        'one submission ends directly following steps of one person’s role',
        [ev.opened(0, 7, 'a', { kelengkapan: [] }), ev.content(1, 7, 'b'), ev.submitted(2, 7, 'b')],
        'berjalan, langkah 3, putaran 0',
      ],
      [
        'and stops at a step of another role',
        [ev.opened(0, tamu, 'a'), ev.submitted(1, peliput, 'a')],
        'berjalan, langkah 2, putaran 0',
      ],
    ],
    both,
  );
});

describe('R9: makers after reviewers submit as well', () => {
  test.each<[keyof typeof offices, number, number, number]>([
    ['konten', 1, 1, 2],
    ['konten', 4, 4, 5],
    ['berita', 2, 2, 3],
    // Steps 2 and 3 are of one role: one version does the first of them.
    ['kampanye', 2, 3, 4],
    ['kampanye', 5, 5, 6],
    ['informasi', 1, 1, 2],
    ['informasi', 3, 3, 4],
  ])(
    '%s: a version at step %i leaves it at step %i, until it is submitted to step %i',
    (name, at, no, next) => {
      const office = offices[name];
      const before = office.until(at);
      const version = [...before, ev.content(later(before), office.at(at), 'versi', office.complete)];
      expect(office.after(version).langkah).toBe(no);
      const submitted = [...version, ev.submitted(later(version), office.at(at), 'versi')];
      expect(office.after(submitted)).toMatchObject({ langkah: next, ditolak: [] });
    },
  );
});

describe('R9: a review begins where its maker step says, else at the first reviewer step after it', () => {
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

  // The other reading of SOP 1: a correction goes straight to the head of the office.
  const { konten } = offices;
  const straight = officeOf({
    ...konten.sop,
    langkah: konten.sop.langkah.map((item) => (item.hanyaKoreksi ? { ...item, lanjutKe: 8 } : item)),
  });
  const corrected = (no: number) => {
    const events = straight.until(no);
    const returned = [...events, ev.giveBack(later(events), straight.at(no))];
    return straight.after([
      ...returned,
      ev.submitted(later(returned), straight.who('tim-pembuat-konten'), straight.after(returned).sidik),
    ]).langkah;
  };
  test('a correction that leads on begins there where all before it is signed', () => {
    expect(corrected(8)).toBe(8);
  });
  test('and leaves no reviewer step before it unsigned', () => {
    expect(corrected(5)).toBe(5);
  });
});
