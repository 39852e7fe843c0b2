import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appAccount } from '../local/accounts.ts';
import { announce, look } from './gate.ts';
import type { Client } from './read/client.ts';
import { boardMarker } from './read/marker.ts';
import { news, openNewsroom, place, type Newsroom } from './testing/newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.stop());

const branch = 'cms/berita/2026/11/kerja-bakti';
const folder = 'content/berita/2026/11/kerja-bakti';
const slug = 'kerja-bakti';

interface Entry {
  readonly jenis: string;
  readonly pull: number | null;
  readonly commit: string;
  readonly sidik: string;
  readonly sopVersion: string;
  readonly langkah: readonly { no: number; akun: number }[];
}
const ledger = async (number: number): Promise<Entry | null> => {
  const text = await room.read('paraf', `ledger/2026/11/${String(number).padStart(6, '0')}.json`);
  return text === null ? null : (JSON.parse(text) as Entry);
};
const antrean = async () =>
  JSON.parse((await room.read('paraf', 'antrean.json')) ?? '[]') as {
    pull: number;
    posisi: { langkah: number };
  }[];
const message = async (commit: string) => {
  const { data } = await room.app.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
    ...place,
    commit_sha: commit,
  });
  return (data as { message: string }).message;
};
const state = async (pull: number) => {
  const { data } = await room.app.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...place,
    pull_number: pull,
  });
  const { state: open, merged } = data as { state: string; merged: boolean };
  return merged ? 'merged' : open;
};

/** Opens, submits and approves an item; the gate has not looked yet. */
async function approved(): Promise<number> {
  const pull = await room.open('peliput', branch, news(slug));
  await room.submit('peliput', pull);
  await room.review('pengolah-satu', pull, 'APPROVE');
  return pull;
}

describe('one news item, from draft to ledger', () => {
  it('goes the whole way: submitted, returned, corrected, approved, merged, recorded, live', async () => {
    const pull = await room.open('peliput', branch, news(slug));
    expect((await room.look(pull)).title).toBe('Langkah 2 dari 4: menunggu Penyusun Bahan Informasi');

    await room.submit('peliput', pull);
    const waiting = 'Langkah 3 dari 4: menunggu Tim Pengolah Informasi';
    expect((await room.look(pull)).title).toBe(waiting);
    expect(await room.check(await room.head(branch))).toBe(`berjalan ${waiting}`);
    expect((await antrean()).map(({ pull: number, posisi }) => [number, posisi.langkah])).toEqual([
      [pull, 3],
    ]);

    await room.review('pengolah-satu', pull, 'REQUEST_CHANGES', 'Perbaiki angka di paragraf dua.');
    expect((await room.look(pull)).title).toBe('Langkah 2 dari 4: menunggu Penyusun Bahan Informasi');
    expect(await room.labels(pull)).toEqual(['decap-cms/draft']);

    await room.save('peliput', branch, news(slug, 'Warga membersihkan dua parit.'));
    await room.submit('peliput', pull);
    expect((await room.look(pull)).title).toBe(waiting);
    await room.review('pengolah-satu', pull, 'APPROVE');
    const signed = await room.head(branch);

    const done = await room.look(pull);
    expect(done.title).toBe('Sudah digabung, menunggu tayang');
    expect(done.recorded?.number).toBe(2);
    expect(await room.check(signed)).toBe('success Sudah digabung, menunggu tayang');
    expect(await room.labels(pull)).toEqual(['decap-cms/pending_publish']);
    expect((await room.comments(pull)).filter((body) => body.startsWith(boardMarker))).toHaveLength(1);

    const entry = await ledger(2);
    expect(entry).toMatchObject({ jenis: 'item', pull, commit: await room.head('main') });
    expect(entry?.langkah.map(({ no, akun }) => [no, akun])).toEqual([
      [1, 1003],
      [2, 1003],
      [3, 1005],
      [4, 1005],
    ]);
    expect(await message(await room.head('main'))).toContain(
      `Sidik: ${entry?.sidik ?? ''}\nParaf: 1 liput tim-peliputan 1003 `,
    );
    expect(await room.read('main', `${folder}/index.md`)).toContain('Warga membersihkan dua parit.');

    await announce(room.app, place, appAccount.id, { pull, path: folder, sidik: entry!.sidik });
    await announce(room.app, place, appAccount.id, { pull, path: folder, sidik: entry!.sidik });
    expect(await room.comments(pull)).toHaveLength(2);
    expect((await room.look(pull)).title).toBe('Selesai: sudah tayang');
    expect(await antrean()).toEqual([]);
  });

  it('changes nothing when looked at twice', async () => {
    const pull = await room.open('peliput', branch, news(slug));
    await room.submit('peliput', pull);
    for (const act of [() => Promise.resolve(0), () => room.review('pengolah-satu', pull, 'APPROVE')]) {
      await act();
      await room.look(pull);
      const before = [await room.head('paraf'), await room.head('main'), await room.comments(pull)];
      const again = await room.look(pull);
      expect(again.applied.map(({ kind, outcome }) => `${kind} ${outcome}`)).not.toContain(
        expect.stringContaining('dilakukan'),
      );
      expect(again.recorded).toBeNull();
      expect([await room.head('paraf'), await room.head('main'), await room.comments(pull)]).toEqual(before);
    }
  });

  it('writes the ledger entry once, also after a crash between merge and ledger', async () => {
    const pull = await approved();
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
    expect([await state(pull), await ledger(2)]).toEqual(['merged', null]);

    expect((await room.look(pull)).recorded?.number).toBe(2);
    expect((await room.look(pull)).recorded).toBeNull();
    expect(await ledger(2)).toMatchObject({ pull });
    expect(await ledger(3)).toBeNull();
  });

  it('survives two looks at the same time', async () => {
    const pull = await approved();
    const looks = await Promise.allSettled([room.look(pull), room.look(pull), room.look(pull)]);
    expect(looks.some(({ status }) => status === 'fulfilled')).toBe(true);
    await room.look(pull);
    expect(await ledger(2)).toMatchObject({ pull });
    expect(await ledger(3)).toBeNull();
  });

  it('opens a submitted item again when it was closed, and asks why', async () => {
    const pull = await room.open('peliput', branch, news(slug));
    await room.submit('peliput', pull);
    await room.as('peliput').request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...place,
      pull_number: pull,
      state: 'closed',
    });
    room.wait(1);
    expect((await room.look(pull)).title).toBe('Langkah 3 dari 4: menunggu Tim Pengolah Informasi');
    expect(await state(pull)).toBe('open');
    expect((await room.comments(pull)).filter((body) => body.includes('Mengapa ditutup?'))).toHaveLength(1);
  });

  it('brings a branch up to date when main has other content at its place, and asks for the signatures anew', async () => {
    await room.look(await approved());
    room.wait(60);
    const correction = 'cms/berita/2026/11/kerja-bakti-1';
    const picture = await room.open('peliput', correction, {
      [`${folder}/lapangan.png`]: Buffer.from('gambar'),
    });
    const text = await room.open('peliput', 'cms/berita/2026/11/kerja-bakti-2', {
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
    expect(done.title).toBe('Langkah 3 dari 4: menunggu Tim Pengolah Informasi');
    expect(await room.read(correction, `${folder}/index.md`)).toContain('Tiga parit.');
    expect(await state(picture)).toBe('open');

    room.wait(1);
    await room.submit('peliput', picture);
    await room.review('pengolah-dua', picture, 'APPROVE');
    expect((await room.look(picture)).title).toBe('Sudah digabung, menunggu tayang');
  });
});

