import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

const one = (value: string | number | null) =>
  csvOf({ kolom: ['k'], baris: [[value]] }).slice('k\r\n'.length);

describe('a table as CSV', () => {
  it.each<[string, string | number | null, string]>([
    ['a text', 'Profil', 'Profil\r\n'],
    ['nothing', null, '\r\n'],
    ['a number, also a negative one', -5, '-5\r\n'],
    ['a comma', 'a, b', '"a, b"\r\n'],
    ['quotes', 'kata “a” dan "b"', '"kata “a” dan ""b"""\r\n'],
    ['lines', 'a\nb', '"a\nb"\r\n'],
    ['a formula', '=HYPERLINK("https://jahat.example")', `"'=HYPERLINK(""https://jahat.example"")"\r\n`],
    ['a formula by another sign', '@SUM(A1)', "'@SUM(A1)\r\n"],
    ['a telephone number', '+62 561', "'+62 561\r\n"],
    ['a formula after a blank', '  =1+1', "'  =1+1\r\n"],
    ['a formula in wide letters', '＝1+1', "'＝1+1\r\n"],
    ['a formula on a later line', 'a\n=1+1', `"a\n'=1+1"\r\n`],
    ['a formula after a tab', '\t=1', "'\t=1\r\n"],
  ])('writes %s', (_what, value, written) => {
    expect(one(value)).toBe(written);
  });

  it('never begins a line of a text with what a spreadsheet runs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('=', '+', '-', '@', '\t', ' ', '\n', 'a', '"', ',')),
        (letters) => {
          const cell = one(letters.join('')).replace(/\r\n$/, '').replace(/^"/, '');
          expect(cell).not.toMatch(/^[ ]*[=+\-@\t]/m);
        },
      ),
    );
  });

  it('gives every text back to a reader that takes the apostrophes off', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const texts = [a, b].map((text) => text.replaceAll(/\r/g, ''));
        const [, row] = parse(csvOf({ kolom: ['x', 'y'], baris: [texts] }));
        expect(
          row?.map((cell) => cell.replace(/^'(?=[ \u00a0]*[=+\-@\t\uff1d\uff0b\uff0d\uff20])/gm, '')),
        ).toEqual(texts);
      }),
    );
  });
});

/** A small reader of RFC 4180. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (isQuoted) {
      if (sign === '"' && text[at + 1] === '"') at += 1;
      else if (sign === '"') {
        isQuoted = false;
        continue;
      }
      cell += sign;
    } else if (sign === '"') isQuoted = true;
    else if (sign === ',' || text.startsWith('\r\n', at)) {
      row.push(cell);
      cell = '';
      if (sign === ',') continue;
      rows.push(row);
      row = [];
      at += 1;
    } else cell += sign;
  }
  return rows;
}
