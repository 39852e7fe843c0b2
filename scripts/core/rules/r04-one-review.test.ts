import { describe, expect, test } from 'vitest';
import { ev, sopFrom } from '../testing/history.ts';
import { table } from '../testing/news.ts';
import { later, officeOf, offices, type Office } from '../testing/office.ts';

/** Numbers of the steps that the review `x` cleared, sent by an account when a step was waited for. */
function clearedBy(office: Office, no: number, by: number, before = office.until(no)): number[] {
  const { sidik } = office.after(before);
  const { steps } = office.after([...before, ev.sign(later(before), by, sidik, { id: 'x' })]);
  return steps.filter(({ review }) => review === 'x').map((step) => step.no);
}

describe('R4: one review clears the current step and every directly following one of the same pelaksana', () => {
  test.each<[keyof typeof offices, number, string, number[]]>([
    ['konten', 2, 'bidang-ikp', [2, 3]],
    // Passing over step 7, which only a return enters.
    ['konten', 5, 'bidang-ikp', [5, 6]],
    ['konten', 8, 'kepala-dinas', [8, 9]],
    ['berita', 3, 'tim-pengolah-informasi', [3, 4]],
    ['kampanye', 4, 'kepala-bidang-pikp', [4]],
    ['kampanye', 6, 'kasi-pkp', [6]],
    ['kampanye', 7, 'kepala-bidang-pikp', [7]],
    ['kampanye', 8, 'kepala-dinas', [8]],
    ['kampanye', 9, 'kepala-bidang-pikp', [9]],
    ['informasi', 2, 'ppid-utama', [2]],
    ['informasi', 4, 'ppid-utama', [4]],
    ['informasi', 5, 'pejabat-bidang-pelayanan-informasi', [5]],
  ])('%s at step %i: %s clears %j', (name, no, peran, expected) => {
    const office = offices[name];
    expect(clearedBy(office, no, office.who(peran))).toEqual(expected);
    expect(clearedBy(office, no, office.who(peran, 2))).toEqual(expected);
  });

  test.each<[keyof typeof offices, number, string, number[]]>([
    ['konten', 8, 'kepala-dinas', [8]],
    ['berita', 3, 'tim-pengolah-informasi', [3]],
  ])('%s at step %i: %s who edited clears %j, and not the approval', (name, no, peran, expected) => {
    const office = offices[name];
    const waiting = office.until(no);
    const by = office.who(peran);
    const edited = [...waiting, ev.content(later(waiting), by, 'suntingan', office.complete)];
    expect(clearedBy(office, no, by, edited)).toEqual(expected);
    expect(clearedBy(office, no, office.who(peran, 2), edited)).toEqual([no, no + 1]);
  });

  test('a paper of the following step that is missing stops it there', () => {
    const { konten } = offices;
    const [opened, content, ...rest] = konten.until(2);
    const asked = { kelengkapan: ['surat-pemohon'] };
    const waiting = [{ ...opened!, ...asked }, { ...content!, ...asked }, ...rest] as typeof rest;
    expect(clearedBy(konten, 2, konten.who('bidang-ikp'), waiting)).toEqual([2]);
  });

  test('it does not pass over a step of somebody else', () => {
    const { kampanye } = offices;
    const kabid = kampanye.who('kepala-bidang-pikp');
    const before = kampanye.until(7);
    // Step 9 is theirs as well, but step 8 is not.
    expect(clearedBy(kampanye, 7, kabid, before)).toEqual([7]);
  });
});

describe('R4: a step of several pelaksana', () => {
  const langkah = (no: number, tindakan: string, pelaksana: string[]) => ({
    no,
    aktivitas: 'Contoh',
    pelaksana,
    tindakan,
    sumber: 'eksplisit',
    kelengkapan: [],
    waktu: null,
    waktuTeks: null,
    output: [],
  });
  const identity = Object.fromEntries(
    [
      'pemerintah',
      'bidang',
      'seksi',
      'nomor',
      'tanggalPembuatan',
      'tanggalRevisi',
      'tanggalEfektif',
      'disahkanOleh',
      'peringatan',
    ].map((name) => [name, null]),
  );
  const lists = Object.fromEntries(
    ['dasarHukum', 'kualifikasi', 'keterkaitan', 'peralatan', 'pencatatan'].map((name) => [name, []]),
  );
  const office = officeOf(
    sopFrom('contoh', {
      ...identity,
      ...lists,
      nama: 'Contoh',
      dinas: 'Dinas Contoh',
      pelaksana: ['penulis', 'redaktur', 'kepala'].map((id) => ({ id, nama: id })),
      langkah: [
        langkah(1, 'susun', ['penulis']),
        langkah(2, 'periksa', ['redaktur', 'kepala']),
        langkah(3, 'periksa', ['kepala']),
        langkah(4, 'setujui', ['redaktur', 'kepala']),
      ],
    }),
  );
  const waiting = office.until(2);
  const sign = (peran: string, events = waiting) => [
    ...events,
    ev.sign(later(events), office.who(peran), office.after(waiting).sidik),
  ];
  table(
    [
      ['either fulfils it', sign('redaktur'), 'berjalan, langkah 3, putaran 0'],
      ['and goes on as far as that same role reaches', sign('kepala'), 'siap, langkah -, putaran 0'],
      ['the next one goes on from there', sign('kepala', sign('redaktur')), 'siap, langkah -, putaran 0'],
    ],
    office.context,
  );
});
