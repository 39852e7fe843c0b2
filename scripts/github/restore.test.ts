import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appAccount } from '../local/accounts.ts';
import { git } from '../local/git/command.ts';
import { openGit } from '../publish/git.ts';
import { verify } from '../publish/verify.ts';
import { look } from './gate.ts';
import { lookAtMain } from './main.ts';
import type { Client } from './read/client.ts';
import { news, openNewsroom, place, type Files, type Newsroom } from './testing/newsroom.ts';
import { antreanOf, entriesOf, ledgerOf, messageOf, stateOf } from './testing/records.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.stop());

const slug = 'kerja-bakti';
const branch = `cms/berita/2026/11/${slug}`;
const folder = `content/berita/2026/11/${slug}`;

/** An admin pushes a commit to `main` with Git, past the server and its rules. */
async function push(commit: string): Promise<void> {
  await git(room.server.repository, ['update-ref', 'refs/heads/main', commit]);
  await room.server.look();
  room.wait(1);
}

/** Opens and submits an item; the gate has looked. */
async function submitted(files: Files = news(slug)): Promise<number> {
  const pull = await room.open('peliput', branch, files);
  await room.submit('peliput', pull);
  await room.look(pull);
  return pull;
}

/** Publishes an item by its ordinary way. */
async function published(files: Files = news(slug)): Promise<number> {
  const pull = await submitted(files);
  await room.review('pengolah-satu', pull, 'APPROVE');
  expect((await room.look(pull)).title).toBe('Sudah digabung, menunggu tayang');
  room.wait(1);
  return pull;
}

/** Looks at a pull request and at whatever must be looked at because of it; their titles. */
async function settle(pull: number): Promise<[number, string][]> {
  const seen: [number, string][] = [];
  const waiting = [pull];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const done = await room.look(next);
    room.wait(1);
    seen.push([next, done.title]);
    waiting.push(...done.next);
    if (seen.length > 8) throw new Error('the looks never end');
  }
  return seen;
}

const findings = async () => {
  const repository = openGit(room.server.repository);
  const seen = await lookAtMain(room.app, place, appAccount.id, repository, await verify(repository));
  return seen.findings.map(({ message }) => message);
};

const reports = async () => {
  const { data } = await room.app.request('GET /repos/{owner}/{repo}/issues', {
    ...place,
    state: 'all',
    labels: 'paraf-temuan',
  });
  return (data as { title: string; body: string }[]).map(({ title, body }) => ({ title, body }));
};

const pulls = async () => {
  const { data } = await room.app.request('GET /repos/{owner}/{repo}/pulls', { ...place, state: 'all' });
  return data as { number: number; title: string; body: string; head: { ref: string } }[];
};

const branches = async () => {
  const { data } = await room.app.request('GET /repos/{owner}/{repo}/branches', { ...place });
  return (data as { name: string }[]).map(({ name }) => name);
};

const unapproved =
  'Pelanggaran: Digabung tanpa persetujuan yang lengkap atas isi ini. Tidak diterbitkan; penggabungannya dibatalkan dengan pull request baru.';
const restored = 'Pemulihan: sudah digabung';

