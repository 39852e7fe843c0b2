import { resolve } from 'node:path';
import { expect, it, vi } from 'vitest';
import { compileOffice } from './office-data.ts';
import { officeOf, opdName, roleName, stepOf } from './office.ts';

vi.stubEnv('PARAF_CONTENT', resolve(import.meta.dirname, '../../..'));

it('an office is compiled to plain data that can be asked', () => {
  const data = compileOffice();
  expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  const office = officeOf(data);
  expect(stepOf(office, 'penyebarluasan-informasi', 3)).toMatchObject({
    tindakan: 'periksa',
    kind: 'reviewer',
    pelaksana: ['tim-pengolah-informasi'],
    waktu: { menit: 30 },
  });
  expect(roleName(office, 'penyebarluasan-informasi', 'tim-pengolah-informasi')).toBe(
    'Tim Pengolah Informasi',
  );
  expect([opdName(office, 'dinas-sosial'), opdName(office, 'kantor-lain'), opdName(office, null)]).toEqual([
    'Dinas Sosial',
    'kantor lain',
    'Tanpa perangkat daerah',
  ]);
});

it('letters of appointment stay in the repository', () => {
  expect(JSON.stringify(compileOffice().pelaksana)).not.toContain('surat');
});
