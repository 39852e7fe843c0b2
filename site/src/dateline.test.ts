import { expect, it } from 'vitest';
import { withDateline } from './dateline.ts';

it.each([
  [
    'the place, in capitals',
    '<p>Warga berkumpul.</p>',
    'Pontianak',
    '<p><span class="dateline">PONTIANAK</span> – Warga berkumpul.</p>',
  ],
  ['not twice', '<p>PONTIANAK – Warga berkumpul.</p>', 'Pontianak', '<p>PONTIANAK – Warga berkumpul.</p>'],
  ['not without a place', '<p>Warga.</p>', undefined, '<p>Warga.</p>'],
  ['not into a list', '<ul><li>Warga</li></ul>', 'Pontianak', '<ul><li>Warga</li></ul>'],
  ['as text', '<p>Warga.</p>', '<b>&', '<p><span class="dateline">&lt;B&gt;&amp;</span> – Warga.</p>'],
])('the dateline stands before the text: %s', (_, html, tempat, expected) => {
  expect(withDateline(html, html.replace(/<[^>]+>/g, ''), tempat)).toBe(expected);
});
