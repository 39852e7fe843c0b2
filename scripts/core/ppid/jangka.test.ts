import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { kalenderSchema } from '../../../content/schema/kalender.ts';
import { tableOf } from '../kalender-table.ts';
import { alasanTenggat, jangkaKeberatan, jangkaPermohonan, tenggatDari } from './jangka.ts';

const text = readFileSync(new URL('../../../content/kalender.yml', import.meta.url), 'utf8');
const kalender = tableOf('content/kalender.yml', kalenderSchema.parse(parse(text, { schema: 'core' })));
const due = (day: string, hariKerja: number) => {
  const found = tenggatDari(kalender, day, hariKerja);
  return found.ok ? found.value.tanggal : found.issues[0]?.code;
};

describe('the periods of a request', () => {
  it.each([
    ['2026-09-01', '2026-09-15', '2026-09-24'],
    ['2026-03-10', '2026-03-31', '2026-04-10'],
    ['2026-08-14', '2026-09-01', '2026-09-10'],
    ['2026-12-14', '2026-12-30', 'kalender-tahun-tidak-ada'],
  ])('received on %s: answered by %s, once extended by %s', (day, answer, extended) => {
    expect(jangkaPermohonan.map(({ hariKerja }) => due(day, hariKerja))).toEqual([answer, extended]);
  });

  it('count the same from any day of a weekend: the first day is not counted', () => {
    expect([due('2026-11-07', 10), due('2026-11-08', 10), due('2026-11-06', 10)]).toEqual([
      '2026-11-20',
      '2026-11-20',
      '2026-11-20',
    ]);
  });

  it('explain themselves', () => {
    const found = tenggatDari(kalender, '2026-08-14', 10);
    expect(found.ok && alasanTenggat(10, found.value)).toBe(
      '10 hari kerja, hari pertama tidak dihitung; melewati 6 hari akhir pekan, Proklamasi Kemerdekaan (17/8), Maulid Nabi Muhammad (25/8).',
    );
    const plain = tenggatDari(kalender, '2026-11-02', 4);
    expect(plain.ok && alasanTenggat(4, plain.value)).toBe('4 hari kerja, hari pertama tidak dihitung.');
  });

  it('carry their article, each its own', () => {
    const all = [...jangkaPermohonan, ...jangkaKeberatan];
    expect(all.filter(({ dasar }) => !/^UU Nomor 14 Tahun 2008 Pasal \d+$/.test(dasar))).toEqual([]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(jangkaKeberatan.map(({ hariKerja }) => hariKerja)).toEqual([30, 30, 14, 14, 100]);
  });
});
