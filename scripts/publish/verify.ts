import { formatIssue, type Issue, type Result } from '../core/issue.ts';
import { ledgerEntry, ledgerNumber, ledgerRoot, type LedgerEntry } from '../core/ledger.ts';
import { parseSistem, sistemFile, type SistemRecord } from '../github/read/record.ts';
import type { Git, GitEntry } from './git.ts';
import { blobId } from './index/tree.ts';
import { byPlace, itemsOn, judge, sistemFinding, type Finding } from './on-main.ts';
import { sistemSidik, type TreeLine } from './tree.ts';

export type { Finding } from './on-main.ts';

type ItemEntry = Extract<LedgerEntry, { jenis: 'item' }>;

/** An entry as it stands in the ledger. */
export interface LedgerFile {
  readonly number: number;
  /** Path on branch `paraf`. */
  readonly path: string;
  /** Blob id. */
  readonly oid: string;
  readonly entry: LedgerEntry;
}

/** What may be published, and why the rest may not. */
export interface Verification {
  /** Commits at which `main` and `paraf` were read. */
  readonly main: string;
  readonly paraf: string;
  /** Every entry of the ledger, in order. */
  readonly ledger: readonly LedgerFile[];
  /** Every recorded state of the system, oldest first, and the last of them. */
  readonly records: readonly SistemRecord[];
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
export class VerifyError extends Error {
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(issues.map(formatIssue).join('\n'));
    this.issues = issues;
  }
}

/** A fault of branch `paraf`; with a path, of that file. */
function fault(code: string, path: string, message: string): Issue {
  return { code, file: path === '' ? 'paraf' : `paraf:${path}`, message };
}

/** The two branches, as full names of references. */
export interface Branches {
  readonly main: string;
  readonly paraf: string;
}

/** As a bare repository that is published from has them. */
const ownBranches: Branches = { main: 'refs/heads/main', paraf: 'refs/heads/paraf' };

/**
 * Which items are live: those whose latest ledger entry names exactly the tree that lies at their path on `main`
 * (design, section 5). Everything else on `main` is left out and told. Throws `VerifyError` with everything for which
 * the ledger cannot be trusted as it is.
 */
export async function verify(git: Git, branches: Branches = ownBranches): Promise<Verification> {
  // The ledger first: what it names is on `main` already, however much is merged while this reads.
  const paraf = git.commitOf(branches.paraf);
  const main = git.commitOf(branches.main);
  if (main === null)
    throw new VerifyError([
      {
        code: 'tanpa-main',
        file: 'main',
        message: 'Cabang main belum ada: tidak ada yang dapat diterbitkan.',
      },
    ]);
  if (paraf === null)
    throw new VerifyError([
      fault('tanpa-catatan', '', 'Cabang paraf belum ada: jalankan `npm run -s paraf -- bootstrap` sekali.'),
    ]);
  const [read, recorded] = [await readLedger(git, paraf), await readSistem(git, paraf)];
  if (!read.ok || !recorded.ok)
    throw new VerifyError([...(read.ok ? [] : read.issues), ...(recorded.ok ? [] : recorded.issues)]);
  const { value: ledger } = read;
  const { value: records } = recorded;
  const sistem = records.at(-1)!;

  const latest = new Map<string, LedgerEntry>();
  const first = new Map<string, string>();
  const earlier = new Map<string, LedgerEntry[]>();
  for (const { entry } of ledger) {
    if (entry.jenis === 'sistem') continue;
    const before = latest.get(entry.path);
    if (before !== undefined) earlier.set(entry.path, [...(earlier.get(entry.path) ?? []), before]);
    latest.set(entry.path, entry);
    if (entry.jenis === 'item' && !first.has(entry.path)) first.set(entry.path, entry.at);
  }
  const there = itemsOn(git, main);
  const findings: Finding[] = [...there.stray, ...sistemFindings(git, main, sistem)];
  const live: ItemEntry[] = [];
  for (const path of new Set([...there.items.keys(), ...latest.keys()])) {
    const entry = latest.get(path);
    const finding = judge(path, there.items.get(path) ?? null, entry);
    if (finding !== null) findings.push(finding);
    else if (entry?.jenis === 'item') live.push(entry);
  }
  live.sort((a, b) => (a.path < b.path ? -1 : 1));
  findings.sort(byPlace);
  return { main, paraf, ledger, records, sistem, live, latest, first, earlier, findings };
}

/** Every entry, in order. A gap or an unreadable one stops everything: it could be the one that withdrew a page. */
async function readLedger(git: Git, paraf: string): Promise<Result<LedgerFile[]>> {
  const files = git
    .tree(paraf, { isRecursive: true, paths: [`${ledgerRoot}/`] })
    .filter(({ type }) => type !== 'tree')
    .map((file) => ({ ...file, number: ledgerNumber(file.path.split('/').at(-1) ?? '') ?? 0 }))
    .toSorted((a, b) => a.number - b.number);
  const ledger: LedgerFile[] = [];
  const issues: Issue[] = [];
  let place = 0;
  let expected = 1;
  for await (const bytes of git.blobs(files.map(({ oid }) => oid))) {
    const { path, number, oid } = files[place]!;
    place += 1;
    if (number !== expected)
      issues.push(
        fault(
          'catatan-terputus',
          path,
          `Buku catatan terputus: ${path} bukan nomor ${expected}. Pulihkan cabang paraf dari riwayatnya; tidak ada yang diterbitkan sampai utuh.`,
        ),
      );
    expected = number + 1;
    const entry = parseEntry(path, oid, bytes);
    if (entry.ok) ledger.push({ number, path, oid, entry: entry.value });
    else issues.push(...entry.issues);
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: ledger };
}

/** Reads an entry of the ledger. */
export function parseEntry(path: string, oid: string, bytes: Buffer | null): Result<LedgerEntry> {
  const unreadable = (message: string): Result<never> => ({
    ok: false,
    issues: [fault('catatan-tak-terbaca', path, `${message} Pulihkan cabang paraf dari riwayatnya.`)],
  });
  // Git does not hash what it reads.
  if (bytes !== null && blobId(bytes, oid.length) !== oid)
    return unreadable(`Catatan ${path} rusak: isinya bukan yang disebut namanya (objek ${oid}).`);
  let value: unknown;
  try {
    value = JSON.parse(bytes?.toString('utf8') ?? '');
  } catch {
    return unreadable(`Catatan ${path} bukan JSON yang utuh.`);
  }
  const parsed = ledgerEntry.safeParse(value);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : unreadable(`Catatan ${path} tidak sesuai bentuknya (${parsed.error.issues[0]?.path.join('.') ?? ''}).`);
}

async function readSistem(git: Git, paraf: string): Promise<Result<readonly SistemRecord[]>> {
  const [file] = git.tree(paraf, { paths: [sistemFile] });
  let text: string | null = null;
  if (file !== undefined)
    for await (const bytes of git.blobs([file.oid]))
      if (bytes !== null && blobId(bytes, file.oid.length) === file.oid) text = bytes.toString('utf8');
  return parseSistem(text);
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
    throw new VerifyError([
      fault(
        'catatan-sistem',
        sistemFile,
        `Commit ${sistem.commit} dari catatan sistem tidak ada di repositori ini. Pulihkan dari salinan; portal lama tetap tayang.`,
      ),
    ]);
  // Both computed by the same program: a new collection changes what belongs to the system.
  return sistemFinding(sistemSidikAt(git, main), sistemSidikAt(git, sistem.commit), sistem);
}
