import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appAccount } from '../local/accounts.ts';
import { currentSite } from '../publish/deploy.ts';
import { openGit } from '../publish/git.ts';
import { publish } from '../publish/publish.ts';
import { fakePages } from '../publish/testing/fake-pages.ts';
import { verify } from '../publish/verify.ts';
import { announce } from './gate.ts';
import { lookAtMain } from './main.ts';
import { news, openNewsroom, place, type Newsroom } from './testing/newsroom.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

const folder = 'content/berita/2026/11/kerja-bakti';

/** Pushes to `main` with Git itself, behind the server's back. */
function pushDirectly(path: string, text: string): void {
  const data = (value: string) => `data ${Buffer.byteLength(value)}\n${value}`;
  const stream = [
    'commit refs/heads/main',
    'committer @kepala-dinas | Admin <admin@contoh.example> 1793600000 +0000',
    data('Langsung saja'),
    'from refs/heads/main^0',
    `M 100644 inline ${path}`,
    data(text),
    '',
  ].join('\n');
  const done = spawnSync('git', [`--git-dir=${room.server.repository}`, 'fast-import', '--quiet'], {
    input: stream,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(done.stderr);
}

const publishNow = () =>
  publish({
    repoDir: room.server.repository,
    dataDir: join(room.dataDir, 'portal'),
    modules: '/tidak-dipakai',
    now: room.now,
    pages: fakePages,
    async onLive(entries) {
      for (const { pull, path, sidik } of entries)
        if (pull !== null) await announce(room.app, place, appAccount.id, { pull, path, sidik });
    },
  });

const shown = () => readFileSync(join(currentSite(join(room.dataDir, 'portal')) ?? '', 'index.html'), 'utf8');

const reports = async () => {
  const { data } = await room.app.request('GET /repos/{owner}/{repo}/issues', {
    ...place,
    state: 'all',
    labels: 'paraf-temuan',
  });
  return data as { title: string; body: string }[];
};

describe('from the last signature to the public page', () => {
  it('is live once approved, and finished once the app has said so', async () => {
    const pull = await room.open('peliput', 'cms/berita/2026/11/kerja-bakti', news('kerja-bakti'));
    await room.submit('peliput', pull);
    await room.review('pengolah-satu', pull, 'APPROVE');
    expect((await room.look(pull)).title).toBe('Sudah digabung, menunggu tayang');
    const done = await publishNow();
    expect(done).toMatchObject({ live: 1, findings: [] });
    expect(shown()).toContain('Warga membersihkan parit bersama petugas.');
    expect((await room.look(pull)).title).toBe('Selesai: sudah tayang');
  });

  it('publishes no direct push, of items or of code, and reports each once', async () => {
    const before = shown();
    pushDirectly('content/berita/2026/11/selundupan/index.md', 'Tidak disetujui.');
    pushDirectly('site/halaman.txt', 'disusupi');
    await publishNow();
    expect(shown()).toBe(before);

    const git = openGit(room.server.repository);
    const report = async () =>
      (await lookAtMain(room.app, place, appAccount.id, git, await verify(git))).reported.map(
        ({ code }) => code,
      );
    expect(await report()).toEqual(['sistem-belum-disetujui', 'belum-disetujui']);
    expect(await report()).toEqual([]);
    expect((await reports()).map(({ title }) => title)).toEqual([
      'Isi main tidak disetujui: sistem dan 1 lagi',
    ]);
    const [first] = await reports();
    expect(first?.body).toContain(
      '- Butir content/berita/2026/11/selundupan ada di main tanpa persetujuan, jadi tidak diterbitkan. Kembalikan main, lalu ajukan butirnya lewat Decap. Commit',
    );
    expect(first?.body).toContain('menurut Git oleh “@\u200bkepala-dinas \\| Admin”.');

    pushDirectly(`${folder}/index.md`, 'Diganti.');
    expect(await report()).toEqual(['bukan-yang-disetujui']);
    // One issue for all: it follows what is found.
    expect((await reports()).map(({ title }) => title)).toEqual([
      'Isi main tidak disetujui: sistem dan 2 lagi',
    ]);
    expect((await publishNow()).live).toBe(0);
  });
});
