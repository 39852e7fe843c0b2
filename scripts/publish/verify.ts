import { collections, placeOf } from '../../content/schema/collections.ts';
import { ledgerEntry, ledgerNumber, ledgerRoot, type LedgerEntry } from '../core/ledger.ts';
import { parseSistem, sistemFile, type SistemRecord } from '../github/read/record.ts';
import type { Git, GitEntry } from './git.ts';
import { isPortable } from './portable.ts';
import { sistemSidik, type TreeLine } from './tree.ts';

type ItemEntry = Extract<LedgerEntry, { jenis: 'item' }>;

/** Something on `main` that nobody approved, or something approved that is not there. */
export interface Finding {
  readonly code:
    | 'belum-disetujui'
    | 'bukan-yang-disetujui'
    | 'sudah-dicabut'
    | 'hilang'
    | 'tersesat'
    | 'bukan-berkas-biasa'
    | 'sistem-belum-disetujui';
  /** Path in the repository; empty for the system as a whole. */
  readonly path: string;
  /** What lies there now; null where nothing does. */
  readonly sidik: string | null;
  readonly message: string;
}

/** What may be published, and why the rest may not. */
export interface Verification {
  readonly main: string;
  readonly sistem: SistemRecord;
  readonly live: readonly ItemEntry[];
  /** Latest entry of every path of the ledger, withdrawals included. */
  readonly latest: ReadonlyMap<string, LedgerEntry>;
  /** When each path was first published. */
  readonly first: ReadonlyMap<string, string>;
  /** What the ledger says of each path before its latest entry, in order. */
  readonly earlier: ReadonlyMap<string, readonly LedgerEntry[]>;
  readonly findings: readonly Finding[];
}

/** The ledger or the repository cannot be trusted as it is: nothing new is published. */
export class VerifyError extends Error {}

/**
 * Which items are live: those whose latest ledger entry names exactly the tree that lies at their path on `main`
 * (design, section 5). Everything else on `main` is left out and told.
 */
export async function verify(git: Git): Promise<Verification> {
  const main = git.commitOf('refs/heads/main');
  if (main === null) throw new VerifyError('Cabang main belum ada: tidak ada yang dapat diterbitkan.');
  const entries = await readLedger(git);
  const sistem = await readSistem(git);

  const latest = new Map<string, LedgerEntry>();
  const first = new Map<string, string>();
  const earlier = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    if (entry.jenis === 'sistem') continue;
    const before = latest.get(entry.path);
    if (before !== undefined) earlier.set(entry.path, [...(earlier.get(entry.path) ?? []), before]);
    latest.set(entry.path, entry);
    if (entry.jenis === 'item' && !first.has(entry.path)) first.set(entry.path, entry.at);
  }
  const there = itemsOn(git, main);
  const findings: Finding[] = [...there.stray, ...sistemFindings(git, main, sistem)];
  const live: ItemEntry[] = [];
  for (const [path, folder] of there.items) {
    const entry = latest.get(path);
    const finding = judge(path, folder, entry);
    if (finding !== null) findings.push(finding);
    else if (entry?.jenis === 'item') live.push(entry);
  }
  for (const [path, entry] of latest)
    if (entry.jenis === 'item' && !there.items.has(path))
      findings.push({
        code: 'hilang',
        path,
        sidik: null,
        message: `Butir ${path} sudah disetujui, tetapi tidak ada lagi di main. Yang sudah terbit tidak dihapus: kembalikan foldernya (sidik ${entry.sidik}), atau cabut lewat alur.`,
      });
  live.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { main, sistem, live, latest, first, earlier, findings };
}

interface Folder {
  readonly oid: string;
  /** Entries that are no ordinary files, or cannot be written as such everywhere. */
  readonly odd: readonly string[];
}

function judge(path: string, { oid, odd }: Folder, entry: LedgerEntry | undefined): Finding | null {
  const common = { path, sidik: oid };
  if (entry === undefined || entry.jenis === 'sistem')
    return {
      ...common,
      code: 'belum-disetujui',
      message: `Butir ${path} ada di main tanpa persetujuan, jadi tidak diterbitkan. Kembalikan main, lalu ajukan butirnya lewat Decap.`,
    };
  if (entry.jenis === 'pencabutan')
    return entry.sidik === oid
      ? null
      : {
          ...common,
          code: 'sudah-dicabut',
          message: `Butir ${path} sudah dicabut, tetapi isinya di main berubah lagi. Tidak diterbitkan; ajukan lewat alur bila memang akan terbit lagi.`,
        };
  if (entry.sidik !== oid)
    return {
      ...common,
      code: 'bukan-yang-disetujui',
      message: `Isi ${path} di main (sidik ${oid}) bukan yang terakhir disetujui (sidik ${entry.sidik}), jadi tidak diterbitkan. Kembalikan foldernya ke isi yang disetujui, atau ajukan perubahannya lewat Decap.`,
    };
  if (odd.length > 0)
    return {
      ...common,
      code: 'bukan-berkas-biasa',
      message: `Butir ${path} memuat tautan, repositori lain, berkas yang dapat dijalankan, atau nama yang tidak dapat disalin ke setiap komputer (${odd.slice(0, 3).join(', ')}), jadi tidak diterbitkan. Hapus lewat ralat.`,
    };
  return null;
}

