/** A bare repository for tests of publishing: commits written by `git fast-import`, and ledger entries to match. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerEntry } from '../../core/ledger.ts';
import { openGit, type Git } from '../git.ts';
import { sistemSidikAt } from '../verify.ts';

/** Path → text; null deletes; a symbolic link is `{ link: target }`. */
export type Files = Readonly<Record<string, string | null | { readonly link: string }>>;

type ItemEntry = Extract<LedgerEntry, { jenis: 'item' }>;

export interface Archive {
  readonly dataDir: string;
  readonly repoDir: string;
  readonly git: Git;
  /** Commits on a branch and returns the commit. */
  commit(branch: string, files: Files): string;
  /** Writes an entry as the gate does; returns it. */
  record(entry: LedgerEntry): LedgerEntry;
  /** Approves what lies in a folder on `main` now. */
  approve(path: string, more?: Partial<ItemEntry>): ItemEntry;
  /** Approves the system as it stands on `main` now. */
  approveSistem(): void;
  withdraw(path: string): void;
  /** Sets a replacement of one object by another, as anybody who may push can. */
  replace(oid: string, by: string): void;
  stop(): void;
}

export const folder = (slug: string) => `content/berita/2026/11/${slug}`;

/** A repository with an approved system on `main`. */
export function openArchive(): Archive {
  const root = mkdtempSync(join(tmpdir(), 'paraf-terbit-'));
  const repoDir = join(root, 'portal.git');
  run(['init', '--quiet', '--bare', '--initial-branch=main', repoDir]);
  const git = openGit(repoDir);
  let entries = 0;
  let seconds = 1_793_000_000;
  const records: object[] = [];

  const archive: Archive = {
    dataDir: join(root, 'data'),
    repoDir,
    git,
    commit(branch, files) {
      const ref = `refs/heads/${branch}`;
      const before = git.commitOf(ref);
      seconds += 60;
      const lines = [
        `commit ${ref}`,
        `committer Orang Lain <orang@contoh.example> ${seconds} +0000`,
        data('Ubah'),
      ];
      if (before !== null) lines.push(`from ${before}`);
      for (const [path, content] of Object.entries(files)) {
        if (content === null) lines.push(`D ${path}`);
        else if (typeof content === 'string') lines.push(`M 100644 inline ${path}`, data(content));
        else lines.push(`M 120000 inline ${path}`, data(content.link));
      }
      run([`--git-dir=${repoDir}`, 'fast-import', '--quiet', '--force'], `${lines.join('\n')}\n`);
      return git.commitOf(ref) ?? '';
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
      const entry: ItemEntry = {
        jenis: 'item',
        versi: 1,
        pull: entries + 10,
        commit: git.commitOf('main') ?? '',
        at: new Date(seconds * 1000).toISOString(),
        path,
        koleksi: 'berita',
        sidik: tree?.oid ?? '',
        sop: 'penyebarluasan-informasi',
        sopVersion: 'v',
        langkah: [
          {
            no: 4,
            tindakan: 'setujui',
            peran: 'tim-pengolah-informasi',
            atasNama: 'Tim Pengolah Informasi',
            akun: 1005,
            at: new Date(seconds * 1000).toISOString(),
            review: '1',
            sidik: tree?.oid ?? '',
          },
        ],
        putaranKoreksi: 0,
        ...more,
      };
      archive.record(entry);
      return entry;
    },
    approveSistem() {
      const commit = git.commitOf('main') ?? '';
      archive.record({
        jenis: 'sistem',
        versi: 1,
        pull: null,
        commit,
        at: new Date(seconds * 1000).toISOString(),
        sidik: sistemSidikAt(git, commit),
        disetujuiOleh: [],
      });
    },
    withdraw(path) {
      const [tree] = git.tree('main', { paths: [path] });
      archive.record({
        jenis: 'pencabutan',
        versi: 1,
        pull: 99,
        commit: git.commitOf('main') ?? '',
        at: new Date(seconds * 1000).toISOString(),
        path,
        koleksi: 'berita',
        sidik: tree?.oid ?? '',
        alasan: 'Keliru.',
      });
    },
    replace(oid, by) {
      run([`--git-dir=${repoDir}`, 'replace', oid, by]);
    },
    stop() {
      rmSync(root, { recursive: true, force: true });
    },
  };
  archive.commit('main', {
    'site/halaman.txt': 'v1',
    'content/situs.yml': 'nama: Portal\n',
    'README.md': '# P\n',
  });
  archive.approveSistem();
  return archive;
}

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}`;

function run(args: readonly string[], input?: string): void {
  const done = spawnSync('git', args, { encoding: 'utf8', ...(input === undefined ? {} : { input }) });
  if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`);
}
