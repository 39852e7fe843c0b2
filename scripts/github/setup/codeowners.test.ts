import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generalOwners, parseCodeowners, writeCodeowners } from './codeowners.ts';
import { describeOffice } from './description.ts';

test('this repository’s own CODEOWNERS is the one that setup writes for its owners', () => {
  const text = readFileSync('.github/CODEOWNERS', 'utf8');
  const { codeowners } = describeOffice(null, generalOwners(text));
  expect(writeCodeowners(codeowners)).toBe(text);
});

test('comments, blanks and folders without owners are read as GitHub reads them', () => {
  expect(parseCodeowners('# satu\n\n*  @a  @org/tim # dua\n/content/berita/\n')).toEqual([
    { pattern: '*', owners: ['@a', '@org/tim'] },
    { pattern: '/content/berita/', owners: [] },
  ]);
  expect(generalOwners('* @a\n* @b\n')).toEqual(['b']);
});
