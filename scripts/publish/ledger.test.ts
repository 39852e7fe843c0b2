import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../core/ledger.ts';
import { changeBranch } from '../github/branch.ts';
import { openNewsroom, place, type Newsroom } from '../github/testing/newsroom.ts';
import type { Client } from '../github/read/client.ts';
import { latestEntry, recordEntry } from './ledger.ts';
import type { LedgerMemory } from './ledger-memory.ts';

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

describe('with a memory of the ledger', () => {
  const december = '2026-12-03T01:00:00Z';
  const put = (pull: number, day: number, memory?: LedgerMemory) =>
    recordEntry(room.app, place, item(pull, day, 'x'), december, memory);
  /** What recording costs: calls, and whether anything was read of entries that were there. */
  const counted = () => {
    const read: string[] = [];
    const app: Client = {
      request: (...given) => room.app.request(...given),
      graphql: (query, variables) => {
        read.push(String(variables['expression']).slice(41));
        return room.app.graphql(query, variables);
      },
    };
    return { app, read };
  };

  it('the next entry is written without reading those that are there', async () => {
    const memory: LedgerMemory = { known: null };
    const first = await put(21, 5, memory);
    const { app, read } = counted();
    const second = await recordEntry(app, place, item(22, 5, 'y'), december, memory);
    expect(second.recorded.number).toBe(first.recorded.number + 1);
    expect(read).toEqual(['ledger', 'ledger']);
    expect(await put(22, 5, memory)).toEqual({ recorded: second.recorded, isNew: false });
    expect(await put(22, 5)).toEqual({ recorded: second.recorded, isNew: false });
  });

  it('what others wrote meanwhile is read before anything is written: no entry twice, no number twice', async () => {
    const [one, other]: LedgerMemory[] = [{ known: null }, { known: null }];
    await put(31, 6, one);
    const { recorded } = await put(32, 6, other);
    expect(await put(32, 6, one)).toEqual({ recorded, isNew: false });
    const all = await Promise.all([put(33, 6, one), put(33, 7, other), put(34, 6, one), put(35, 6, other)]);
    expect(all.map(({ recorded: { entry } }) => entry.pull)).toEqual([33, 33, 34, 35]);
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(3);
    expect(new Set(all.map(({ recorded: { number } }) => number)).size).toBe(3);
  });

  it('a crash between writing and remembering leaves the entry, once', async () => {
    const memory: LedgerMemory = { known: null };
    await put(41, 7, memory);
    let isGone = false;
    const app: Client = {
      request: async (route, ...given) => {
        const answer = await room.app.request(route, ...given);
        if (route.startsWith('PATCH')) isGone = true;
        return answer;
      },
      graphql: (...given) => (isGone ? Promise.reject(new Error('502')) : room.app.graphql(...given)),
    };
    const written = await recordEntry(app, place, item(42, 7, 'x'), december, memory);
    expect([written.isNew, memory.known]).toEqual([true, null]);
    expect(await put(42, 7, memory)).toEqual({ recorded: written.recorded, isNew: false });
  });
});
