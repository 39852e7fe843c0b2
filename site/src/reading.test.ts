import { expect, it } from 'vitest';
import { readingMinutes } from './reading.ts';

it.each([
  [0, 1],
  [40, 1],
  [299, 1],
  [300, 2],
  [1000, 5],
])('%i words take %i minutes', (words, minutes) => {
  expect(readingMinutes('kata '.repeat(words))).toBe(minutes);
});
