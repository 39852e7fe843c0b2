/** What people, the app, and people with more rights than they should have do to the two branches. */
import { readFileSync } from 'node:fs';
import type { LedgerEntry } from '../../../core/ledger.ts';
import { blobId, treeId } from '../../index/tree.ts';
import { folder, type Archive } from '../../testing/archive.ts';

type ItemEntry = Extract<LedgerEntry, { jenis: 'item' }>;

/** @param a which item; @param b which text */
export type Act = (archive: Archive, a: number, b: number) => void;

const at = (a: number) => folder(`s${a}`);
const item = (a: number, b: number) => ({
  [`${at(a)}/index.md`]: `---\njudul: Butir ${a}\n---\n\nIsi ${b}.\n`,
});
const entryFile = (number: number) => `ledger/2026/11/${String(number).padStart(6, '0')}.json`;
const isThere = ({ git }: Archive, path: string) => git.tree('main', { paths: [path] }).length > 0;
/** Number of the last entry. */
const lastIn = ({ git }: Archive) =>
  git.tree('paraf', { isRecursive: true, paths: ['ledger/'] }).filter(({ type }) => type === 'blob').length;

/** Commits a tree as it is, with any parents. */
function commitTree({ git }: Archive, tree: string, ...parents: readonly string[]): string {
  return git
    .text(
      '-c',
      'user.name=x',
      '-c',
      'user.email=x@contoh.example',
      'commit-tree',
      tree,
      '-m',
      'Tulis ulang',
      ...parents.flatMap((id) => ['-p', id]),
    )
    .trim();
}

const officials = 'content/pelaksana.yml';
const sop = 'content/sop/penyebarluasan-informasi/index.md';
/** A file as the repository had it first. */
const textOf = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
/** Has no role before it is recorded. */
const newcomer = 2000;

type Step = ItemEntry['langkah'][number];

/** Merges an item whose reviewers’ steps are signed otherwise than usual. */
function mergeSigned(archive: Archive, a: number, b: number, other: (step: Step) => Partial<Step>): void {
  archive.commit('main', { [at(a)]: null });
  const files = { ...item(a, b), [`${at(a)}/paraf.txt`]: String(lastIn(archive)) };
  const tree = Object.entries(files).map(([path, text]) => ({
    path: path.slice(at(a).length + 1),
    executable: false,
    bytes: Buffer.from(text),
  }));
  const langkah = archive
    .signed(treeId(tree))
    .map((step) => (step.review === null ? step : { ...step, ...other(step) }));
  archive.merge(at(a), files, { langkah });
}

/** As it should be. */
export const good: Readonly<Record<string, Act>> = {
  merge: (archive, a, b) => {
    archive.merge(at(a), item(a, b));
  },
  mergeWithFiles: (archive, a, b) => {
    archive.merge(at(a), { ...item(a, b), [`${at(a)}/foto/${b}.txt`]: 'x' });
  },
  withdraw: (archive, a) => {
    if (isThere(archive, at(a))) archive.withdraw(at(a));
  },
  queue: (archive, a, b) => {
    archive.commit('paraf', { 'antrean.json': `[${a},${b}]` });
  },
  airing: (archive) => {
    archive.commit('paraf', {
      [`tayang/2026/11/${lastIn(archive)}-${archive.git.commitOf('paraf')!.slice(0, 6)}.json`]: '{}',
    });
  },
  mergedByHand: (archive, a, b) => {
    archive.commit('main', item(a, b), 'Digabung dengan tangan');
    archive.approve(at(a));
  },
  approveSistem: (archive, a) => {
    archive.commit(
      'main',
      { 'site/halaman.txt': `v${a}` },
      `Sistem\n\nPull-Request: ${lastIn(archive) + 10}\n`,
    );
    archive.approveSistem();
  },
  approveOfficials: (archive, a, b) => {
    const row = `- akun: ${newcomer}\n  peran: tim-pengolah-informasi\n  mulai: "2026-01-01"\n  jenis: definitif\n  jabatan: Pengolah\n  surat: Contoh ${a}${b}\n`;
    archive.commit('main', { [officials]: `${textOf(officials)}\n${row}` });
    archive.approveSistem();
  },
  approveSop: (archive, a) => {
    archive.commit('main', { [sop]: `${textOf(sop)}\nCatatan ${a}.\n` });
    archive.approveSistem();
  },
  underTheFirstSop: (archive, a, b) => {
    const sopVersion = blobId(Buffer.from(textOf(sop)), 40);
    archive.merge(at(a), item(a, b), { sopVersion });
  },
  signedByNewcomer: (archive, a, b) => {
    mergeSigned(archive, a, b, () => ({ akun: newcomer }));
  },
  recordLate: (archive, a, b) => {
    const commit = archive.commit('main', item(a, b));
    archive.commit('main', { 'content/berita/lain.txt': `${b}` });
    archive.approve(at(a), { commit });
  },
};

