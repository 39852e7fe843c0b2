import fc from 'fast-check';
import { expect, it } from 'vitest';
import { processorTime } from '../../../../scripts/core/testing/processor-time.ts';
import { wordDiff, type Run } from './word-diff.ts';

/** `[-went-]` and `{+came+}`, as people write it by hand. */
const shown = (runs: readonly Run[]) =>
  runs
    .map(({ kind, text }) => (kind === 'hapus' ? `[-${text}-]` : kind === 'tambah' ? `{+${text}+}` : text))
    .join('');

it.each([
  ['nothing changed', 'Warga membersihkan parit.', 'Warga membersihkan parit.', 'Warga membersihkan parit.'],
  [
    'one word',
    'Sebanyak 210 warga hadir.',
    'Sebanyak 120 warga hadir.',
    'Sebanyak[- 210-]{+ 120+} warga hadir.',
  ],
  ['a word more', 'Warga hadir.', 'Warga desa hadir.', 'Warga{+ desa+} hadir.'],
  ['a word less', 'Warga desa hadir.', 'Warga hadir.', 'Warga[- desa-] hadir.'],
  ['a paragraph more', 'Satu.', 'Satu.\n\nDua.', 'Satu.{+\n\nDua.+}'],
  ['a sentence more before the last line ends', 'Satu.\n', 'Satu. Dua.\n', 'Satu.{+ Dua.+}\n'],
  ['all new', '', 'Baru.', '{+Baru.+}'],
  ['all gone', 'Lama.', '', '[-Lama.-]'],
])('%s', (_, before, after, expected) => {
  expect(shown(wordDiff(before, after))).toBe(expected);
});

it('the runs put together are the two texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'parit ')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = wordDiff(before, after);
      const of = (without: Run['kind']) => runs.map((run) => (run.kind === without ? '' : run.text)).join('');
      expect([of('tambah'), of('hapus')]).toEqual([before, after]);
    }),
  );
});

it('two long texts with nothing in common are told as a whole, at once', () => {
  const words = (sign: string) => Array.from({ length: 15_000 }, (_, i) => `${sign}${i}`).join(' ');
  const work = () => expect(wordDiff(words('a'), words('b'))).toHaveLength(2);
  expect(processorTime(work)).toBeLessThan(1500);
});
