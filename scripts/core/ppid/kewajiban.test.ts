import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kewajiban } from '../../../content/schema/kewajiban.ts';
import { entri } from '../testing/ppid.ts';
import type { Entri } from './entri.ts';
import { cakupan, isBasi, kalenderKewajiban, laporanTahunan, mutakhirSampai } from './kewajiban.ts';
import { keadaanPengecualian } from './pengecualian.ts';

const asOf = '2026-11-20';
const at = (day: string) => `${day}T02:00:00Z`;

describe('how long an entry is current', () => {
  it.each<[string, Partial<Entri>, string | null]>([
    [
      'regular information: six months after its latest publication',
      { diperbarui: at('2026-05-02') },
      '2026-11-02',
    ],
    ['to the end of a shorter month', { diperbarui: at('2026-08-31') }, '2027-02-28'],
    [
      'until the day that it names',
      { klasifikasi: 'setiap-saat', berlakuSampai: '2026-12-31' },
      '2026-12-31',
    ],
    [
      'until the earlier of both',
      { diperbarui: at('2026-05-02'), berlakuSampai: '2026-10-01' },
      '2026-10-01',
    ],
    [
      'for ever, what is at hand at all times',
      { klasifikasi: 'setiap-saat', diperbarui: at('2020-01-01') },
      null,
    ],
    ['for ever, before it is published', {}, null],
  ])('is, for %s', (_what, part, expected) => {
    expect(mutakhirSampai(entri(part))).toBe(expected);
  });

  it('includes its last day', () => {
    expect(isBasi(entri({ berlakuSampai: asOf }), asOf)).toBe(false);
    expect(isBasi(entri({ berlakuSampai: '2026-11-19' }), asOf)).toBe(true);
  });
});

describe('the matrix of obligations', () => {
  const profil = { kewajiban: 'profil', opd: 'bappeda' };
  const stateOf = (entries: Entri[]) =>
    cakupan(entries, ['bappeda', 'bpbd'], asOf).find(
      ({ opd, kewajiban: { id } }) => opd === 'bappeda' && id === 'profil',
    );

  it('has one field for each office and each obligation', () => {
    expect(cakupan([], ['bappeda', 'bpbd'], asOf)).toHaveLength(2 * kewajiban.length);
    expect(new Set(kewajiban.map(({ id }) => id)).size).toBe(kewajiban.length);
    expect(kewajiban.map(({ klasifikasi }) => klasifikasi).filter((one) => one === 'berkala')).toHaveLength(
      11,
    );
    expect(kewajiban).toHaveLength(27);
  });

  it.each<[string, Entri[], string, string | null]>([
    ['missing', [entri({ opd: 'bpbd', kewajiban: 'profil' })], 'belum-ada', null],
    ['current', [entri({ ...profil, url: '/a/', diperbarui: at('2026-10-01') })], 'mutakhir', '/a/'],
    ['out of date', [entri({ ...profil, url: '/a/', diperbarui: at('2026-01-01') })], 'kedaluwarsa', '/a/'],
    [
      'shown by its most current entry',
      [
        entri({ ...profil, url: '/tua/', diperbarui: at('2026-01-01') }),
        entri({ ...profil, url: '/baru/', diperbarui: at('2026-10-01') }),
      ],
      'mutakhir',
      '/baru/',
    ],
  ])('says what is %s', (_what, entries, keadaan, url) => {
    const found = stateOf(entries);
    expect([found?.keadaan, found?.entry?.url ?? null]).toEqual([keadaan, url]);
  });

  it('never calls current what the calendar says is overdue', () => {
    const day = fc
      .integer({ min: 0, max: 800 })
      .map((n) => new Date(Date.UTC(2025, 5, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (published, today) => {
        const one = entri({ ...profil, diperbarui: at(published) });
        const [cell] = cakupan([one], ['bappeda'], today).filter(({ entry }) => entry !== null);
        const [due] = kalenderKewajiban([one], [], today).filter(({ url }) => url !== null);
        expect(cell?.keadaan === 'kedaluwarsa').toBe(due?.keadaan === 'lewat');
      }),
    );
  });
});

describe('the calendar of obligations', () => {
  it('names what falls due, the earliest first', () => {
    const entries = [
      entri({ judul: 'Kinerja', url: '/k/', diperbarui: at('2026-05-02') }),
      entri({ judul: 'Jadwal', url: '/j/', klasifikasi: 'setiap-saat', berlakuSampai: '2026-12-01' }),
      entri({ judul: 'SOP', klasifikasi: 'setiap-saat' }),
    ];
    const over = [{ url: '/x/', judul: 'Denah', opd: 'bpbd', berakhir: '2028-01-01' }];
    expect(
      kalenderKewajiban(entries, over, asOf).map(({ tanggal, jenis, judul, keadaan }) => [
        tanggal,
        jenis,
        judul,
        keadaan,
      ]),
    ).toEqual([
      ['2026-11-02', 'berkala', 'Kinerja', 'lewat'],
      ['2026-12-01', 'berlaku', 'Jadwal', 'segera'],
      ['2027-03-31', 'laporan', 'Laporan layanan informasi publik tahun 2026', 'nanti'],
      ['2028-01-01', 'pengecualian', 'Denah', 'nanti'],
    ]);
  });

  it.each([
    ['2026-01-01', '2026-03-31', 2025],
    ['2026-03-31', '2026-03-31', 2025],
    ['2026-04-01', '2027-03-31', 2026],
  ])('on %s the next yearly report is due on %s, of %d', (day, tanggal, tahun) => {
    expect(laporanTahunan(day)).toEqual({ tanggal, tahun });
  });
});

it.each([
  ['2026-11-19', 'berakhir'],
  ['2026-11-20', 'segera-berakhir'],
  ['2027-02-18', 'segera-berakhir'],
  ['2027-02-19', 'berlaku'],
])('an exclusion until %s is, on 20 November 2026, %s', (berakhir, keadaan) => {
  expect(keadaanPengecualian(berakhir, asOf)).toBe(keadaan);
});
