import { describe, expect, it } from 'vitest';
import { rosterOf } from '../../../scripts/core/peran.ts';
import { kalenderWith } from '../../../scripts/core/testing/kalender.ts';
import type { Antrean } from '../../../scripts/github/read/antrean.ts';
import type { Office, OfficeStep } from './office.ts';
import { noFilter, sectionsOf, type Filter, type Section } from './queue.ts';

const langkah = (no: number, tindakan: OfficeStep['tindakan'], kind: OfficeStep['kind'], peran: string) => ({
  no,
  tindakan,
  kind,
  aktivitas: '',
  pelaksana: [peran],
  waktu: null,
  hanyaKoreksi: false,
});
const row = { mulai: '2026-01-01', jenis: 'definitif', jabatan: 'Staf', surat: '' } as const;
const office: Office = {
  sops: {
    berita: {
      nama: 'SOP Berita',
      pelaksana: { penulis: 'Penulis', pemeriksa: 'Pemeriksa', kepala: 'Kepala' },
      langkah: [
        langkah(1, 'susun', 'maker', 'penulis'),
        langkah(2, 'periksa', 'reviewer', 'pemeriksa'),
        langkah(3, 'setujui', 'reviewer', 'kepala'),
      ],
    },
  },
  collections: [],
  opd: { dinkes: 'Dinas Kesehatan' },
  kalender: kalenderWith(),
  roster: rosterOf([
    { ...row, akun: 1, peran: 'penulis' },
    { ...row, akun: 2, peran: 'pemeriksa' },
    { ...row, akun: 3, peran: 'kepala' },
    { ...row, akun: 4, peran: 'kepala', jenis: 'plh', mulai: '2026-11-09', selesai: '2026-11-13' },
  ]),
};

function item(pull: number, step: number | null, more: Partial<Antrean> = {}, tenggat?: string): Antrean {
  return {
    pull,
    judul: `Butir ${pull}`,
    path: `content/berita/2026/11/butir-${pull}`,
    koleksi: 'berita',
    opd: 'dinkes',
    pembuka: 1,
    dibuka: '2026-11-02T01:00:00Z',
    penyumbang: [1],
    dikembalikan: null,
    terbit: null,
    posisi: {
      sop: 'berita',
      sopVersion: 'v',
      langkah: step,
      status: step === null ? 'selesai' : 'berjalan',
      menunggu: [],
      putaranKoreksi: 0,
      sidik: 'a',
      macet: [],
      steps:
        step === null ? [] : [{ no: step, tindakan: 'x', ...(tenggat === undefined ? {} : { tenggat }) }],
    },
    ...more,
  };
}

const monday = '2026-11-02T08:00:00+07:00';

/** `saya: 2 1, nanti: 3`, of the sections that hold anything. */
function outline(items: readonly Antrean[], id: number, now = monday, filter: Filter = noFilter): string {
  const sections: readonly [Section, readonly Antrean[]][] = [
    ...sectionsOf(items, office, { id, now }, filter),
  ];
  return sections
    .filter(([, list]) => list.length > 0)
    .map(([section, list]) => `${section}: ${list.map(({ pull }) => pull).join(' ')}`)
    .join(', ');
}

describe('each person sees what is theirs', () => {
  const items = [item(1, 1), item(2, 2), item(3, 3), item(4, null)];
  it.each([
    ['the writer', 1, monday, 'saya: 1, kantor: 2 3, terbit: 4'],
    ['the checker', 2, monday, 'saya: 2, nanti: 1, kantor: 3, terbit: 4'],
    ['the head', 3, monday, 'saya: 3, nanti: 1 2, terbit: 4'],
    ['an acting head before the term', 4, monday, ''],
    ['an acting head in the term', 4, '2026-11-09T08:00:00+07:00', 'saya: 3, nanti: 1 2, terbit: 4'],
    ['a guest', 9, monday, ''],
  ])('%s', (_, id, now, expected) => {
    expect(outline(items, id, now)).toBe(expected);
  });
});

it('the nearest deadline stands first, none last', () => {
  const items = [
    item(1, 2),
    item(2, 2, {}, '2026-11-03T09:00:00+07:00'),
    item(3, 2, {}, '2026-11-02T09:00:00+07:00'),
  ];
  expect(outline(items, 2)).toBe('saya: 3 2 1');
});

it('who contributed does not wait for a setujui that they may not give', () => {
  expect(outline([item(1, 3, { penyumbang: [1, 3] })], 3)).toBe('kantor: 1');
});

it('what a person returned stands apart from what will come', () => {
  const dikembalikan = { pada: monday, oleh: 2, alasan: 'Angka keliru.' };
  expect(outline([item(1, 1, { dikembalikan })], 2)).toBe('kembali: 1');
});

it.each([
  ['words of the title', { cari: 'butir 2' }, 'saya: 2'],
  ['the number', { cari: '#1' }, 'saya: 1'],
  ['the name of the office', { cari: 'kesehatan' }, 'saya: 1 2'],
  ['an office', { opd: 'disdik' }, ''],
  ['a collection', { koleksi: 'berita' }, 'saya: 1 2'],
  ['a step', { tindakan: 'setujui' }, ''],
])('found by %s', (_, filter, expected) => {
  expect(outline([item(1, 2), item(2, 2)], 2, monday, { ...noFilter, ...filter })).toBe(expected);
});
