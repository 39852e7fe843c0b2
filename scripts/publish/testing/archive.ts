/** A bare repository for tests of publishing: commits written by `git fast-import`, and ledger entries to match. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerEntry } from '../../core/ledger.ts';
import { itemTrailers } from '../../core/trailers.ts';
import { importTree } from '../../local/demo/import.ts';
import { openGit, type Git } from '../git.ts';
import { sistemSidikAt } from '../verify.ts';

/** Path → text or bytes; null deletes; a symbolic link is `{ link: target }`. */
export type Files = Readonly<Record<string, string | Uint8Array | null | { readonly link: string }>>;

type ItemEntry = Extract<LedgerEntry, { jenis: 'item' }>;

export interface Archive {
  readonly dataDir: string;
  readonly repoDir: string;
  readonly git: Git;
  /** Commits on a branch and returns the commit. */
  commit(branch: string, files: Files, message?: string): string;
  /** The steps that sign a tree which is merged next. */
  signed(sidik: string): ItemEntry['langkah'];
  /** Merges an item as the app does, lines of the signed steps included, and records it. */
  merge(path: string, files: Files, more?: Partial<ItemEntry>): ItemEntry;
  /** Writes an entry as the gate does; returns it. */
  record(entry: LedgerEntry): LedgerEntry;
  /** Approves what lies in a folder on `main` now. */
  approve(path: string, more?: Partial<ItemEntry>): ItemEntry;
  /** Approves the system as it stands on `main` now. */
  approveSistem(): void;
  withdraw(path: string): void;
  /** Lets days go by before the next commit. */
  wait(days: number): void;
  /** Remembers both branches as they are; what it answers puts them back, as somebody who may force a push can. */
  mark(): () => void;
  /** Sets a branch to any commit. */
  set(branch: string, commit: string): void;
  /** Sets a replacement of one object by another, as anybody who may push can. */
  replace(oid: string, by: string): void;
  stop(): void;
}

export const folder = (slug: string) => `content/berita/2026/11/${slug}`;

/** The file of a news item that can be shown, with this text. */
export const newsText = (text: string) =>
  `---\njudul: Kabar kota\nopd: dinas-kesehatan\ntanggal: "2026-11-02"\n---\n\n${text}`;

/**
 * A repository with an approved system on `main`: a few files, or all of a checkout.
 *
 * @param more files of the system beside or instead of those
 */
