import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkEmblem, emblemFile } from './emblem.ts';

const codes = (svg: string) => checkEmblem(new TextEncoder().encode(svg)).map(({ code }) => code);
const svg = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`;

it('the sample emblem is a drawing', () => {
  expect(checkEmblem(readFileSync(emblemFile))).toEqual([]);
});

it.each([
  ['a drawing', svg('<path fill="url(#a)" d="M0 0h9"/><use href="#a"/>'), []],
  ['a script', svg('<script>alert(1)</script>'), ['lambang-aktif']],
  ['a handler', svg('<path onload="alert(1)"/>'), ['lambang-aktif']],
  ['a link', svg('<a href="javascript:alert(1)"><path/></a>'), ['lambang-aktif']],
  ['foreign markup', svg('<foreignObject><p/></foreignObject>'), ['lambang-aktif']],
  ['a picture from elsewhere', svg('<image href="https://jahat.example/x.png"/>'), ['lambang-aktif']],
  ['entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`, ['lambang-bukan-svg']],
  ['a page', '<html></html>', ['lambang-bukan-svg']],
  ['a drawing of a megabyte', svg(`<path d="${'M0 0'.repeat(20_000)}"/>`), ['lambang-besar']],
])('%s is judged', (_, text, expected) => {
  expect(codes(text)).toEqual(expected);
});
