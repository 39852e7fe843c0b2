import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folder, openArchive, type Archive } from './testing/archive.ts';
import { treeId } from './tree.ts';
import { sistemSidikAt, verify } from './verify.ts';

let archive: Archive;
beforeEach(() => {
  archive = openArchive();
});
afterEach(() => archive.stop());

const item = (slug: string, text = 'Isi.') => ({ [`${folder(slug)}/index.md`]: text });

/** Slugs of the live items, and what was found. */
async function told() {
  const { live, findings } = await verify(archive.git);
  return {
    live: live.map(({ path }) => path.split('/').at(-1)),
    findings: findings.map(({ code, path }) => `${code} ${path}`),
  };
}

describe('what is live', () => {
  it('is what the ledger says, and nothing else on main', async () => {
    archive.commit('main', { ...item('satu'), ...item('dua') });
    archive.approve(folder('satu'));
    expect(await told()).toEqual({ live: ['satu'], findings: [`belum-disetujui ${folder('dua')}`] });
  });

  it('is not what somebody changed afterwards', async () => {
    archive.commit('main', item('satu'));
    archive.approve(folder('satu'));
    archive.commit('main', item('satu', 'Diubah langsung di main.'));
    expect(await told()).toEqual({ live: [], findings: [`bukan-yang-disetujui ${folder('satu')}`] });
  });

  it('is not an older approved version that was pushed back', async () => {
    archive.commit('main', item('satu', 'Lama.'));
    archive.approve(folder('satu'));
    archive.commit('main', item('satu', 'Baru.'));
    archive.approve(folder('satu'));
    expect(await told()).toEqual({ live: ['satu'], findings: [] });
    archive.commit('main', item('satu', 'Lama.'));
    expect(await told()).toEqual({ live: [], findings: [`bukan-yang-disetujui ${folder('satu')}`] });
  });

  it('is not a copy of approved content at another address', async () => {
    archive.commit('main', { ...item('satu'), ...item('dua') });
    archive.approve(folder('satu'));
    expect((await told()).live).toEqual(['satu']);
  });

  it('is not what was withdrawn', async () => {
    archive.commit('main', item('satu'));
    archive.approve(folder('satu'));
    archive.withdraw(folder('satu'));
    expect(await told()).toEqual({ live: [], findings: [] });
    archive.commit('main', item('satu', 'Muncul lagi.'));
    expect(await told()).toEqual({ live: [], findings: [`sudah-dicabut ${folder('satu')}`] });
  });

  it.each([
    ['a name that Windows cuts', 'index.md.'],
    ['a name that Windows takes for a stream', 'foto.png:lain'],
    ['a name that differs from another in case alone', 'INDEX.md'],
    ['the name of a device', 'aux.png'],
  ])('is not %s, whoever approved it', async (_, name) => {
    archive.commit('main', { ...item('satu'), ...item('dua'), [`${folder('satu')}/${name}`]: 'Lain.' });
    archive.approve(folder('satu'));
    archive.approve(folder('dua'));
    expect(await told()).toEqual({ live: ['dua'], findings: [`bukan-berkas-biasa ${folder('satu')}`] });
  });

  it('is not other bytes that somebody put in the place of approved ones', async () => {
    archive.commit('main', item('satu'));
    archive.approve(folder('satu'));
    archive.commit('cms/berita/lain', item('satu', 'Palsu.'));
    const oid = (branch: string) =>
      archive.git.tree(`refs/heads/${branch}`, { paths: [`${folder('satu')}/index.md`] })[0]!.oid;
    const [approved, forged] = [oid('main'), oid('cms/berita/lain')];
    archive.replace(approved, forged);
    for await (const bytes of archive.git.blobs([approved])) expect(bytes?.toString()).toBe('Isi.');
  });

  it('is not a symbolic link, whoever approved it', async () => {
    archive.commit('main', { ...item('satu'), [`${folder('satu')}/foto.png`]: { link: '/etc/passwd' } });
    archive.approve(folder('satu'));
    expect(await told()).toEqual({ live: [], findings: [`bukan-berkas-biasa ${folder('satu')}`] });
  });

  it('tells of approved items that are gone, and of files that belong nowhere', async () => {
    archive.commit('main', { ...item('satu'), 'content/berita/catatan.md': 'x' });
    archive.approve(folder('satu'));
    archive.commit('main', { [`${folder('satu')}/index.md`]: null });
    expect(await told()).toEqual({
      live: [],
      findings: ['tersesat content/berita/catatan.md', `hilang ${folder('satu')}`],
    });
  });

  it('tells of a system that nobody approved, and keeps the approved one', async () => {
    const before = await verify(archive.git);
    archive.commit('main', { 'site/halaman.txt': 'disusupi' });
    const after = await verify(archive.git);
    expect(after.findings).toMatchObject([{ code: 'sistem-belum-disetujui' }]);
    expect(after.sistem.commit).toBe(before.sistem.commit);
  });
});

describe('what cannot be trusted stops everything', () => {
  it.each<[string, Record<string, string | null>, string]>([
    [
      'a gap in the numbers',
      { 'ledger/2026/11/000003.json': '{}' },
      'Buku catatan terputus: ledger/2026/11/000003.json bukan nomor 2. Pulihkan cabang paraf dari riwayatnya; tidak ada yang diterbitkan sampai utuh.',
    ],
    [
      'an entry that is no JSON',
      { 'ledger/2026/11/000002.json': '{' },
      'Catatan ledger/2026/11/000002.json bukan JSON yang utuh. Pulihkan cabang paraf dari riwayatnya.',
    ],
    [
      'an entry of another shape',
      { 'ledger/2026/11/000002.json': '{"jenis":"item"}' },
      'Catatan ledger/2026/11/000002.json tidak sesuai bentuknya (versi). Pulihkan cabang paraf dari riwayatnya.',
    ],
    [
      'a missing entry',
      { 'ledger/2026/11/000001.json': null, 'ledger/2026/11/000002.json': '{}' },
      'Buku catatan terputus: ledger/2026/11/000002.json bukan nomor 1. Pulihkan cabang paraf dari riwayatnya; tidak ada yang diterbitkan sampai utuh.',
    ],
    [
      'a broken record of the system',
      { 'sistem.json': '[]' },
      'Catatan sistem tidak sesuai bentuknya (✖ Too small: expected array to have >=1 items). Pulihkan dari riwayat cabang paraf.',
    ],
  ])('%s', async (_, files, message) => {
    archive.commit('paraf', files);
    await expect(verify(archive.git)).rejects.toThrow(message);
  });
});

describe('tree ids', () => {
  it('are those of Git, in Git’s order of names', () => {
    archive.commit('main', { 'a.txt': '1', 'a/x': '2', 'a-b': '3', 'é/y': '4', a0: '5' });
    const lines = archive.git
      .tree('main')
      .map(({ mode, path, oid }) => ({ mode: mode.replace(/^0+/, ''), name: path, oid }));
    const done = spawnSync('git', [`--git-dir=${archive.repoDir}`, 'rev-parse', 'main^{tree}'], {
      encoding: 'utf8',
    });
    expect(treeId(lines.toReversed())).toBe(done.stdout.trim());
  });

  it('of the system do not change with items, but with anything else', () => {
    const before = sistemSidikAt(archive.git, 'main');
    archive.commit('main', item('satu'));
    expect(sistemSidikAt(archive.git, 'main')).toBe(before);
    archive.commit('main', { 'content/situs.yml': 'nama: Lain\n' });
    expect(sistemSidikAt(archive.git, 'main')).not.toBe(before);
  });
});
