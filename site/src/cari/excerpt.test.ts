import { expect, it } from 'vitest';
import { piecesOf } from './excerpt.ts';

it.each([
  ['kata', [{ text: 'kata', isFound: false }]],
  [
    'a <mark>b</mark> c <mark>d</mark>',
    [
      { text: 'a ', isFound: false },
      { text: 'b', isFound: true },
      { text: ' c ', isFound: false },
      { text: 'd', isFound: true },
    ],
  ],
  [
    '<mark>&lt;script&gt;</mark>&amp;',
    [
      { text: '<script>', isFound: true },
      { text: '&amp;', isFound: false },
    ],
  ],
  ['', []],
])('the excerpt %s in pieces', (excerpt, pieces) => {
  expect(piecesOf(excerpt)).toEqual(pieces);
});
