import { encodePng } from '../example/png.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appAccount } from '../local/accounts.ts';
import { announce, look } from './gate.ts';
import type { Client } from './read/client.ts';
import { boardMarker } from './read/marker.ts';
import { news, openNewsroom, place, type Newsroom } from './testing/newsroom.ts';
import { antreanOf, entriesOf, ledgerOf, messageOf, stateOf } from './testing/records.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

/** A slug, a branch and a folder of its own for each test. */
let count = 0;
function fresh() {
  const slug = `kerja-bakti-${(count += 1)}`;
  return { slug, branch: `cms/berita/2026/11/${slug}`, folder: `content/berita/2026/11/${slug}` };
}

/** Opens, submits and approves an item; the gate has not looked yet. */
async function approved(slug: string, branch: string): Promise<number> {
  const pull = await room.open('peliput', branch, news(slug));
  await room.submit('peliput', pull);
  await room.review('pengolah-satu', pull, 'APPROVE');
  return pull;
}

describe('one news item, from draft to ledger', () => {
  it('goes the whole way: submitted, returned, corrected, approved, merged, recorded, live', async () => {
    const { slug, branch, folder } = fresh();
    const pull = await room.open('peliput', branch, news(slug));
    expect((await room.look(pull)).title).toBe(
      'Langkah 2 dari 4: menunggu Penyusun Bahan Informasi, tenggat Sen 02/11/2026 09.00 WIB',
    );

    await room.submit('peliput', pull);
    const waiting = 'Langkah 3 dari 4: menunggu Tim Pengolah Informasi, tenggat Sen 02/11/2026 08.30 WIB';
    expect((await room.look(pull)).title).toBe(waiting);
    expect(await room.check(await room.head(branch))).toBe(`berjalan ${waiting}`);
    expect(await antreanOf(room)).toEqual([[pull, 3]]);

    await room.review('pengolah-satu', pull, 'REQUEST_CHANGES', 'Perbaiki angka di paragraf dua.');
    expect((await room.look(pull)).title).toMatch(
      /^Langkah 2 dari 4: menunggu Penyusun Bahan Informasi, tenggat /,
    );
    expect(await room.labels(pull)).toEqual(['decap-cms/draft']);

    await room.save('peliput', branch, news(slug, 'Warga membersihkan dua parit.'));
    await room.submit('peliput', pull);
    expect((await room.look(pull)).title).toBe(waiting);
    await room.review('pengolah-satu', pull, 'APPROVE');
    const signed = await room.head(branch);

    const done = await room.look(pull);
    expect(done.title).toBe('Sudah digabung, menunggu tayang');
    const entry = (await ledgerOf(room)).at(-1);
    expect(done.recorded?.number).toBe(entry?.number);
    expect(await room.check(signed)).toBe('success Sudah digabung, menunggu tayang');
    expect(await room.labels(pull)).toEqual(['decap-cms/pending_publish']);
    expect((await room.comments(pull)).filter((body) => body.startsWith(boardMarker))).toHaveLength(1);

    expect(entry).toMatchObject({ jenis: 'item', pull, commit: await room.head('main') });
    expect(entry?.langkah.map(({ no, akun }) => [no, akun])).toEqual([
      [1, 1003],
      [2, 1003],
      [3, 1005],
      [4, 1005],
    ]);
    expect(await messageOf(room, await room.head('main'))).toContain(
      `Sidik: ${entry?.sidik ?? ''}\nParaf: 1 liput tim-peliputan 1003 `,
    );
    expect(await room.read('main', `${folder}/index.md`)).toContain('Warga membersihkan dua parit.');

    await announce(room.app, place, appAccount.id, { pull, path: folder, sidik: entry!.sidik });
    await announce(room.app, place, appAccount.id, { pull, path: folder, sidik: entry!.sidik });
    expect(await room.comments(pull)).toHaveLength(2);
    expect((await room.look(pull)).title).toBe('Selesai: sudah tayang');
    expect(await antreanOf(room)).toEqual([[pull, null]]);
  });

  it('changes nothing when looked at twice', async () => {
    const { slug, branch } = fresh();
    const pull = await room.open('peliput', branch, news(slug));
    await room.submit('peliput', pull);
    for (const act of [() => Promise.resolve(0), () => room.review('pengolah-satu', pull, 'APPROVE')]) {
      await act();
      await room.look(pull);
      const before = [await room.head('paraf'), await room.head('main'), await room.comments(pull)];
      // Nor does the running clock write anything.
      room.wait(300);
      const again = await room.look(pull);
      expect(again.applied.map(({ outcome }) => outcome)).toEqual(again.applied.map(() => 'sama'));
      expect(again.recorded).toBeNull();
      expect([await room.head('paraf'), await room.head('main'), await room.comments(pull)]).toEqual(before);
    }
  });

  it('writes the ledger entry once, also after a crash between merge and ledger', async () => {
    const { slug, branch } = fresh();
    const pull = await approved(slug, branch);
    let isMerged = false;
    const crashing: Client = {
      graphql: (query, variables) =>
        isMerged ? Promise.reject(new Error('mati listrik')) : room.app.graphql(query, variables),
      async request(route, parameters) {
        const response = await room.app.request(route, parameters);
        isMerged ||= route.endsWith('/merge');
        return response;
      },
    };
    await expect(look(crashing, place, pull, { now: room.now, app: appAccount.id })).rejects.toThrow(
      'mati listrik',
    );
    expect([await stateOf(room, pull), await entriesOf(room, pull)]).toEqual(['merged', []]);

    const before = await ledgerOf(room);
    expect((await room.look(pull)).recorded?.number).toBe(before.length + 1);
    expect((await room.look(pull)).recorded).toBeNull();
    expect(await ledgerOf(room)).toMatchObject([...before, { pull, number: before.length + 1 }]);
  });

  it('survives two looks at the same time', async () => {
    const { slug, branch } = fresh();
    const pull = await approved(slug, branch);
    const looks = await Promise.allSettled([room.look(pull), room.look(pull), room.look(pull)]);
    expect(looks.some(({ status }) => status === 'fulfilled')).toBe(true);
    await room.look(pull);
    expect(await entriesOf(room, pull)).toHaveLength(1);
  });

  it('opens a submitted item again when it was closed, and asks why', async () => {
    const { slug, branch } = fresh();
    const pull = await room.open('peliput', branch, news(slug));
    await room.submit('peliput', pull);
    await room.as('peliput').request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...place,
      pull_number: pull,
      state: 'closed',
    });
    room.wait(1);
    expect((await room.look(pull)).title).toMatch(
      /^Langkah 3 dari 4: menunggu Tim Pengolah Informasi, tenggat /,
    );
    expect(await stateOf(room, pull)).toBe('open');
    expect((await room.comments(pull)).filter((body) => body.includes('Mengapa ditutup?'))).toHaveLength(1);
  });

  it('publishes no picture that is none, whoever signs it', async () => {
    const { slug, branch, folder } = fresh();
    const bad = { ...news(slug), [`${folder}/lapangan.png`]: Buffer.from('bukan gambar') };
    const pull = await room.open('peliput', branch, bad);
    await room.submit('peliput', pull);
    await room.review('pengolah-satu', pull, 'APPROVE');
    room.wait(1);
    const { title } = await room.look(pull);
    expect(title).toBe('Semua langkah diparaf, tetapi 1 hal perlu dibetulkan');
    expect(await stateOf(room, pull)).toBe('open');
    const [pinned] = await room.comments(pull);
    expect(pinned).toContain('lapangan.png');
  });

  it('brings a branch up to date when main has other content at its place, and asks for the signatures anew', async () => {
    const { slug, branch, folder } = fresh();
    await room.look(await approved(slug, branch));
    room.wait(60);
    const correction = `${branch}-foto`;
    const picture = await room.open('peliput', correction, {
      [`${folder}/lapangan.png`]: Buffer.from(encodePng(2, 1, new Uint8Array(6))),
    });
    const text = await room.open('peliput', `${branch}-teks`, {
      [`${folder}/index.md`]: news(slug, 'Tiga parit.')[`${folder}/index.md`]!,
    });
    for (const pull of [picture, text]) {
      await room.submit('peliput', pull);
      await room.review('pengolah-satu', pull, 'APPROVE');
    }
    expect((await room.look(text)).title).toBe('Sudah digabung, menunggu tayang');
    room.wait(1);
    const done = await room.look(picture);
    expect(done.applied).toContainEqual({ kind: 'updateBranch', outcome: 'dilakukan' });
    expect(done.title).toMatch(/^Langkah 3 dari 4: menunggu Tim Pengolah Informasi, tenggat /);
    expect(await room.read(correction, `${folder}/index.md`)).toContain('Tiga parit.');
    expect(await stateOf(room, picture)).toBe('open');

    room.wait(1);
    await room.submit('peliput', picture);
    await room.review('pengolah-dua', picture, 'APPROVE');
    expect((await room.look(picture)).title).toBe('Sudah digabung, menunggu tayang');
  });
});
