import { expect, test } from 'vitest';
import { chronologyIssues } from './chronology.ts';
import type { Event } from './events.ts';
import { formatIssue } from './issue.ts';
import { ev, minute, people } from './testing/history.ts';
import { inReview, ready } from './testing/news.ts';

const { pengolah } = people;
const told = (events: readonly Event[], now = minute(60)) => {
  const place = (index: number) => ({ file: 'x.jsonl', line: index + 1, field: 'at' });
  return chronologyIssues(events, now, place, { file: 'x.jsonl' }).map(formatIssue);
};

test.each<[string, string[], string[]]>([
  ['nothing at all', told([]), []],
  ['a history in any order of lines', told(ready.toReversed()), []],
  ['judged at its last second', told(ready, minute(30)), []],
  ['something in the second of the opening', told([...inReview, ev.content(0, pengolah, 'c')]), []],
  [
    'no opening',
    told(inReview.slice(1)),
    [
      'x.jsonl: Riwayat ini tidak memuat peristiwa "opened", sehingga tidak ada butir yang dinilai. Tambahkan peristiwanya.',
    ],
  ],
  [
    'before the opening, and after now: all of it',
    told([...inReview, ev.sign(-5, pengolah, 'a'), ev.sign(70, pengolah, 'b')]),
    [
      'x.jsonl:4 at: Terjadi Sen 02/11/2026 07.55 WIB, sebelum butir ini dibuka Sen 02/11/2026 08.00 WIB. Betulkan jamnya; sebelum dibuka tidak ada yang dapat terjadi.',
      'x.jsonl:5 at: Terjadi Sen 02/11/2026 09.10 WIB, padahal saat penilaiannya baru Sen 02/11/2026 09.00 WIB. Betulkan jamnya, atau majukan saat penilaian (now).',
    ],
  ],
])('%s', (_, actual, expected) => {
  expect(actual).toEqual(expected);
});