export function openArchive(checkout: string | null = null, more: Files = {}): Archive {
  const root = mkdtempSync(join(tmpdir(), 'paraf-terbit-'));
  const repoDir = join(root, 'portal.git');
  run(['init', '--quiet', '--bare', '--initial-branch=main', repoDir]);
  const git = openGit(repoDir);
  let entries = 0;
  let seconds = 1_793_000_000;
  const records: object[] = [];

  /** Tip of a branch, read as Git wrote it: a process for each would be most of the tests' time. */
  const tipOf = (branch: string) => {
    const file = join(repoDir, 'refs', 'heads', branch);
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
  };
  const sopVersion = () => git.tree('main', { paths: [sopFile] })[0]?.oid ?? '';

  const archive: Archive = {
    dataDir: join(root, 'data'),
    repoDir,
    git,
    commit(branch, files, message = 'Ubah') {
      const ref = `refs/heads/${branch}`;
      const before = tipOf(branch);
      seconds += 60;
      const parts = [
        `commit ${ref}\ncommitter Orang Lain <orang@contoh.example> ${seconds} +0000\n`,
        ...data(message),
        before === null ? '' : `from ${before}\n`,
      ];
      for (const [path, content] of Object.entries(files)) {
        if (content === null) parts.push(`D ${path}\n`);
        else if (typeof content === 'string' || content instanceof Uint8Array)
          parts.push(`M 100644 inline ${path}\n`, ...data(content));
        else parts.push(`M 120000 inline ${path}\n`, ...data(content.link));
      }
      const input = Buffer.concat(parts.map((part) => Buffer.from(part)));
      run([`--git-dir=${repoDir}`, 'fast-import', '--quiet', '--force'], input);
      return tipOf(branch) ?? '';
    },
    record(entry) {
      entries += 1;
      const files: Record<string, string> = {
        [`ledger/2026/11/${String(entries).padStart(6, '0')}.json`]: JSON.stringify(entry),
      };
      if (entry.jenis === 'sistem') {
        const { commit, sidik, at, pull } = entry;
        records.push({ commit, sidik, at, pull });
        files['sistem.json'] = JSON.stringify(records);
      }
      archive.commit('paraf', files);
      return entry;
    },
    approve(path, more = {}) {
      const [tree] = git.tree('main', { paths: [path] });
      const at = new Date(seconds * 1000).toISOString();
      const entry: ItemEntry = {
        jenis: 'item',
        versi: 1,
        pull: entries + 10,
        commit: tipOf('main') ?? '',
        at,
        path,
        koleksi: collectionIn(path),
        sidik: tree?.oid ?? '',
        sop: sopId,
        sopVersion: sopVersion(),
        langkah: langkahAt(at, tree?.oid ?? ''),
        putaranKoreksi: 0,
        ...more,
      };
      archive.record(entry);
      return entry;
    },
    signed: (sidik) => langkahAt(new Date((seconds + 60) * 1000).toISOString(), sidik),
    merge(path, files, more = {}) {
      // The lines name the tree that the commit will have: tried on a branch of its own first.
      const ref = 'refs/heads/cms/percobaan';
      archive.set('cms/percobaan', 'refs/heads/main');
      archive.commit('cms/percobaan', files);
      const [tree] = git.tree(ref, { paths: [path] });
      const sidik = tree?.oid ?? '';
      const at = new Date((seconds + 60) * 1000).toISOString();
      const signed = {
        path,
        sop: sopId,
        sopVersion: sopVersion(),
        sidik,
        pull: entries + 10,
        langkah: langkahAt(at, sidik),
        ...more,
      };
      const commit = archive.commit(
        'main',
        files,
        `Terbitkan\n\n${itemTrailers(signed, roleName).join('\n')}\n`,
      );
      return archive.approve(path, { ...signed, at, commit, ...more });
    },
    approveSistem() {
      const commit = tipOf('main') ?? '';
      archive.record({
        jenis: 'sistem',
        versi: 1,
        // Whoever set the repository up answers for the first one.
        pull: entries === 0 ? null : entries + 10,
        commit,
        at: new Date(seconds * 1000).toISOString(),
        sidik: sistemSidikAt(git, commit),
        disetujuiOleh: entries === 0 ? [] : [pengelola],
      });
    },
    withdraw(path) {
      const [tree] = git.tree('main', { paths: [path] });
      archive.record({
        jenis: 'pencabutan',
        versi: 1,
        pull: entries + 10,
        commit: tipOf('main') ?? '',
        at: new Date(seconds * 1000).toISOString(),
        path,
        koleksi: collectionIn(path),
        sidik: tree?.oid ?? '',
        alasan: 'Keliru.',
      });
    },
    wait(days) {
      seconds += days * 86_400;
    },
    set(branch, commit) {
      run([`--git-dir=${repoDir}`, 'update-ref', `refs/heads/${branch}`, commit]);
    },
    mark() {
      const tips = ['main', 'paraf'].map((branch) => [branch, tipOf(branch) ?? ''] as const);
      const kept = { entries, records: records.length };
      return () => {
        for (const [branch, commit] of tips) archive.set(branch, commit);
        entries = kept.entries;
        records.length = kept.records;
      };
    },
    replace(oid, by) {
      run([`--git-dir=${repoDir}`, 'replace', oid, by]);
    },
    stop() {
      rmSync(root, { recursive: true, force: true });
    },
  };
  if (checkout !== null) {
    const tree = importTree(checkout, repoDir);
    const author = ['-c', 'user.name=Orang Lain', '-c', 'user.email=orang@contoh.example'];
    archive.set('main', run([...author, `--git-dir=${repoDir}`, 'commit-tree', tree, '-m', 'Sistem']));
  }
  const small = {
    'site/halaman.txt': 'v1',
    'content/situs.yml': 'nama: Portal\n',
    'README.md': '# P\n',
    ...rules,
  };
  archive.commit('main', { ...(checkout === null ? small : {}), ...more });
  archive.approveSistem();
  return archive;
}

const collectionIn = (path: string) => path.split('/')[1] ?? '';

/** A holder of `pengelola-sistem`. */
const pengelola = 1018;
const sopId = 'penyebarluasan-informasi';
const sopFile = `content/sop/${sopId}/index.md`;

/** The shipped SOP of news, who governs what, who holds which role, and when the office works. */
const rules = Object.fromEntries(
  [sopFile, 'content/alur.yml', 'content/pelaksana.yml', 'content/kalender.yml'].map((path) => [
    path,
    readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'),
  ]),
);

const names: Readonly<Record<string, string>> = {
  'tim-peliputan': 'Pengumpul Data/Tim Peliputan',
  'penyusun-bahan-informasi': 'Penyusun Bahan Informasi',
  'tim-pengolah-informasi': 'Tim Pengolah Informasi',
};
const roleName = (peran: string) => names[peran] ?? peran;

/** The four steps of the SOP, signed at one time. */
function langkahAt(at: string, sidik: string): ItemEntry['langkah'] {
  const step = (no: number, tindakan: string, peran: string, akun: number, review: string | null) => ({
    no,
    tindakan,
    peran,
    atasNama: roleName(peran),
    akun,
    at,
    review,
    sidik,
  });
  return [
    step(1, 'liput', 'tim-peliputan', 1003, null),
    step(2, 'susun', 'penyusun-bahan-informasi', 1003, null),
    step(3, 'periksa', 'tim-pengolah-informasi', 1005, '31'),
    step(4, 'setujui', 'tim-pengolah-informasi', 1005, '31'),
  ];
}

const data = (content: string | Uint8Array) => [`data ${Buffer.byteLength(content)}\n`, content, '\n'];

function run(args: readonly string[], input?: Uint8Array): string {
  const done = spawnSync('git', args, { encoding: 'utf8', ...(input === undefined ? {} : { input }) });
  if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`);
  return done.stdout.trim();
}
