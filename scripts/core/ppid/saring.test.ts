import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entri } from '../testing/ppid.ts';
import {
  alamatSaringan,
  barisOf,
  pilih,
  saringanDari,
  tanpaSaringan,
  tercari,
  type Saringan,
} from './saring.ts';

const pdf = { judul: 'x', catatan: null, src: '/a/b.pdf', type: 'application/pdf', size: 1, sha256: '0' };
const all = [
  entri({ nomor: 1, judul: 'Anggaran Daérah 2025', waktu: '2025-01-20', dokumen: [pdf] }),
  entri({ nomor: 2, judul: 'Jadwal imunisasi', klasifikasi: 'setiap-saat', pejabat: 'Bidang Pencegahan' }),
  entri({
    nomor: 3,
    judul: 'Neraca anggaran',
    opd: 'bappeda',
    waktu: '2026-02-01',
    terbit: '2027-01-01T00:00:00Z',
  }),
].map((one) => tercari(barisOf(one)));
const asks = (part: Partial<Saringan>) => pilih(all, { ...tanpaSaringan, ...part }).map(([nomor]) => nomor);

describe('the filter of the list', () => {
  it.each<[string, Partial<Saringan>, number[]]>([
    ['nothing: all of it, newest first', {}, [3, 2, 1]],
    ['a word, without its accents and capitals', { kata: 'DAERAH' }, [1]],
    ['several words, anywhere in the entry', { kata: 'bidang imunisasi' }, [2]],
    ['a part of a word', { kata: 'angg' }, [3, 1]],
    ['an office', { opd: 'bappeda' }, [3]],
    ['a class', { klasifikasi: 'setiap-saat' }, [2]],
    ['the year in which it was made, not that of its publication', { tahun: '2026' }, [3]],
    ['a format', { format: 'pdf' }, [1]],
    ['a word and a choice together', { kata: 'anggaran', tahun: '2025', format: 'pdf' }, [1]],
    ['what no entry is', { kata: 'anggaran', klasifikasi: 'setiap-saat' }, []],
  ])('finds %s', (_what, part, expected) => {
    expect(asks(part)).toEqual(expected);
  });

  it('narrows: one wish more never finds more', () => {
    const word = fc.constantFrom('', 'anggaran', 'jadwal', 'a', 'bidang', 'zzz');
    const choice = (...values: string[]) => fc.constantFrom('', ...values);
    const saringan = fc.record({
      kata: word,
      opd: choice('bappeda', 'dinas-kesehatan'),
      klasifikasi: choice('berkala', 'setiap-saat'),
      tahun: choice('2025', '2026'),
      format: choice('pdf'),
    });
    fc.assert(
      fc.property(
        saringan,
        fc.constantFrom(...(Object.keys(tanpaSaringan) as (keyof Saringan)[])),
        (wish, name) => {
          const less = new Set(asks({ ...wish, [name]: '' }));
          expect(asks(wish).filter((nomor) => !less.has(nomor))).toEqual([]);
        },
      ),
    );
  });

  it('stands in the address, and is read back from it', () => {
    const text = fc.string({ maxLength: 40 }).map((value) => value.trim());
    const saringan = fc.record({ kata: text, opd: text, klasifikasi: text, tahun: text, format: text });
    fc.assert(
      fc.property(saringan, (wish) => {
        expect(saringanDari(alamatSaringan(wish))).toEqual(wish);
      }),
    );
    expect(alamatSaringan(tanpaSaringan)).toBe('');
    expect(alamatSaringan({ ...tanpaSaringan, kata: 'kas daerah', tahun: '2026' })).toBe(
      '?kata=kas+daerah&tahun=2026',
    );
    expect(saringanDari('?kata=%20x%20&lain=1')).toEqual({ ...tanpaSaringan, kata: 'x' });
  });
});