/** Pushed to `main` by somebody: told, and published by nobody. */
export const pushed: Readonly<Record<string, Act>> = {
  push: (archive, a, b) => {
    archive.commit('main', item(a, b));
  },
  pushAnotherCollection: (archive, a) => {
    archive.commit('main', { [`content/informasi-publik/dinas-${a}/daftar/index.md`]: 'x' });
  },
  remove: (archive, a) => {
    if (isThere(archive, at(a))) archive.commit('main', { [at(a)]: null });
  },
  fileInPlaceOfItem: (archive, a) => {
    archive.commit('main', { [at(a)]: null });
    archive.commit('main', { [at(a)]: 'berkas' });
  },
  stray: (archive, a, b) => {
    archive.commit('main', { [`content/berita/2026/tersesat-${a}.md`]: b === 0 ? null : `x${b}` });
  },
  link: (archive, a) => {
    archive.commit('main', { [`${at(a)}/foto.png`]: { link: '/etc/passwd' } });
  },
  approvedLink: (archive, a, b) => {
    archive.commit('main', { ...item(a, b), [`${at(a)}/foto.png`]: { link: '/etc/passwd' } });
    archive.approve(at(a));
  },
  oddName: (archive, a, b) => {
    archive.commit('main', { ...item(a, b), [`${at(a)}/INDEX.md`]: 'x' });
    archive.approve(at(a));
  },
  sistem: (archive, a) => {
    archive.commit('main', { 'site/halaman.txt': `v${a}` });
  },
  settings: (archive, a) => {
    archive.commit('main', { 'content/situs.yml': a === 0 ? 'nama: Portal\n' : `nama: ${a}\n` });
  },
  mergeCommit: (archive) => {
    const tip = archive.git.commitOf('main')!;
    const side = archive.commit('cms/samping', { 'catatan.txt': tip });
    const tree = archive.git.text('rev-parse', `${tip}^{tree}`).trim();
    archive.set('main', commitTree(archive, tree, tip, side));
  },
  collectionInPlaceOfFolder: (archive) => {
    archive.commit('main', { 'content/kampanye': 'berkas' });
  },
};

