import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folder, openArchive, type Archive, type Files } from '../testing/archive.ts';
import { verify } from '../verify.ts';
import { prove } from './prove.ts';

let archive: Archive;
beforeEach(() => {
  archive = openArchive();
});
afterEach(() => archive.stop());

const item = (slug: string, text = 'Isi.'): Files => ({
  [`${folder(slug)}/index.md`]: `---\njudul: ${slug}\n---\n\n${text}\n`,
});
const merge = (slug: string) => archive.merge(folder(slug), item(slug));

/** Everything that does not fit, one line each. */
async function told(since?: string): Promise<string[]> {
  const issues = await prove(archive.git, await verify(archive.git), { since, isDeep: true });
  return issues.map(
    ({ file, field, message }) => `${file}${field === undefined ? '' : ` ${field}`}: ${message}`,
  );
}

const entryFile = (number: number) => `ledger/2026/11/${String(number).padStart(6, '0')}.json`;

describe('a portal is proven', () => {
  it('where everything was signed, merged and recorded as the app does it', async () => {
    merge('satu');
    merge('dua');
    archive.merge(folder('satu'), item('satu', 'Ralat.'));
    archive.commit(
      'main',
      { 'site/halaman.txt': 'v2' },
      'Sistem\n\nDisetujui: pengelola-sistem 1018\nPull-Request: 14',
    );
    archive.approveSistem();
    merge('tiga');
    expect(await told()).toEqual([]);
  });

  it('also where somebody else merged what was signed, which is told', async () => {
    archive.commit('main', item('satu'), 'Digabung dengan tangan');
    const { commit } = archive.approve(folder('satu'));
    expect(await told()).toEqual([
      `paraf:${entryFile(2)}: Commit ${commit} tidak menyebut satu paraf pun: isi yang disetujui ini digabung bukan oleh Paraf. Isinya sama dengan yang disetujui, jadi tetap tayang.`,
    ]);
  });

  it('also where main moved past the ledger, which is told', async () => {
    merge('satu');
    const commit = archive.commit('main', { 'README.md': 'Diubah langsung.' });
    expect(await told()).toEqual([
      `main: 1 commit di main tidak tercatat di buku catatan, yang terbaru ${commit}. Tidak satu pun menerbitkan sesuatu; bila bukan pemulihan oleh Paraf, cari siapa yang menulisnya.`,
    ]);
  });
});

describe('a ledger that was not only added to', () => {
  it.each<[string, Record<string, string | null>, string]>([
    ['a changed record', { [entryFile(2)]: '{}' }, 'diubah'],
    ['a removed record', { [entryFile(2)]: null }, 'dihapus'],
  ])('%s is named, though it was put back afterwards', async (_, change, what) => {
    const entry = merge('satu');
    const commit = archive.commit('paraf', change);
    const back = archive.commit('paraf', { [entryFile(2)]: JSON.stringify(entry) });
    const isGone = change[entryFile(2)] === null;
    expect(await told()).toEqual(
      [[commit, what] as const, ...(isGone ? [] : [[back, 'diubah'] as const])].map(
        ([by, done]) =>
          `paraf:${entryFile(2)}: ${entryFile(2)} ${done} oleh commit ${by}, padahal catatan hanya boleh bertambah. Pulihkan cabang paraf ke commit sebelumnya, dan cari siapa yang menulisnya.`,
      ),
    );
  });

  it('an airing report that was changed is named too', async () => {
    archive.commit('paraf', { 'tayang/2026/11/7-1.json': '{"a":1}' });
    const commit = archive.commit('paraf', { 'tayang/2026/11/7-1.json': '{"a":2}' });
    expect(await told()).toEqual([
      `paraf:tayang/2026/11/7-1.json: tayang/2026/11/7-1.json diubah oleh commit ${commit}, padahal catatan hanya boleh bertambah. Pulihkan cabang paraf ke commit sebelumnya, dan cari siapa yang menulisnya.`,
    ]);
  });

  it('does not lead back to a tip that was proven before, where its history was written anew', async () => {
    merge('satu');
    const known = archive.git.commitOf('refs/heads/paraf')!;
    merge('dua');
    expect(await told(known)).toEqual([]);
    expect(await told('f'.repeat(40))).toEqual([
      `paraf: Cabang paraf tidak lagi berlanjut dari ${'f'.repeat(40)}, yang pernah diperiksa: riwayatnya ditulis ulang. Cari salinan yang masih memuatnya, dan siapa yang menggantinya.`,
    ]);
  });

  it('has a list of systems of its own', async () => {
    const { commit, sidik } = (await verify(archive.git)).sistem;
    const other = { commit, sidik, at: '2026-11-02T00:00:00Z', pull: null };
    archive.commit('paraf', { 'sistem.json': JSON.stringify([other]) });
    expect(await told()).toContain(
      `paraf:sistem.json: Keadaan sistem ke-1 dalam sistem.json bukan yang dicatat ${entryFile(1)}. Pulihkan cabang paraf dari riwayatnya.`,
    );
  });
});