describe('a merge that nobody ordered', () => {
  it('is reported, undone by a pull request of the app, and the item starts again', async () => {
    const pull = await submitted();
    const before = await ledgerOf(room);
    await push(await room.head(branch));
    expect(await stateOf(room, pull)).toBe('merged');

    const undo = pull + 2;
    expect(await settle(pull)).toEqual([
      [pull, unapproved],
      [undo, restored],
      [pull, unapproved],
    ]);
    expect(await room.read('main', `${folder}/index.md`)).toBeNull();
    expect([await findings(), await ledgerOf(room), await antreanOf(room)]).toEqual([[], before, []]);
    expect(await branches()).toEqual(['main', 'paraf']);
    expect(await messageOf(room, await room.head('main'))).toBe(
      `Pulihkan berita ${slug} (#${undo})\n\nButir: ${folder}\nDipulihkan-Ke: tidak ada\nMembatalkan: #${pull}\nPull-Request: ${undo}`,
    );
    const [made] = await pulls();
    expect([made?.number, made?.title, made?.head.ref]).toEqual([
      undo,
      `Pulihkan berita ${slug}: #${pull} digabung di luar alur`,
      `pulihkan/${pull}`,
    ]);
    expect(made?.body).toBe(`<!-- paraf:pulihkan-${pull} -->
Pull request #${pull} digabung ke main di luar alur: isinya belum diparaf lengkap, atau ada yang harus dibetulkan, jadi tidak diterbitkan.

Folder \`${folder}\` dikeluarkan dari main, karena menurut buku catatan belum ada isinya yang disetujui, atau sudah dicabut.

Tidak ada isi baru di sini, jadi tidak perlu paraf: Paraf mencocokkan sidiknya dengan buku catatan, lalu menggabungkannya sendiri. Jangan menambah apa pun di cabang ini; yang ditambahkan akan diganti lagi.

Sesudah itu butirnya dapat dimulai lagi: Pengumpul Data/Tim Peliputan atau Penyusun Bahan Informasi membuka pull request baru dari Decap, dengan alamat yang sama. Isi yang tidak jadi terbit tetap dapat dibaca di #${pull}.`);
    const [report] = await reports();
    expect(report?.title).toBe(`Pelanggaran pada #${pull}: penggabungan di luar alur`);
    expect(report?.body).toContain(
      `Aplikasi Paraf membatalkannya sendiri dengan pull request dari cabang \`pulihkan/${pull}\`.`,
    );

    const again = await published();
    expect(await entriesOf(room, again)).toHaveLength(1);
    expect(await findings()).toEqual([]);
    expect(await settle(pull)).toEqual([[pull, unapproved]]);
    expect(await settle(undo)).toEqual([
      [undo, restored],
      [pull, unapproved],
    ]);
    expect([await findings(), await reports()]).toEqual([[], [report]]);
    expect((await pulls()).map(({ number }) => number)).toEqual([again, undo, pull]);
  });

  it('brings back what was signed last, byte for byte, and what was published stays so', async () => {
    const first = await published();
    const [entry] = await entriesOf(room, first);
    const pull = await submitted({
      [`${folder}/index.md`]: news(slug, 'Isi yang belum disetujui.')[`${folder}/index.md`]!,
      [`${folder}/lampiran.txt`]: 'Selundupan.',
    });
    await push(await room.head(branch));
    expect((await findings())[0]).toContain('bukan yang terakhir disetujui');

    const seen = await settle(pull);
    expect(seen.map(([, title]) => title)).toEqual([unapproved, restored, unapproved]);
    expect(await findings()).toEqual([]);
    expect(await ledgerOf(room)).toMatchObject([{ jenis: 'sistem' }, { pull: first }]);
    expect(await messageOf(room, await room.head('main'))).toContain(`Dipulihkan-Ke: ${entry?.sidik ?? ''}`);
    const repository = openGit(room.server.repository);
    expect((await verify(repository)).live.map(({ sidik }) => sidik)).toEqual([entry?.sidik]);

    const correction = await submitted({
      [`${folder}/index.md`]: news(slug, 'Kali ini disetujui.')[`${folder}/index.md`]!,
    });
    await room.review('pengolah-satu', correction, 'APPROVE');
    await room.look(correction);
    expect(await room.read('main', `${folder}/index.md`)).toContain('Kali ini disetujui.');
    expect(await findings()).toEqual([]);
  });

  it('changes nothing when looked at twice, and goes on after a crash between opening and merging', async () => {
    const pull = await submitted();
    await push(await room.head(branch));
    const crashing: Client = {
      graphql: (query, variables) => room.app.graphql(query, variables),
      async request(route, parameters) {
        const response = await room.app.request(route, parameters);
        if (route === 'POST /repos/{owner}/{repo}/pulls') throw new Error('mati listrik');
        return response;
      },
    };
    await expect(look(crashing, place, pull, { now: room.now, app: appAccount.id })).rejects.toThrow(
      'mati listrik',
    );
    const opened = await pulls();
    const undo = opened[0]!.number;
    for (const _ of [1, 2]) {
      const again = await room.look(pull);
      expect(again.applied.map(({ outcome }) => outcome)).toEqual(again.applied.map(() => 'sama'));
      expect(again.next).toEqual([undo]);
    }
    expect(await pulls()).toEqual(opened);
    expect(await stateOf(room, undo)).toBe('open');

    await settle(undo);
    expect([await stateOf(room, undo), await findings()]).toEqual(['merged', []]);
    const done = await room.look(undo);
    expect(done.applied.map(({ outcome }) => outcome)).toEqual(done.applied.map(() => 'sama'));
    expect(await reports()).toHaveLength(1);
  });

  it('of signed content is reported, recorded and published all the same', async () => {
    const pull = await submitted();
    await room.review('pengolah-satu', pull, 'APPROVE');
    const head = await room.head(branch);
    await push(head);
    const done = await settle(pull);
    expect(done).toEqual([
      [
        pull,
        'Pelanggaran: Isi yang disetujui digabung bukan oleh aplikasi Paraf. Isinya boleh terbit; penggabungannya dilaporkan.',
      ],
    ]);
    expect(await entriesOf(room, pull)).toMatchObject([{ jenis: 'item', commit: head }]);
    expect(await findings()).toEqual([]);
    expect((await pulls()).map(({ number }) => number)).toEqual([pull]);
    const [report] = await reports();
    expect(report?.body).toContain(
      'Isinya sama dengan yang diparaf semua pihak, jadi tetap terbit dan tidak perlu dikembalikan.',
    );
    expect(await branches()).toEqual(['main', 'paraf']);
  });

  it('of signed content with a fault is undone: a push is no way around the checks', async () => {
    const pull = await submitted({ ...news(slug), [`${folder}/lapangan.png`]: Buffer.from('bukan gambar') });
    await room.review('pengolah-satu', pull, 'APPROVE');
    await push(await room.head(branch));
    await settle(pull);
    expect([await entriesOf(room, pull), await findings()]).toEqual([[], []]);
    expect(await room.read('main', `${folder}/index.md`)).toBeNull();
    expect((await reports())[0]?.body).toContain('hal yang harus dibetulkan lebih dahulu');
  });

  it('makes nobody free to approve what they wrote, because their commits lie on main now', async () => {
    const message = 'Simpan\n\nCo-authored-by: Pengolah <1005+pengolah-satu@users.noreply.github.com>';
    const pull = await room.open('peliput', branch, news(slug));
    await room.submit('peliput', pull);
    await room.save('peliput', branch, news(slug, 'Ditulis berdua.'), message);
    await room.review('pengolah-satu', pull, 'APPROVE');
    await push(await room.head(branch));
    expect((await room.look(pull)).title).toBe(unapproved);
    expect(await entriesOf(room, pull)).toEqual([]);
  });
});

