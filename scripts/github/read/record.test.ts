import { describe, expect, it } from 'vitest';
import { row } from '../../core/testing/history.ts';
import { newRows, withTercatat, type SistemRecord } from './record.ts';

const recordOf = (at: string, penugasan: string[]): SistemRecord => ({
  commit: 'a'.repeat(40),
  sidik: 'b'.repeat(40),
  at,
  pull: null,
  penugasan,
});

describe('R2: a row of pelaksana.yml counts from when it reached main', () => {
  const kepala = row(1, 'kepala-dinas');
  const plh = row(2, 'kepala-dinas', { jenis: 'plh', mulai: '2026-11-02', selesai: '2026-11-06' });
  const first = recordOf('2026-11-01T00:00:00Z', newRows([kepala], []));
  const second = recordOf('2026-11-04T00:00:00Z', newRows([kepala, plh], [first]));

  it('each record keeps the rows that are new', () => {
    expect(first.penugasan).toEqual(['1 kepala-dinas  2026-01-01 definitif']);
    expect(second.penugasan).toEqual(['2 kepala-dinas  2026-11-02 plh 2026-11-06']);
  });

  it.each([
    ['a row there from the start', kepala, '2026-11-01T00:00:00Z'],
    ['a row that came later, though it begins before', plh, '2026-11-04T00:00:00Z'],
    ['a row that is ended keeps its time', { ...kepala, selesai: '2026-11-30' }, '2026-11-01T00:00:00Z'],
    ['a row that is shortened keeps its time', { ...plh, selesai: '2026-11-05' }, '2026-11-04T00:00:00Z'],
    ['a row that is lengthened is another', { ...plh, selesai: '2026-11-09' }, undefined],
    ['a row for another office is another', { ...kepala, opd: 'dinas-kesehatan' }, undefined],
    ['a row that begins earlier is another', { ...kepala, mulai: '2025-01-01' }, undefined],
  ])('%s', (_, wanted, at) => {
    expect(withTercatat([wanted], [first, second])[0]?.tercatat).toBe(at);
  });
});
