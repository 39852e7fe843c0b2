import { spawnSync } from 'node:child_process';
import type { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { folder, openArchive, type Archive, type Files } from '../testing/archive.ts';
import { verify } from '../verify.ts';
import { advance, type Advanced } from './advance.ts';
import { keepProven, provenBy, readProven, type Proven } from './proven.ts';
import { acts, good, pushed } from './testing/acts.ts';
import { openWorld, type World } from './testing/world.ts';

let archive: Archive;
let world: World;
let putBack: () => void;

const item = (slug: string, text = 'Isi.'): Files => ({
  [`${folder(slug)}/index.md`]: `---\njudul: ${slug}\n---\n\n${text}\n`,
});

beforeAll(() => {
  archive = openArchive();
  archive.merge(folder('s0'), item('s0'));
});
afterAll(() => archive.stop());
beforeEach(async () => {
  putBack = archive.mark();
  world = openWorld(archive.git);
  expect(await world.look()).toMatchObject({ kind: 'penuh' });
});
afterEach(() => {
  world.database.close();
  putBack();
});

const state = (database: DatabaseSync) => readProven(database) as Proven;

/** What came since the kept state; nothing is kept. */
async function told(): Promise<Advanced> {
  const { database } = world;
  const advanced = await advance(archive.git, database, state(database));
  if ('reason' in advanced) throw new Error(advanced.reason);
  return advanced;
}

describe('what came is judged by itself', () => {
  it('where the app did its work and somebody pushed to main, but for new systems and odd trees', async () => {
    const whole = ['approveSistem', 'approveOfficials', 'approveSop', 'collectionInPlaceOfFolder'];
    for (const [name, act] of Object.entries({ ...good, ...pushed })) {
      act(archive, 0, 1);
      const kind = whole.includes(name) ? 'penuh' : 'sebanding';
      expect({ name, ...(await world.look()) }).toMatchObject({ name, kind });
    }
  }, 60_000);

  it('and an address changes only where something else is published there', async () => {
    const first = archive.merge(folder('s0'), item('s0', 'Ralat.'));
    archive.commit('main', item('lain'));
    expect((await told()).changes).toMatchObject([{ path: folder('s0'), after: first }]);
    await world.look();
    archive.commit('main', item('s0', 'Disusupi.'));
    expect((await told()).changes).toEqual([{ path: folder('s0'), before: first, after: null }]);
    await world.look();
    archive.commit('main', item('s0', 'Ralat.'));
    expect((await told()).changes).toEqual([{ path: folder('s0'), before: null, after: first }]);
  });

  it('also a merge that was recorded only after a later publication', async () => {
    const commit = archive.commit('main', item('telat'));
    expect(await world.look()).toEqual({ kind: 'sebanding' });
    archive.approve(folder('telat'), { commit });
    expect(await world.look()).toEqual({ kind: 'sebanding' });
  });
});

describe('everything is looked at', () => {
  it.each([
    ['of a new system', 'approveSistem', 'Ada keadaan sistem yang baru dicatat.'],
    [
      'of a number that is not the next',
      'gap',
      'ledger/2026/11/000004.json bukan catatan nomor 3 di folder bulannya.',
    ],
    [
      'of a record that was changed',
      'changedEntry',
      'ledger/2026/11/000001.json di cabang paraf bukan hanya ditambahkan.',
    ],
    [
      'of a pull request with two entries',
      'samePull',
      'Pull request #11 dari ledger/2026/11/000003.json sudah pernah dicatat.',
    ],
  ])('because %s', async (_, name, reason) => {
    acts[name]!(archive, 0, 0);
    expect(await world.look()).toMatchObject({ reason });
  });

  it('because of who signed before their role was recorded', async () => {
    acts['approveOfficials']!(archive, 0, 0);
    await world.look();
    acts['signedByNewcomer']!(archive, 0, 0);
    expect(await world.look()).toEqual({ kind: 'sebanding' });
    acts['signedBeforeTheRoleWasRecorded']!(archive, 0, 0);
    expect(await world.look()).toMatchObject({
      kind: 'ditolak',
      reason: expect.stringContaining('akun 2000 tidak memegang peran tim-pengolah-informasi') as string,
    });
  });

  it('because main went on beside what was recorded', async () => {
    const tip = archive.git.commitOf('refs/heads/main') ?? '';
    acts['mainBySecondParent']!(archive, 0, 0);
    expect(await world.look()).toEqual({
      kind: 'ditolak',
      reason: `Cabang main tidak berlanjut dari ${tip}.`,
    });
  });

  it.each([
    ['main', 'Cabang main tidak berlanjut dari'],
    ['paraf', 'Cabang paraf tidak berlanjut dari'],
  ])('because the history of %s was written anew', async (branch, reason) => {
    archive.commit(branch, { 'antrean.json': '[1]' });
    await world.look();
    archive.set(branch, archive.git.text('rev-parse', `refs/heads/${branch}^`).trim());
    expect(await world.look()).toMatchObject({ reason: expect.stringContaining(reason) as string });
  });

  it('because what was kept cannot be relied on; afterwards it can', async () => {
    const damaged = 'Ingatan tentang keadaan yang pernah dibuktikan rusak.';
    const damages: readonly (readonly [string, string])[] = [
      ['DELETE FROM keadaan', 'Belum ada keadaan yang pernah dibuktikan di komputer ini.'],
      [`UPDATE keadaan SET nilai = ''`, damaged],
      [`UPDATE keadaan SET nilai = replace(nilai, '"peran":"tim-', '"peran":"')`, damaged],
      ['DELETE FROM buku WHERE nomor > 1', damaged],
      [
        `UPDATE buku SET oid = (SELECT oid FROM buku WHERE nomor = 1) WHERE nomor > 1`,
        `Ingatan tentang ${folder('s0')} tidak cocok dengan buku catatan.`,
      ],
    ];
    for (const [damage, reason] of damages) {
      archive.merge(folder('s0'), item('s0', damage));
      world.database.exec(damage);
      expect(await world.look()).toEqual({ kind: 'penuh', reason });
    }
    archive.merge(folder('s1'), item('s1'));
    expect(await world.look()).toEqual({ kind: 'sebanding' });
  }, 60_000);

  it.each([
    ['another program proved it', 'program', 'Keadaan terakhir dibuktikan oleh versi lain dari program ini.'],
    ['its commit is not here', 'main', `Cabang main tidak berlanjut dari ${'f'.repeat(40)}.`],
  ])('because %s', async (_, name, reason) => {
    keepProven(world.database, { ...state(world.database), [name]: 'f'.repeat(40) }, []);
    archive.commit('main', item('s0', 'Lain.'));
    expect(await world.look()).toEqual({ kind: 'penuh', reason });
  });
});

describe('a tree that Git itself would not write', () => {
  const write = (type: string, body: Buffer) => {
    const args = ['hash-object', '-w', '-t', type, '--literally', '--stdin'];
    const done = spawnSync('git', [`--git-dir=${archive.repoDir}`, ...args], {
      input: body,
      encoding: 'utf8',
    });
    return done.stdout.trim();
  };
  const line = (mode: string, name: string, oid: string) =>
    Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, 'hex')]);

  it.each<[string, (file: string, empty: string) => readonly Buffer[]]>([
    ['another mode for a file', (file) => [line('100664', 'index.md', file)]],
    ['one name twice', (file) => [line('100644', 'index.md', file), line('100644', 'index.md', file)]],
    ['a name with a slash', (file) => [line('100644', 'a/index.md', file)]],
    ['a name with a new line', (file) => [line('100644', 'a\nb', file), line('100644', 'index.md', file)]],
    ['a folder without files', (_file, empty) => [line('40000', 'kosong', empty)]],
    ['nothing', () => []],
  ])('with %s is told as looking at everything tells it', async (_, lines) => {
    const inItem = write(
      'tree',
      Buffer.concat(lines(write('blob', Buffer.from('Isi.')), write('tree', Buffer.alloc(0)))),
    );
    const month = write('tree', line('40000', 's0', inItem));
    const folders = ['11', '2026', 'berita'].reduce(
      (inner, name) => write('tree', line('40000', name, inner)),
      month,
    );
    const root = archive.git.tree('main').filter(({ path }) => path !== 'content');
    const content = archive.git.tree('main', { paths: ['content/'] });
    const treeOf = (entries: typeof root, cut: number, name: string, oid: string) =>
      write(
        'tree',
        Buffer.concat(
          [
            ...entries.filter(({ path }) => path.slice(cut) !== name),
            { mode: '40000', path: `${'x'.repeat(cut)}${name}`, oid },
          ]
            .map(({ mode, path, oid: id }) => ({
              name: path.slice(cut),
              bytes: line(mode.replace(/^0/, ''), path.slice(cut), id),
            }))
            .sort((a, b) => (a.name < b.name ? -1 : 1))
            .map(({ bytes }) => bytes),
        ),
      );
    const tree = treeOf(root, 0, 'content', treeOf(content, 'content/'.length, 'berita', folders));
    const parent = archive.git.commitOf('refs/heads/main') ?? '';
    const commit = write(
      'commit',
      Buffer.from(
        `tree ${tree}\nparent ${parent}\nauthor x <x@contoh.example> 1 +0000\ncommitter x <x@contoh.example> 1 +0000\n\nx\n`,
      ),
    );
    archive.set('main', commit);
    archive.approve(folder('s0'));
    await world.look();
    expect((await verify(archive.git)).main).toBe(commit);
  });
});

