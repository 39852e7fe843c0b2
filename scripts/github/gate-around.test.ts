import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appAccount } from '../local/accounts.ts';
import { look } from './gate.ts';
import type { Client } from './read/client.ts';
import { news, openNewsroom, place, type Newsroom } from './testing/newsroom.ts';
import { ledgerOf, stateOf } from './testing/records.ts';

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

describe('ways around', () => {
  it('publishes nothing by a label set by hand, and puts the label right', async () => {
    const { slug, branch } = fresh();
    const pull = await room.open('peliput', branch, news(slug));
    await room.as('peliput').request('PUT /repos/{owner}/{repo}/issues/{issue_number}/labels', {
      ...place,
      issue_number: pull,
      labels: ['decap-cms/pending_publish'],
    });
    await room.look(pull);
    expect([await room.labels(pull), await stateOf(room, pull)]).toEqual([['decap-cms/draft'], 'open']);
  });

  it('refuses an incomplete submission, and puts it back to draft so that the next one can be made', async () => {
    const { slug, branch, folder } = fresh();
    const pull = await room.open('peliput', branch, {
      ...news(slug),
      [`${folder}/index.md`]: String(news(slug)[`${folder}/index.md`]).replace(/kategori: .*\n/, ''),
    });
    await room.submit('peliput', pull);
    expect((await room.look(pull)).title).toMatch(
      /^Langkah 2 dari 4: menunggu Penyusun Bahan Informasi, tenggat /,
    );
    expect(await room.labels(pull)).toEqual(['decap-cms/draft']);
    expect((await room.comments(pull))[0]).toContain('memerlukan Berita (Narasi), yang belum ada');
  });

  it.each([
    ['by the author in words', 'peliput', 'COMMENT', '/paraf'],
    ['by a guest', 'tamu', 'APPROVE', ''],
    ['by another role', 'kepala-dinas', 'APPROVE', ''],
  ] as const)('counts no approval %s', async (_, login, event, body) => {
    const { slug, branch } = fresh();
    const pull = await room.open('peliput', branch, news(slug));
    await room.submit('peliput', pull);
    await room.review(login, pull, event, body);
    expect((await room.look(pull)).title).toMatch(
      /^Langkah 3 dari 4: menunggu Tim Pengolah Informasi, tenggat /,
    );
    expect((await room.comments(pull))[0]).toContain('### Tercatat, tetapi tidak dihitung');
    expect(await stateOf(room, pull)).toBe('open');
  });

  it('counts no approval of an older version', async () => {
    const { slug, branch } = fresh();
    const pull = await room.open('peliput', branch, news(slug));
    await room.submit('peliput', pull);
    await room.review('pengolah-satu', pull, 'APPROVE');
    await room.save('peliput', branch, news(slug, 'Isi lain, sesudah disetujui.'));
    expect((await room.look(pull)).title).toMatch(
      /^Langkah 3 dari 4: menunggu Tim Pengolah Informasi, tenggat /,
    );
    expect([await stateOf(room, pull), await ledgerOf(room)]).toMatchObject(['open', [{ jenis: 'sistem' }]]);
  });

  it('lets a corrector who is named as co-author check, but not approve', async () => {
    const { slug, branch } = fresh();
    const pull = await room.open('peliput', branch, news(slug));
    await room.save(
      'peliput',
      branch,
      news(slug, 'Ditulis berdua.'),
      'Simpan\n\nCo-authored-by: Pengolah <1005+pengolah-satu@users.noreply.github.com>',
    );
    await room.submit('peliput', pull);
    await room.save(
      'peliput',
      branch,
      news(slug, 'Ditulis berdua, lalu diubah.'),
      'Simpan\n\nCo-authored-by: Pengolah <1005+pengolah-satu@users.noreply.github.com>',
    );
    await room.review('pengolah-satu', pull, 'APPROVE');
    expect((await room.look(pull)).title).toMatch(
      /^Langkah 4 dari 4: menunggu Tim Pengolah Informasi, tenggat /,
    );
    await room.review('pengolah-dua', pull, 'APPROVE');
    expect((await room.look(pull)).title).toBe('Sudah digabung, menunggu tayang');
  });

  it('fails what touches an item and the system at once, and merges it for nobody', async () => {
    const { slug, branch, folder } = fresh();
    const pull = await room.open('peliput', branch, { ...news(slug), 'content/situs.yml': 'nama: Lain\n' });
    await room.submit('peliput', pull);
    await room.review('pengolah-satu', pull, 'APPROVE');
    const done = await room.look(pull);
    expect(done.title).toBe(
      `Ditolak: Mengubah butir ${folder} sekaligus berkas sistem: content/situs.yml. Keduanya punya jalan persetujuan sendiri; pisahkan menjadi dua pull request.`,
    );
    expect(done.again).toBe(false);
    expect(await room.check(await room.head(branch))).toBe(`failure ${done.title}`);
    expect(await stateOf(room, pull)).toBe('open');
  });

  it('fails what cannot be read, so that an old success does not stay', async () => {
    const { slug, branch } = fresh();
    const pull = await room.open('peliput', branch, news(slug));
    const deaf: Client = {
      graphql: () => Promise.resolve({ repository: { pullRequest: { number: 'satu' } } }),
      request: (route, parameters) => room.app.request(route, parameters),
    };
    const done = await look(deaf, place, pull, { now: room.now, app: appAccount.id });
    expect(done.again).toBe(true);
    expect(await room.check(await room.head(branch))).toBe('failure Tidak dapat dibaca');
  });
});
