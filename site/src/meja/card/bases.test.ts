import { expect, it } from 'vitest';
import { ev } from '../../../../scripts/core/testing/history.ts';
import type { Office } from '../office.ts';
import { basesOf } from './bases.ts';
import type { Card } from './open-card.ts';

const fields = [{ name: 'judul', label: 'Judul', kind: 'string' }] as const;
const office = { opd: {} } as Office;
const [writer, checker] = [1, 5];
const item = (judul: string) => ({ index: `---\njudul: ${judul}\n---\nIsi\n` });
const versions = new Map([
  ['c1', { sidik: 'a', ...item('Pertama') }],
  ['c2', { sidik: 'b', ...item('Kedua') }],
  ['c3', { sidik: 'c', ...item('Ketiga') }],
]);

/** An item with a history, whose present content is `c`. */
function card(published: string | null): Card {
  return {
    content: { data: { judul: 'Ketiga' }, body: 'Isi\n' },
    facts: { versions },
    reading: {
      events: [ev.opened(0, writer, 'a'), ev.sign(20, checker, 'b')],
      state: { sidik: 'c' },
    },
    published: published === null ? null : { data: { judul: published }, body: 'Isi\n' },
  } as unknown as Card;
}

it.each([
  ['who sees it for the first time', 9, null, null, 'awal: Pertama → Ketiga'],
  ['who saw the version before', 9, 'b', null, 'dilihat: Kedua → Ketiga; awal: Pertama → Ketiga'],
  [
    'who signed one version and saw another',
    checker,
    'a',
    null,
    'dilihat: Pertama → Ketiga; diparaf: Kedua → Ketiga; awal: Pertama → Ketiga',
  ],
  ['who saw this very version', 9, 'c', null, 'awal: Pertama → Ketiga'],
  ['a ralat', 9, null, 'Yang terbit', 'terbit: Yang terbit → Ketiga; awal: Pertama → Ketiga'],
  ['a ralat that takes nothing back', 9, null, 'Ketiga', 'awal: Pertama → Ketiga'],
])('%s is offered the right comparisons', (_, akun, seen, published, expected) => {
  const told = basesOf(card(published), fields, office, akun, seen).map(({ key, changes }) => {
    const runs = changes[0]?.runs ?? [];
    const words = (without: string) =>
      runs
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join('');
    return `${key}: ${words('tambah')} → ${words('hapus')}`;
  });
  expect(told.join('; ')).toBe(expected);
});