describe('what was proven is kept whole or not at all', () => {
  it('in the transaction of whoever makes something of it', async () => {
    const { database } = world;
    const before = state(database);
    archive.merge(folder('s1'), item('s1'));
    const { proven, entries } = await told();
    database.exec('BEGIN');
    keepProven(database, proven, entries);
    database.exec('ROLLBACK');
    expect(readProven(database)).toEqual(before);
    expect(await world.look()).toEqual({ kind: 'sebanding' });
  });

  it('and only where it follows what is kept', async () => {
    const { database } = world;
    archive.merge(folder('s1'), item('s1'));
    archive.merge(folder('s2'), item('s2'));
    const { proven, entries } = await told();
    const before = state(database);
    expect(() => keepProven(database, proven, entries.slice(1))).toThrow('do not follow');
    expect(() => keepProven(database, proven, [])).toThrow('do not follow');
    expect(readProven(database)).toEqual(before);
  });

  it('or forgotten, where the program cannot name itself', async () => {
    const { database } = world;
    const verification = await verify(archive.git);
    keepProven(database, null, verification.ledger);
    expect(readProven(database)).toHaveProperty('reason');
    keepProven(database, await provenBy(archive.git, verification), verification.ledger);
    expect(readProven(database)).toHaveProperty('main', verification.main);
  });
});
