import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from './read/client.ts';
import { readSettings } from './settings-check.ts';
import { openNewsroom, place, type Newsroom } from './testing/newsroom.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

/** A client that tells which trees were asked for to the bottom, and cuts one as GitHub cuts lists that are too long. */
function listening(cut: string | null): { readonly client: Client; readonly asked: unknown[] } {
  const asked: unknown[] = [];
  const client: Client = {
    graphql: (query, variables) => room.app.graphql(query, variables),
    async request(route, parameters) {
      const answer = await room.app.request(route, parameters);
      if (!route.includes('/git/trees/')) return answer;
      if (parameters['recursive'] !== undefined) asked.push(parameters['tree_sha']);
      const isCut = parameters['tree_sha'] === cut;
      return isCut ? { ...answer, data: { ...(answer.data as object), truncated: true } } : answer;
    },
  };
  return { client, asked };
}

it('settings are read without listing the items, and a cut list is a fault', async () => {
  const main = (await room.head('main')) ?? '';
  const { client, asked } = listening(null);
  const whole = await readSettings(client, place, main, []);
  expect([whole.issues, whole.aturan?.sops.size]).toEqual([[], readdirSync('content/sop').length]);
  // Only folders of settings are listed to the bottom: opd and sop, in this newsroom.
  expect(asked.length).toBe(2);
  expect(asked).not.toContain(main);

  // Another list of recorded rows, so that nothing is taken from memory.
  const cut = listening(String(asked.at(-1)));
  const row = {
    akun: 1,
    peran: 'x',
    mulai: '2026-01-01',
    jenis: 'definitif',
    jabatan: 'x',
    surat: 'x',
  } as const;
  const { issues } = await readSettings(cut.client, place, main, [row]);
  expect(issues.map(({ message }) => message)).toContain(
    'Daftar berkas commit ini terlalu panjang untuk dibaca utuh, jadi pengaturannya tidak dapat diperiksa.',
  );
});
