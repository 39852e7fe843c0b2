import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from './ledger.ts';
import { sopFromContent } from './testing/history.ts';
import { kalenderWith } from './testing/kalender.ts';
import type { Sop } from './sop.ts';
import { lamaOf, waktuLayanan } from './waktu-layanan.ts';

const kalender = kalenderWith();
const berita = sopFromContent('penyebarluasan-informasi');
const daftar = sopFromContent('pendokumentasian-informasi-publik');

/** A publication of an SOP whose first step ended at one time, and that was live at another. */
function entry(sop: string, first: string, live: string): Extract<LedgerEntry, { jenis: 'item' }> {
  const step = {
    no: 1,
    tindakan: 'susun',
    peran: 'x',
    atasNama: 'X',
    akun: 1,
    at: first,
    review: null,
    sidik: null,
  };
  return {
    jenis: 'item',
    versi: 1,
    pull: 1,
    commit: '1',
    at: live,
    path: 'content/berita/2026/11/x',
    koleksi: 'berita',
    sidik: '1',
    sop,
    sopVersion: '1',
    langkah: [step],
    putaranKoreksi: 0,
  };
}
const wib = (text: string) => `${text.replace(' ', 'T')}:00+07:00`;
const news = (first: string, live: string) => entry(berita.id, wib(first), wib(live));

/** What the index counts of entries: those of the SOP, each length once. */
function measured(sop: Sop, entries: readonly Extract<LedgerEntry, { jenis: 'item' }>[]) {
  const all = entries.flatMap((one) => (one.sop === sop.id ? (lamaOf(sop, one, kalender) ?? []) : []));
  const counted = Map.groupBy(all, (lama) => lama);
  const terukur = [...counted].map(([lama, same]) => ({ lama, jumlah: same.length }));
  return waktuLayanan(
    sop,
    terukur.toSorted((a, b) => a.lama - b.lama),
  );
}

describe('how long work took', () => {
  it('is promised by the steps after the first, corrections and observers aside', () => {
    expect(measured(berita, [])).toEqual({
      satuan: 'menit',
      janji: 120,
      jumlah: 0,
      median: null,
      tercepat: null,
      terlama: null,
      tepatWaktu: 0,
    });
    expect(measured(daftar, [])).toMatchObject({ satuan: 'hari', janji: 13 });
  });

  it('is measured in working time: the break, the night and the weekend do not count', () => {
    const taken = (first: string, live: string) => measured(berita, [news(first, live)])?.median;
    expect(taken('2026-11-02 11:30', '2026-11-02 13:15')).toBe(45);
    expect(taken('2026-11-06 16:00', '2026-11-09 08:00')).toBe(60);
  });

  it('has a middle, a shortest and a longest, and says how many kept the promise', () => {
    const entries = [
      news('2026-11-02 08:00', '2026-11-02 08:30'),
      news('2026-11-02 08:00', '2026-11-02 10:00'),
      news('2026-11-03 08:00', '2026-11-03 10:01'),
      news('2026-11-04 08:00', '2026-11-04 10:01'),
      news('2026-11-03 08:00', '2026-11-03 11:00'),
      entry(daftar.id, wib('2026-11-02 08:00'), wib('2026-11-04 09:00')),
    ];
    expect(measured(berita, entries)).toMatchObject({
      jumlah: 5,
      median: 121,
      tercepat: 30,
      terlama: 180,
      tepatWaktu: 2,
    });
    expect(measured(berita, entries.slice(0, 4))?.median).toBe(120.5);
    expect(measured(daftar, entries)).toMatchObject({ jumlah: 1, median: 2, tepatWaktu: 1 });
  });

  it('leaves out what lies in a year that the calendar does not have', () => {
    const entries = [news('2026-12-31 08:00', '2027-01-04 09:00')];
    expect(measured(berita, entries)?.jumlah).toBe(0);
  });

  it('is not told of an SOP whose steps have no time, or not all of one unit', () => {
    const without = { ...berita, langkah: berita.langkah.map((langkah) => ({ ...langkah, waktu: null })) };
    const mixed = {
      ...berita,
      langkah: berita.langkah.map((langkah, n) => ({
        ...langkah,
        waktu: n === 0 ? { hariKerja: 1 } : langkah.waktu,
      })),
    };
    expect([waktuLayanan(without, []), waktuLayanan(mixed, [])]).toEqual([null, null]);
    expect(lamaOf(mixed, news('2026-11-02 08:00', '2026-11-02 08:30'), kalender)).toBeNull();
  });
});
