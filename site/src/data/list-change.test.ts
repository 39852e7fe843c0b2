import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, touchedPages, touchedParts, type Member, type Place } from './list-change.ts';
import { cut, fullPages, pageSize } from './pages.ts';

/** A list of so many items, by day; `more` stands for what a page shows of an item beside its place. */
interface Entry extends Place {
  readonly more: number;
}

const entry = (n: number, more = 0): Entry => ({
  path: `butir-${n}`,
  urut: String(n).padStart(4, '0'),
  more,
});
const listOf = (count: number) => Array.from({ length: count }, (_, n) => entry(n));

function changeOf(before: readonly Entry[], after: readonly Entry[]) {
  const members: Member[] = [];
  for (const path of new Set([...before, ...after].map((one) => one.path))) {
    const [was, is] = [before, after].map((list) => list.find((one) => one.path === path) ?? null);
    if (JSON.stringify(was) !== JSON.stringify(is)) members.push({ before: was ?? null, after: is ?? null });
  }
  const order = (a: Place, b: Place) => (a.urut < b.urut || (a.urut === b.urut && a.path < b.path) ? -1 : 1);
  const sorted = after.toSorted(order);
  return compare(
    members,
    after.length,
    (place) => sorted.filter((one) => order(one, place) < 0 && one.path !== place.path).length,
  );
}

/** What each page of an archive shows, by its number. */
function pagesOf(list: readonly Entry[]): Map<number | null, string> {
  if (list.length === 0) return new Map();
  const numbers = [null, ...Array.from({ length: fullPages(list.length) }, (_, n) => n + 1)];
  const read = (from: number, size: number) => list.slice(from, from + size) as never;
  return new Map(numbers.map((number) => [number, JSON.stringify(cut(list.length, number, read))]));
}

describe('the pages of an archive that a change touches', () => {
  const last = (list: Entry[], more: number) => [...list.slice(0, -1), { ...list.at(-1)!, more }];
  test.each([
    ['the first item of all', [], listOf(1), [null], []],
    ['a new item', listOf(30), listOf(31), [null], []],
    ['a new item that fills a page', listOf(59), listOf(60), [null, 1, 2], []],
    ['a correction of the newest', listOf(90), last(listOf(90), 1), [null], []],
    ['a correction on an old page', listOf(90), [entry(0, 1), ...listOf(90).slice(1)], [null, 1], []],
    ['a withdrawal of an old one', listOf(60), listOf(60).slice(1), [null, 1], [2]],
    ['a withdrawal of the only one', listOf(1), [], [], [null]],
  ])('%s', (_, before, after, render, remove) => {
    expect(touchedPages(changeOf(before, after))).toEqual({ render, remove });
  });

  const list = fc
    .uniqueArray(fc.nat(130), { maxLength: 130 })
    .chain((numbers) =>
      fc
        .array(fc.nat(1), { minLength: numbers.length, maxLength: numbers.length })
        .map((more) =>
          numbers
            .map((n, at) => entry(n, more[at]! === 0 || n % 7 > 0 ? 0 : 1))
            .toSorted((a, b) => (a.urut < b.urut ? -1 : 1)),
        ),
    );

  test('include every page that shows something else, and name every page that is no more', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const [old, now] = [pagesOf(before), pagesOf(after)];
        const { render, remove } = touchedPages(changeOf(before, after));
        for (const [number, page] of now) if (old.get(number) !== page) expect(render).toContain(number);
        expect(new Set(remove)).toEqual(new Set([...old.keys()].filter((number) => !now.has(number))));
        for (const number of render) expect(now.has(number)).toBe(true);
      }),
    );
  });

  test('so do the parts of one size', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const part = (of: readonly Entry[], n: number) =>
          JSON.stringify(of.slice(n * pageSize, (n + 1) * pageSize));
        const { render, remove } = touchedParts(changeOf(before, after), pageSize);
        const [old, now] = [before, after].map((of) => Math.ceil(of.length / pageSize)) as [number, number];
        for (let n = 0; n < now; n += 1)
          if (n >= old || part(before, n) !== part(after, n)) expect(render).toContain(n);
        expect(remove).toEqual(Array.from({ length: Math.max(0, old - now) }, (_, n) => now + n));
        for (const n of render) expect(n).toBeLessThan(now);
      }),
    );
  });
});
