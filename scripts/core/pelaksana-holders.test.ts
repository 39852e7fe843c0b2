import { describe, expect, test } from 'vitest';
import type { Aturan, Parsed } from './aturan.ts';
import { doubleHolders, emptyRoles } from './pelaksana-holders.ts';
import type { Penugasan } from './pelaksana.ts';
import { row } from './testing/history.ts';
import { offices } from './testing/office.ts';

const { konten, berita, informasi } = offices;
/** Each row on a line of its own, from 10. */
const file: Parsed = {
  file: 'content/pelaksana.yml',
  oid: '',
  data: [],
  body: '',
  lineOf: ([index]) => 10 + Number(index),
};
const sops = [konten, berita, informasi].map(({ sop }) => sop);

describe('two definitive holders of one seat', () => {
  const kadis = (akun: number, mulai: string, more: Partial<Penugasan> = {}) =>
    row(akun, 'kepala-dinas', { mulai, ...more });
  const told = (...rows: Penugasan[]) =>
    doubleHolders(file, rows, sops).map(({ line, message }) => `${line} ${message}`);
  const mend = 'Isi "selesai" pada yang lama, atau ubah jenis salah satunya menjadi plt atau plh.';

  test.each<[string, string[], string[]]>([
    [
      'one after the other',
      told(kadis(1, '2026-01-01', { selesai: '2026-10-31' }), kadis(2, '2026-11-01')),
      [],
    ],
    [
      'both at once',
      told(kadis(1, '2026-01-01'), kadis(2, '2026-11-01')),
      [
        `11 Kadis dijabat satu orang, tetapi akun 2 dan akun 1 (baris 10) sama-sama definitif sejak 1 November 2026. ${mend}`,
      ],
    ],
    [
      'for a single day',
      told(kadis(1, '2026-01-01', { selesai: '2026-11-01' }), kadis(2, '2026-11-01')),
      [
        `11 Kadis dijabat satu orang, tetapi akun 2 dan akun 1 (baris 10) sama-sama definitif sejak 1 November 2026. ${mend}`,
      ],
    ],
    [
      'three: each later one is told',
      told(kadis(1, '2026-01-01'), kadis(2, '2026-02-01'), kadis(3, '2026-03-01')),
      [
        `11 Kadis dijabat satu orang, tetapi akun 2 dan akun 1 (baris 10) sama-sama definitif sejak 1 Februari 2026. ${mend}`,
        `12 Kadis dijabat satu orang, tetapi akun 3 dan akun 1 (baris 10) sama-sama definitif sejak 1 Maret 2026. ${mend}`,
      ],
    ],
    [
      'a Plh beside the definitive one',
      told(kadis(1, '2026-01-01'), kadis(2, '2026-11-01', { jenis: 'plh' })),
      [],
    ],
    ['two letters of one person', told(kadis(1, '2026-01-01'), kadis(1, '2026-11-01')), []],
    [
      'a team has as many as it has',
      told(row(1, 'tim-pengolah-informasi'), row(2, 'tim-pengolah-informasi')),
      [],
    ],
    [
      'one of each office',
      told(
        row(1, 'ppid-pendukung', { opd: 'dinas-kesehatan' }),
        row(2, 'ppid-pendukung', { opd: 'dinas-pendidikan' }),
      ),
      [],
    ],
    [
      'two of one office',
      told(
        row(1, 'ppid-pendukung', { opd: 'dinas-kesehatan' }),
        row(2, 'ppid-pendukung', { opd: 'dinas-kesehatan' }),
      ),
      [
        `11 PPID Pendukung (OPD) dijabat satu orang, tetapi akun 2 dan akun 1 (baris 10) sama-sama definitif sejak 1 Januari 2026. ${mend}`,
      ],
    ],
  ])('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });
});

describe('roles that an SOP needs now and nobody holds', () => {
  const all = konten.sop.pelaksana.map(({ id }) => row(konten.who(id), id));
  const told = (rows: readonly Penugasan[], now = '2026-11-10T09:00:00+07:00', governed = konten.sop.id) => {
    const aturan: Aturan = {
      sops: new Map(sops.map((sop) => [sop.id, sop])),
      alur: new Map([['konten', { sop: governed, kelengkapan: {} }]]),
      pelaksana: rows,
    };
    return emptyRoles(aturan, now).map(({ level, message }) => `${level}: ${message}`);
  };
  const without = (peran: string) => all.filter((item) => item.peran !== peran);
  const plh = row(40, 'kepala-dinas', { jenis: 'plh', mulai: '2026-11-09', selesai: '2026-11-13' });
  const empty =
    'peringatan: Tidak ada yang memegang peran Kadis (kepala-dinas), padahal “SOP PEMBUATAN KONTEN INFORMASI” memerlukannya di langkah 8 dan 9. Tambahkan penugasannya, atau seorang Plh.';

  test.each<[string, string[], string[]]>([
    ['all are held', told(all), []],
    ['the head of the office is not', told(without('kepala-dinas')), [empty]],
    ['a Plh is enough', told([...without('kepala-dinas'), plh]), []],
    ['not before the term', told([...without('kepala-dinas'), plh], '2026-11-08T23:59:59+07:00'), [empty]],
    ['nor after it', told([...without('kepala-dinas'), plh], '2026-11-14T00:00:00+07:00'), [empty]],
    ['an SOP that governs nothing needs nobody', told([], '2026-11-10T09:00:00+07:00', 'tiada'), []],
    [
      'where either of two fulfils a step, one is enough',
      told([row(1, 'penyusun-bahan-informasi'), row(2, 'tim-pengolah-informasi')], undefined, berita.sop.id),
      [],
    ],
    [
      'and none is too few',
      told([row(2, 'tim-pengolah-informasi')], undefined, berita.sop.id),
      [
        'peringatan: Tidak ada yang memegang peran Pengumpul Data/Tim Peliputan (tim-peliputan) atau Penyusun Bahan Informasi (penyusun-bahan-informasi), padahal “PENYEBARLUASAN INFORMASI” memerlukannya di langkah 1. Tambahkan penugasannya, atau seorang Plh.',
        'peringatan: Tidak ada yang memegang peran Penyusun Bahan Informasi (penyusun-bahan-informasi), padahal “PENYEBARLUASAN INFORMASI” memerlukannya di langkah 2. Tambahkan penugasannya, atau seorang Plh.',
      ],
    ],
    [
      'a holder for one office is a holder',
      told(
        [
          row(1, 'pejabat-bidang-pelayanan-informasi'),
          row(2, 'ppid-utama'),
          row(3, 'ppid-pendukung', { opd: 'dinas-kesehatan' }),
        ],
        undefined,
        informasi.sop.id,
      ),
      [],
    ],
  ])('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });
});
