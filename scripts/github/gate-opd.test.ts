import { afterAll, beforeAll, expect, it } from 'vitest';
import { look } from './gate.ts';
import { appAccount } from '../local/accounts.ts';
import { news, openNewsroom, place, type Files, type Newsroom } from './testing/newsroom.ts';

/** The office of an item is fixed when it is opened (R2). */
let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

const branch = 'cms/berita/11/pindah/index';
const inOffice = (opd: string): Files =>
  Object.fromEntries(
    Object.entries(news('pindah')).map(([path, content]) => [
      path,
      path.endsWith('.md') ? String(content).replace('dinas-kesehatan', opd) : content,
    ]),
  );

it('an office that is changed after the opening keeps the item from being merged, until it is changed back', async () => {
  const pull = await room.open('peliput', branch, inOffice('dinas-kesehatan'));
  await room.save('peliput', branch, inOffice('dinas-sosial'));
  await room.submit('peliput', pull);
  await room.review('pengolah-satu', pull, 'APPROVE');
  const seen = await look(room.app, place, pull, { now: () => room.server.store.now(), app: appAccount.id });
  expect(seen.title).toBe('Semua langkah diparaf, tetapi 1 hal perlu dibetulkan');
  const { data } = await room
    .as('peliput')
    .request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...place,
      issue_number: pull,
    });
  const bodies = (data as { body: string }[]).map(({ body }) => body).join('\n');
  expect(bodies).toContain(
    'Perangkat daerah diubah dari “dinas-kesehatan” menjadi “dinas-sosial” sesudah butir ini dibuka.',
  );

  await room.save('peliput', branch, inOffice('dinas-kesehatan'));
  expect((await room.look(pull)).title).not.toContain('perlu dibetulkan');
});
