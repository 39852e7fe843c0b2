import { expect, test } from 'vitest';
import { textOf } from './typed.ts';

test('an item as a person can read it: fields, then text', () => {
  expect(textOf({ judul: 'Kerja bakti', foto: [{ berkas: 'a.jpg' }], body: 'Isi.\n\nDua.' })).toBe(
    '---\njudul: Kerja bakti\nfoto:\n  - berkas: a.jpg\n---\nIsi.\n\nDua.\n',
  );
  expect(textOf({})).toBe('---\n{}\n---\n\n');
});
