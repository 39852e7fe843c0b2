import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNewsroom, news, type Newsroom } from './testing/newsroom.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

describe('one news item, from draft to ledger', () => {
  it('goes the whole way', async () => {
    const branch = 'cms/berita/2026/11/kerja-bakti';
    const pull = await room.open('peliput', branch, news('kerja-bakti'));
    console.log(await room.look(pull));
    console.log(await room.check(await room.head(branch)), await room.labels(pull));
    await room.submit('peliput', pull);
    console.log((await room.look(pull)).title, await room.labels(pull));
    await room.review('pengolah-satu', pull, 'REQUEST_CHANGES', 'Perbaiki angka di paragraf dua.');
    console.log((await room.look(pull)).title, await room.labels(pull));
    await room.save('peliput', branch, news('kerja-bakti', 'Warga membersihkan dua parit.'));
    await room.submit('peliput', pull);
    console.log((await room.look(pull)).title, await room.labels(pull));
    await room.review('pengolah-satu', pull, 'APPROVE');
    const result = await room.look(pull);
    console.log(JSON.stringify(result, null, 1));
    console.log((await room.comments(pull)).join('\n=====\n'));
    console.log(await room.read('paraf', 'ledger/2026/11/000002.json'));
    expect(result.title).toBe('');
  });
});
