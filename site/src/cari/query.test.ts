import { describe, expect, it } from 'vitest';
import { addressOf, filtersOf, isEmpty, readQuery } from './query.ts';

const read = (search: string) => readQuery(new URLSearchParams(search));

describe('a query in the address', () => {
  it.each([
    ['', ''],
    ['?q=', ''],
    ['?lain=1&q=parit', '?q=parit'],
    ['?q=++dua%0A+kata++', '?q=dua+kata'],
    [
      '?tahun=2026&kategori=berita%2Fkesehatan&jenis=berita',
      '?jenis=berita&tahun=2026&kategori=berita%2Fkesehatan',
    ],
    ['?q=%3Cscript%3E%26a%3D1', '?q=%3Cscript%3E%26a%3D1'],
  ])('%s is read and written as %s', (given, written) => {
    expect(addressOf(read(given))).toBe(written);
  });

  it('is cut where nobody asks that much', () => {
    expect(read(`?q=${'a'.repeat(5000)}`).q).toHaveLength(200);
  });

  it('with filters alone asks for everything that they let through', () => {
    const query = read('?jenis=sop');
    expect([isEmpty(query), filtersOf(query)]).toEqual([false, { jenis: 'sop' }]);
    expect(isEmpty(read('?q=+'))).toBe(true);
  });
});
