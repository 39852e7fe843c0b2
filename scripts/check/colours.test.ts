import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { faintColours, grounds, tones } from './colours.ts';
import { contrast, mix } from './contrast.ts';

it.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#767676', '#ffffff', 4.54],
])('%s on %s has the contrast that WCAG counts', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2);
});

it.each([
  ['#ffffff', 100, '#000000', '#ffffff'],
  ['#ffffff', 50, '#000000', '#636363'],
  ['#0b5c8a', 0, '#ffffff', '#ffffff'],
])('mixes %s by %i hundredths with %s as CSS does', (one, share, other, mixed) => {
  expect(mix(one, share, other)).toBe(mixed);
});

it('counts with the tones and grounds that the style sheet has', () => {
  const css = readFileSync('site/src/styles/token.css', 'utf8');
  for (const [name, { of, share, with: other }] of Object.entries(tones))
    expect(css).toContain(
      `--${name}: color-mix(in oklab, var(--${of}) ${share}%, #${other === '#ffffff' ? 'fff' : '000'});`,
    );
  const [light, dark] = css.split('prefers-color-scheme: dark');
  const named = (part = '') =>
    ['latar', 'permukaan'].map((name) => {
      const [, digits = ''] = new RegExp(`--${name}: #([0-9a-f]+);`).exec(part) ?? [];
      return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
    });
  expect([named(light), named(dark)]).toEqual([grounds.light, grounds.dark]);
});

it.each([
  ['the sample office', '#0b5c8a', '#b45309', []],
  ['a deep green and a red', '#14532d', '#9f1239', []],
  ['a yellow that white text drowns in', '#f2c230', '#b45309', ['utama']],
  ['a pale mark', '#0b5c8a', '#e9a15b', ['aksen']],
  ['both', '#7dd3fc', '#fde68a', ['utama', 'aksen']],
])('knows whether %s can be read', (_, utama, aksen, faint) => {
  expect(faintColours({ utama, aksen }).map(({ colour }) => colour)).toEqual(faint);
});
