import { expect, it } from 'vitest';
import { keptOutbox, outboxAfter, type OutboxEvent, type Pending } from './outbox.ts';

const pending: Omit<Pending, 'state'> = {
  id: 'a',
  pull: 7,
  judul: 'Kerja bakti',
  label: 'Setujui',
  akun: 3,
  sidik: 'x',
  event: 'APPROVE',
  body: 'Sidik: x',
  dibuat: '2026-11-02T08:00:00+07:00',
  sudahAda: [],
};
const add: OutboxEvent = { kind: 'tambah', pending };
const send: OutboxEvent = { kind: 'kirim', id: 'a' };
const lost: OutboxEvent = { kind: 'gagal', id: 'a', sebab: 'Tidak ada jaringan.' };
const stale: OutboxEvent = { kind: 'basi', id: 'a', sebab: 'Isinya berubah.' };

it.each([
  ['a tap is sent', [add], 'a mengirim'],
  [
    'a second tap on the same item adds nothing',
    [add, { kind: 'tambah', pending: { ...pending, id: 'b' } }],
    'a mengirim',
  ],
  ['what is being sent is not sent again', [add, send], 'a mengirim'],
  ['without a network it waits', [add, lost], 'a menunggu'],
  ['the person sends it again', [add, lost, send], 'a mengirim'],
  ['it has arrived', [add, { kind: 'sampai', id: 'a' }], ''],
  ['the person withdraws it', [add, lost, { kind: 'batal', id: 'a' }], ''],
  ['other content stands there now: it is never sent', [add, lost, send, stale, send], 'a basi'],
  [
    'another item, or another person, has an act of their own',
    [
      add,
      { kind: 'tambah', pending: { ...pending, id: 'b', pull: 8 } },
      { kind: 'tambah', pending: { ...pending, id: 'c', akun: 4 } },
    ],
    'a mengirim, b mengirim, c mengirim',
  ],
] as const)('%s', (_, events, expected) => {
  const list = (events as readonly OutboxEvent[]).reduce(outboxAfter, [] as readonly Pending[]);
  expect(list.map(({ id, state }) => `${id} ${state.kind}`).join(', ')).toBe(expected);
});

it.each([
  ['nothing was kept', null, []],
  ['rubbish was kept', '{', []],
  [
    'the page went away while it was sent',
    JSON.stringify([{ ...pending, state: { kind: 'mengirim' } }]),
    [{ ...pending, state: { kind: 'menunggu', sebab: 'Belum diketahui apakah sudah sampai.' } }],
  ],
])('%s', (_, text, expected) => {
  expect(keptOutbox(text)).toEqual(expected);
});