describe('ways around', () => {
  it('publishes nothing by a label set by hand, and puts the label right', async () => {
    const pull = await room.open('peliput', branch, news(slug));
    await room.as('peliput').request('PUT /repos/{owner}/{repo}/issues/{issue_number}/labels', {
      ...place,
      issue_number: pull,
      labels: ['decap-cms/pending_publish'],
    });
    await room.look(pull);
    expect([await room.labels(pull), await state(pull)]).toEqual([['decap-cms/draft'], 'open']);
  });

  it('refuses an incomplete submission, and puts it back to draft so that the next one can be made', async () => {
    const pull = await room.open('peliput', branch, {
      ...news(slug),
      [`${folder}/index.md`]: String(news(slug)[`${folder}/index.md`]).replace(/kategori: .*\n/, ''),
    });
    await room.submit('peliput', pull);
    expect((await room.look(pull)).title).toBe('Langkah 2 dari 4: menunggu Penyusun Bahan Informasi');
    expect(await room.labels(pull)).toEqual(['decap-cms/draft']);
    expect((await room.comments(pull))[0]).toContain('memerlukan Berita (Narasi), yang belum ada');
  });

  it.each([
    ['by the author in words', 'peliput', 'COMMENT', '/paraf'],
    ['by a guest', 'tamu', 'APPROVE', ''],
    ['by another role', 'kepala-dinas', 'APPROVE', ''],
  ] as const)('counts no approval %s', async (_, login, event, body) => {
    const pull = await room.open('peliput', branch, news(slug));
    await room.submit('peliput', pull);
    await room.review(login, pull, event, body);
    expect((await room.look(pull)).title).toBe('Langkah 3 dari 4: menunggu Tim Pengolah Informasi');
    expect((await room.comments(pull))[0]).toContain('### Tercatat, tetapi tidak dihitung');
    expect(await state(pull)).toBe('open');
  });

  it('counts no approval of an older version', async () => {
    const pull = await room.open('peliput', branch, news(slug));
    await room.submit('peliput', pull);
    await room.review('pengolah-satu', pull, 'APPROVE');
    await room.save('peliput', branch, news(slug, 'Isi lain, sesudah disetujui.'));
    expect((await room.look(pull)).title).toBe('Langkah 3 dari 4: menunggu Tim Pengolah Informasi');
    expect([await state(pull), await ledger(2)]).toEqual(['open', null]);
  });

  it('lets a corrector who is named as co-author check, but not approve', async () => {
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
    expect((await room.look(pull)).title).toBe('Langkah 4 dari 4: menunggu Tim Pengolah Informasi');
    await room.review('pengolah-dua', pull, 'APPROVE');
    expect((await room.look(pull)).title).toBe('Sudah digabung, menunggu tayang');
  });

  it('fails what touches an item and the system at once, and merges it for nobody', async () => {
    const pull = await room.open('peliput', branch, { ...news(slug), 'content/situs.yml': 'nama: Lain\n' });
    await room.submit('peliput', pull);
    await room.review('pengolah-satu', pull, 'APPROVE');
    const done = await room.look(pull);
    expect(done.title).toBe(
      `Ditolak: Mengubah butir ${folder} sekaligus berkas sistem: content/situs.yml. Keduanya punya jalan persetujuan sendiri; pisahkan menjadi dua pull request.`,
    );
    expect(done.again).toBe(false);
    expect(await room.check(await room.head(branch))).toBe(`failure ${done.title}`);
    expect(await state(pull)).toBe('open');
  });

  it('fails what cannot be read, so that an old success does not stay', async () => {
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

describe('a change of the system', () => {
  const settings = { 'content/situs.yml': 'nama: Portal Contoh\n' };

  it('needs another code owner, is merged by the app, and recorded with its tree', async () => {
    const pull = await room.open('admin-ti-satu', 'ubah-nama', settings);
    expect((await room.look(pull)).title).toBe('Perubahan sistem: menunggu persetujuan pengelola sistem');
    await room.review('admin-ti-satu', pull, 'COMMENT', '/paraf');
    await room.review('pengolah-satu', pull, 'APPROVE');
    expect((await room.look(pull)).title).toBe('Perubahan sistem: menunggu persetujuan pengelola sistem');
    expect(await state(pull)).toBe('open');

    await room.review('admin-ti-dua', pull, 'APPROVE');
    const done = await room.look(pull);
    expect(done.title).toBe('Perubahan sistem: sudah digabung');
    expect(await ledger(2)).toMatchObject({ jenis: 'sistem', pull, disetujuiOleh: [1019] });
    const records = JSON.parse((await room.read('paraf', 'sistem.json')) ?? '[]') as Entry[];
    expect(records.map(({ pull: number, commit }) => [number, commit])).toEqual([
      [null, expect.any(String)],
      [pull, await room.head('main')],
    ]);
    expect((await room.look(pull)).recorded).toBeNull();
  });

  it('is approved anew after a push', async () => {
    const pull = await room.open('admin-ti-satu', 'ubah-nama', settings);
    await room.review('admin-ti-dua', pull, 'APPROVE');
    await room.save('admin-ti-satu', 'ubah-nama', { 'content/situs.yml': 'nama: Lain Lagi\n' });
    expect((await room.look(pull)).title).toBe('Perubahan sistem: menunggu persetujuan pengelola sistem');
    expect(await state(pull)).toBe('open');
  });

  it('leaves an open item under its SOP, but its roles to the present', async () => {
    const item = await room.open('peliput', branch, news(slug));
    await room.submit('peliput', item);
    await room.look(item);
    const sop = 'content/sop/penyebarluasan-informasi/index.md';
    const before = (await room.read('main', sop)) ?? '';
    const roles = (await room.read('main', 'content/pelaksana.yml')) ?? '';
    const change = await room.open('admin-ti-satu', 'ubah-sop', {
      [sop]: before.replace('nama: PENYEBARLUASAN INFORMASI', 'nama: PENYEBARAN INFORMASI'),
      // Nobody may check and approve any more but a new holder.
      'content/pelaksana.yml': roles.replace(
        /(- akun: 100[56]\n {2}peran: tim-pengolah-informasi\n {2}mulai: "2026-01-01"\n)/g,
        '$1  selesai: "2026-10-31"\n',
      ),
    });
    await room.review('admin-ti-dua', change, 'APPROVE');
    expect((await room.look(change)).title).toBe('Perubahan sistem: sudah digabung');

    await room.review('pengolah-satu', item, 'APPROVE');
    const done = await room.look(item);
    expect(done.title).toBe('Langkah 3 dari 4: menunggu Tim Pengolah Informasi');
    const [board] = await room.comments(item);
    expect(board).toContain('SOP PENYEBARLUASAN INFORMASI, versi');
    expect(board).toContain('tidak ada yang memegang peran Tim Pengolah Informasi');
  });
});
