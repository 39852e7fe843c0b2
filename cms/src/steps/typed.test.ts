import { expect, test } from 'vitest';
import { textOf } from './typed.ts';

test('an item as a person can read it: fields in the order of the form, then the text', () => {
  const data = { z: 1, foto: [{ berkas: 'a.jpg' }], a: 'x', judul: 'Kerja bakti', body: 'Isi.\n\nDua.' };
  expect(textOf(data, ['judul', 'opd', 'foto', 'body'])).toBe(
    '---\njudul: Kerja bakti\nfoto:\n  - berkas: a.jpg\na: x\nz: 1\n---\nIsi.\n\nDua.\n',
  );
  expect(textOf({}, [])).toBe('---\n{}\n---\n\n');
});
