import { describe, expect, it } from 'vitest';
import { readQuery } from './query.ts';
import { tally } from './view.ts';

const query = readQuery(new URLSearchParams('q=parit'));

describe('what is said of a search', () => {
  it('names the years that nobody looked at, and says so where one was looked at in part', () => {
    expect(tally(12, query, { unseen: [], isPartly: false })).toBe('12 hasil untuk “parit”.');
    expect(tally(1200, query, { unseen: ['2024', '2023'], isPartly: false })).toBe(
      '1.200 hasil untuk “parit”. Tahun 2024 dan 2023 belum ikut dicari.',
    );
    expect(tally(0, query, { unseen: ['2026', '2025', '2024'], isPartly: true })).toBe(
      'Belum ada yang cocok dengan “parit”. Tahun 2026 sampai 2024 belum seluruhnya ikut dicari.',
    );
  });
});