describe('a pull request that the app opened', () => {
  /** The undo of an unsigned merge, opened and not looked at yet. */
  async function undoing(): Promise<{ pull: number; undo: number; ref: string }> {
    const pull = await submitted();
    await push(await room.head(branch));
    const [undo] = (await room.look(pull)).next;
    room.wait(1);
    return { pull, undo: undo!, ref: `pulihkan/${pull}` };
  }

  it('is not let through when it brings something else, and is made anew', async () => {
    const { undo, ref } = await undoing();
    await room.save('peliput', ref, { [`${folder}/index.md`]: 'Selundupan.' });
    const done = await room.look(undo);
    expect(done.title).toBe(
      'Langkah 1 dari 4: menunggu Pengumpul Data/Tim Peliputan atau Penyusun Bahan Informasi, tenggat Sen 02/11/2026 10.00 WIB (1 hal perlu dibetulkan)',
    );
    expect(await stateOf(room, undo)).toBe('open');
    expect(await room.check(await room.head(ref))).toMatch(/^berjalan Langkah 1/);

    await settle(undo);
    expect([await stateOf(room, undo), await findings()]).toEqual(['merged', []]);
  });

  it('is not let through when it touches the system as well', async () => {
    const { undo, ref } = await undoing();
    await room.save('peliput', ref, { 'content/situs.yml': 'nama: Lain\n' });
    const done = await room.look(undo);
    expect(done.title).toContain('Ditolak: Mengubah butir');
    expect(await stateOf(room, undo)).toBe('open');
    await settle(undo);
    expect(await room.read('main', 'content/situs.yml')).not.toContain('nama: Lain\n');
    expect(await findings()).toEqual([]);
  });

  it('is opened again when a person closes it', async () => {
    const { undo, pull } = await undoing();
    await room.as('admin-ti-satu').request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...place,
      pull_number: undo,
      state: 'closed',
    });
    room.wait(1);
    const seen = await settle(undo);
    expect(seen.map(([number]) => number)).toEqual([undo, pull, undo + 1, pull]);
    expect(await findings()).toEqual([]);
  });

  it('is an item like all others when it restores nothing', async () => {
    const pull = await room.open('app', 'pulihkan/99', news(slug));
    expect((await room.look(pull)).title).toMatch(/^Langkah \d dari 4/);
    expect(await stateOf(room, pull)).toBe('open');
  });

  it.each([
    ['nobody but the app can restore by this way', 'peliput'],
    ['nor a code owner', 'admin-ti-satu'],
  ])('%s', async (_, login) => {
    await published();
    const pull = await submitted({ [`${folder}/lapangan.png`]: Buffer.from('lain') });
    await push(await room.head(branch));
    const restoring = await room.open(login, `pulihkan/${pull}`, {
      [`${folder}/lapangan.png`]: news(slug)[`${folder}/lapangan.png`]!,
    });
    expect((await room.look(restoring)).title).toMatch(/^Langkah \d dari 4/);
    expect(await stateOf(room, restoring)).toBe('open');
  });
});
