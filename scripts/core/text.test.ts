import { describe, expect, it } from 'vitest';
import { atau, plain, quoted, waktu } from './text.ts';

describe('text from elsewhere', () => {
  it.each([
    ['a mention', 'Halo @kepala-dinas', 'Halo @\u200bkepala-dinas'],
    ['a reference', 'Closes #12, GH-3', 'Closes \\#\u200b12, GH\u200b-3'],
    [
      'a link',
      '[klik](https://jahat.example) www.x.id',
      '\\[klik\\](https:\u200b//jahat.example) www\u200b.x.id',
    ],
    ['HTML', '<img src=x> &lt;', '\\<img src=x\\> \\&lt;'],
    ['a table and its lines', 'a | b\n| c |\r\n', 'a \\| b \\| c \\|'],
    ['formatting', '**tebal** `kode` _x_ ~y~', '\\*\\*tebal\\*\\* \\`kode\\` \\_x\\_ \\~y\\~'],
    ['a list', '- satu', '\\- satu'],
    ['a numbered list', '12. satu', '12\\. satu'],
    ['directions and other hidden signs', 'a\u202eb\u0000c\u2066d', 'a b c d'],
  ])('does nothing: %s', (_, text, expected) => {
    expect(quoted(text)).toBe(expected);
  });

  it('is cut where too long, between letters', () => {
    expect(plain('😀'.repeat(10), 4)).toBe('😀😀😀…');
  });
});

describe('times and lists', () => {
  it('reads as the office writes', () => {
    expect(waktu('2026-11-24T03:15:00Z')).toBe('Sel 24/11/2026 10.15 WIB');
    expect(waktu('2026-12-31T18:00:00+00:00')).toBe('Jum 01/01/2027 01.00 WIB');
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(atau)).toEqual(['', 'a', 'a atau b', 'a, b, atau c']);
  });
});
