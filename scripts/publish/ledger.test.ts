import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LedgerEntry } from '../core/ledger.ts';
import { changeBranch } from '../github/branch.ts';
import { openNewsroom, place, type Newsroom } from '../github/testing/newsroom.ts';
import { latestEntry, recordEntry } from './ledger.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

const path = 'content/berita/2026/11/kerja-bakti';
const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T01:00:00Z`;
const common = { versi: 1, commit: 'c'.repeat(40), path, koleksi: 'berita' } as const;

function item(pull: number, day: number, sidik: string): LedgerEntry {
  const langkah = {
    no: 1,
    tindakan: 'setujui',
    peran: 'tim',
    atasNama: 'Tim',
    akun: 1005,
    at: at(day),
    review: null,
    sidik,
  };
  const signed = { sop: 'sop', sopVersion: 'v', langkah: [langkah], putaranKoreksi: 0 };
  return { jenis: 'item', ...common, pull, at: at(day), sidik, ...signed };
}

it('says what the ledger names last for a path, as of a time, and never guesses over a gap', async () => {
  const latest = async (day: number, of = path) => {
    const entry = await latestEntry(room.app, place, of, at(day));
    return entry === null ? null : `${entry.jenis} ${entry.sidik}`;
  };
  expect(await latest(30)).toBeNull();
  await recordEntry(room.app, place, item(11, 3, 'satu'), at(3));
  await recordEntry(room.app, place, item(12, 5, 'dua'), at(5));
  const withdrawn = { jenis: 'pencabutan', ...common, pull: 13, alasan: 'Keliru.' } as const;
  await recordEntry(
    room.app,
    place,
    { ...withdrawn, at: '2026-12-01T01:00:00Z', sidik: 'tiga' },
    '2026-12-01T01:00:00Z',
  );
  expect([await latest(2), await latest(3), await latest(30)]).toEqual([null, 'item satu', 'item dua']);
  expect((await latestEntry(room.app, place, path, '2026-12-02T01:00:00Z'))?.jenis).toBe('pencabutan');
  expect(await latest(30, 'content/berita/2026/11/lain')).toBeNull();

  await changeBranch(room.app, place, 'paraf', () =>
    Promise.resolve({ message: 'Loncat', files: new Map([['ledger/2026/12/000006.json', '{}']]) }),
  );
  await expect(latest(30)).rejects.toThrow();
  await changeBranch(room.app, place, 'paraf', () =>
    Promise.resolve({
      message: 'Loncat',
      files: new Map([['ledger/2026/12/000006.json', JSON.stringify(item(14, 30, 'empat'))]]),
    }),
  );
  await expect(latest(5)).rejects.toThrow('the ledger cannot be read whole: ledger/2026/12/000005.json');
});