/** Every entry, in order. A gap or an unreadable one stops everything: it could be the one that withdrew a page. */
async function readLedger(git: Git): Promise<LedgerEntry[]> {
  if (git.commitOf('refs/heads/paraf') === null)
    throw new VerifyError('Cabang paraf belum ada: jalankan `npm run -s paraf -- bootstrap` sekali.');
  const files = git
    .tree('refs/heads/paraf', { isRecursive: true, paths: [`${ledgerRoot}/`] })
    .filter(({ type }) => type === 'blob')
    .map((file) => ({ ...file, number: ledgerNumber(file.path.split('/').at(-1) ?? '') }))
    .toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const entries: LedgerEntry[] = [];
  let place = 0;
  for await (const bytes of git.blobs(files.map(({ oid }) => oid))) {
    const file = files[place]!;
    place += 1;
    if (file.number !== place)
      throw new VerifyError(
        `Buku catatan terputus: ${file.path} bukan nomor ${place}. Pulihkan cabang paraf dari riwayatnya; tidak ada yang diterbitkan sampai utuh.`,
      );
    entries.push(parseEntry(file.path, bytes));
  }
  return entries;
}

function parseEntry(path: string, bytes: Buffer | null): LedgerEntry {
  let value: unknown;
  try {
    value = JSON.parse(bytes?.toString('utf8') ?? '');
  } catch {
    throw new VerifyError(`Catatan ${path} bukan JSON yang utuh. Pulihkan cabang paraf dari riwayatnya.`);
  }
  const parsed = ledgerEntry.safeParse(value);
  if (!parsed.success)
    throw new VerifyError(
      `Catatan ${path} tidak sesuai bentuknya (${parsed.error.issues[0]?.path.join('.') ?? ''}). Pulihkan cabang paraf dari riwayatnya.`,
    );
  return parsed.data;
}

async function readSistem(git: Git): Promise<SistemRecord> {
  const [file] = git.tree('refs/heads/paraf', { paths: [sistemFile] });
  let text: string | null = null;
  if (file !== undefined)
    for await (const bytes of git.blobs([file.oid])) text = bytes?.toString('utf8') ?? null;
  const records = parseSistem(text);
  if (!records.ok) throw new VerifyError(records.issues.map(({ message }) => message).join('\n'));
  return records.value.at(-1)!;
}

/** Item folders on `main`, and files of collections that lie in none. */
function itemsOn(git: Git, main: string): { items: Map<string, Folder>; stray: Finding[] } {
  const items = new Map<string, { oid: string; odd: string[]; names: Set<string> }>();
  const stray: Finding[] = [];
  for (const { name } of collections) {
    const lines = git.tree(main, { isRecursive: true, paths: [`content/${name}/`] });
    const folders = new Map(lines.filter(({ type }) => type === 'tree').map(({ path, oid }) => [path, oid]));
    for (const line of lines.filter(({ type }) => type !== 'tree')) {
      const place = placeOf(line.path);
      const oid = place.kind === 'item' ? folders.get(place.folder) : undefined;
      if (place.kind !== 'item' || oid === undefined) {
        stray.push({
          code: 'tersesat',
          path: line.path,
          sidik: line.oid,
          message: `Berkas ${line.path} tidak berada dalam folder butir mana pun, jadi tidak diterbitkan. Pindahkan atau hapus.`,
        });
        continue;
      }
      const item = items.get(place.folder) ?? { oid, odd: [], names: new Set() };
      if (!isItemFile({ ...line, path: place.rest }, item.names)) item.odd.push(place.rest);
      items.set(place.folder, item);
    }
  }
  return { items, stray };
}

/**
 * Ordinary files alone, of names that no system takes for another's: a symbolic link could show anything of the
 * machine that builds, and one item that cannot be written as it was signed must not stop all others.
 *
 * @param names those of the item so far; the name is added
 */
function isItemFile(entry: GitEntry, names: Set<string>): boolean {
  const name = entry.path.normalize('NFC').toLowerCase();
  const isNew = !names.has(name);
  names.add(name);
  return isNew && entry.mode === '100644' && isPortable(entry);
}

/** Sidik of a commit without its item folders, computed from Git itself. */
export function sistemSidikAt(git: Git, commit: string): string {
  const lines = (entries: readonly GitEntry[], cut: number): TreeLine[] =>
    entries.map(({ mode, path, oid }) => ({ mode: mode.replace(/^0+/, ''), name: path.slice(cut), oid }));
  const root = lines(git.tree(commit), 0);
  const content = lines(git.tree(commit, { paths: ['content/'] }), 'content/'.length);
  return sistemSidik(root, content);
}

function sistemFindings(git: Git, main: string, sistem: SistemRecord): Finding[] {
  if (git.commitOf(sistem.commit) === null)
    throw new VerifyError(
      `Commit ${sistem.commit} dari catatan sistem tidak ada di repositori ini. Pulihkan dari salinan; portal lama tetap tayang.`,
    );
  // Both computed by the same program: a new collection changes what belongs to the system.
  const [now, approved] = [main, sistem.commit].map((commit) => sistemSidikAt(git, commit));
  if (now === approved) return [];
  return [
    {
      code: 'sistem-belum-disetujui',
      path: '',
      sidik: now ?? null,
      message: `Program, pengaturan, atau halaman di main (sidik ${now ?? ''}) bukan yang terakhir disetujui (sidik ${approved ?? ''}). Portal tetap memakai yang disetujui (commit ${sistem.commit}). Kembalikan main, atau ajukan perubahannya lewat pull request sistem.`,
    },
  ];
}