/** Refused as a whole, or only because they rewrite what was. */
const forged: Readonly<Record<string, Act>> = {
  otherSigner: (archive, a, b) => {
    const { langkah, ...entry } = archive.merge(at(a), item(a, b));
    const other = langkah.map((step) => (step.no === 4 ? { ...step, akun: 1006 } : step));
    archive.record({ ...entry, pull: 900 + lastIn(archive), langkah: other });
  },
  signedByMaker: (archive, a, b) => {
    mergeSigned(archive, a, b, () => ({ akun: 1003 }));
  },
  signedBeforeTheRoleWasRecorded: (archive, a, b) => {
    mergeSigned(archive, a, b, () => ({ akun: newcomer, at: '2026-10-20T08:00:00+07:00' }));
  },
  otherPull: (archive, a) => {
    if (isThere(archive, at(a))) archive.approve(at(a));
  },
  samePull: (archive, a) => {
    if (isThere(archive, at(a))) archive.approve(at(a), { pull: 11 });
  },
  otherTree: (archive, a) => {
    if (isThere(archive, at(a))) archive.approve(at(a), { sidik: 'd'.repeat(40) });
  },
  offMain: (archive, a, b) => {
    archive.set('cms/samping', 'refs/heads/main');
    const commit = archive.commit('cms/samping', item(a, b));
    archive.commit('main', item(a, b));
    archive.approve(at(a), { commit });
  },
  unknownCommit: (archive, a) => {
    if (isThere(archive, at(a))) archive.approve(at(a), { commit: 'e'.repeat(40) });
  },
  otherSop: (archive, a, b) => {
    archive.merge(at(a), item(a, b), { sopVersion: 'c'.repeat(40) });
  },
  sistemByOutsider: (archive) => {
    const commit = archive.commit('main', { 'site/halaman.txt': 'v9' });
    archive.record({
      jenis: 'sistem',
      versi: 1,
      pull: 800,
      commit,
      at: '2026-11-20T08:00:00Z',
      sidik: 'a'.repeat(40),
      disetujuiOleh: [1003],
    });
  },
  sistemList: (archive) => {
    archive.commit('paraf', { 'sistem.json': '[]' });
  },
  gap: (archive) => {
    archive.commit('paraf', { [entryFile(lastIn(archive) + 2)]: '{}' });
  },
  noJson: (archive) => {
    archive.commit('paraf', { [entryFile(lastIn(archive) + 1)]: '{' });
  },
  changedEntry: (archive, _, b) => {
    archive.commit('paraf', { [entryFile(Math.min(b + 1, lastIn(archive)))]: '{}' });
  },
  removedEntry: (archive) => {
    archive.commit('paraf', { [entryFile(lastIn(archive))]: null });
  },
  addedAndHidden: (archive) => {
    const file = entryFile(lastIn(archive) + 1);
    archive.commit('paraf', { [file]: '{}' });
    archive.commit('paraf', { [file]: null });
  },
  renumbered: (archive) => {
    const last = lastIn(archive);
    const [file] = archive.git.tree('paraf', { paths: [entryFile(last)] });
    if (file === undefined) return;
    const text = archive.git.text('cat-file', 'blob', file.oid);
    archive.commit('paraf', {
      [entryFile(last)]: null,
      [`ledger/2026/12/${entryFile(last).slice(-11)}`]: text,
    });
  },
  changedAiring: (archive, a) => {
    archive.commit('paraf', { 'tayang/2026/11/7-1.json': `{"a":${a}}` });
  },
  linkInLedger: (archive) => {
    archive.commit('paraf', { [entryFile(lastIn(archive) + 1)]: { link: '000001.json' } });
  },
  mergeOfLedger: (archive) => {
    const tip = archive.git.commitOf('paraf')!;
    const tree = archive.git.text('rev-parse', `${tip}^{tree}`).trim();
    const [before] = archive.git.text('rev-list', '-2', 'paraf').trim().split('\n').slice(1);
    archive.set('paraf', commitTree(archive, tree, tip, before ?? tip));
  },
  amendedLedger: (archive) => {
    const tip = archive.git.commitOf('paraf')!;
    const [tree, before] = archive.git.text('rev-parse', `${tip}^{tree}`, `${tip}^`).trim().split('\n');
    archive.set('paraf', commitTree(archive, tree!, before!));
  },
  amendedMain: (archive) => {
    const [tree, before] = archive.git.text('rev-parse', 'main^{tree}', 'main^').trim().split('\n');
    archive.set('main', commitTree(archive, tree!, before!));
  },
  oldMain: (archive) => {
    archive.set('main', archive.git.text('rev-parse', 'main^').trim());
  },
  mainBySecondParent: (archive) => {
    const [tip, tree, before] = archive.git
      .text('rev-parse', 'main', 'main^{tree}', 'main^')
      .trim()
      .split('\n');
    archive.set('main', commitTree(archive, tree!, before!, tip!));
  },
};

export const acts: Readonly<Record<string, Act>> = { ...good, ...pushed, ...forged };
