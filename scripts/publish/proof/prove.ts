import type { Issue } from '../../core/issue.ts';
import { ledgerPath, ledgerRoot, type LedgerEntry } from '../../core/ledger.ts';
import { trailersOf } from '../../core/trailers.ts';
import type { Git } from '../git.ts';
import type { LedgerFile, Verification } from '../verify.ts';
import { parseCommit } from './commit.ts';
import { itemEntryIssues } from './item-entries.ts';
import { historyIssues } from './ledger-history.ts';
import { liveObjectIssues } from './live-objects.ts';
import { openObjects, type Objects } from './objects.ts';
import { officesOf } from './offices.ts';
import { sistemEntryIssues, sistemListIssues } from './sistem-entries.ts';
import { outputOf } from './output.ts';
import { objectIssue, readSystems, type Systems } from './systems.ts';
import { treesAt } from './trees-at.ts';

export interface ProveOptions {
  /** Tip of branch `paraf` that was proven before; the present one must lead back to it. */
  readonly since?: string | undefined;
  /** Whether every object of the live items is hashed as well; who writes them out does it there. */
  readonly isDeep: boolean;
}

/**
 * Proves what `verify` read, from Git alone (design, section 5): the ledger was only ever added to; each entry fits the
 * SOP, the appointments and the merge that it names; each merge is part of `main` and brought the tree that was signed.
 * Answers everything that does not fit, by the ledger's order; warnings are told and hold nothing up.
 */
export async function prove(git: Git, verification: Verification, options: ProveOptions): Promise<Issue[]> {
  const { ledger, records, main, paraf } = verification;
  const seen = new Map<number, string>();
  const issues = [...numberIssues(ledger, seen), ...sistemListIssues(verification)];
  const sound = soundOf(ledger);
  // Git walks the history and the trees of the merges while objects are read here.
  const walks = Promise.all([
    historyIssues(git, paraf, options.since),
    treesAt(git, sound),
    outputOf(git, ['rev-list', '--first-parent', main]),
  ]);
  walks.catch(() => undefined);
  const objects = openObjects(git);
  try {
    const systems = await readSystems(objects, records);
    issues.push(...systems.issues);
    const merges = await readMerges(objects, sound, systems, issues);
    const live = options.isDeep ? await liveObjectIssues(git, objects, verification) : [];
    const [history, brought, list] = await walks;
    issues.unshift(...history);
    const onMain = list.trimEnd().split('\n');
    issues.push(...entryIssues(sound, systems, { ...merges, brought, isOnMain: new Set(onMain) }));
    issues.push(...unrecorded(onMain, ledger, records[0]!.commit));
    return [...issues, ...live];
  } finally {
    objects.close();
  }
}

/** What Git knows of the merges that entries name. */
interface Merges {
  /** Lines of ours in the message of each, by commit; one that cannot be read has none. */
  readonly trailers: ReadonlyMap<string, readonly string[]>;
  /** Office of each item, by sidik, where it decides anything. */
  readonly offices: ReadonlyMap<string, string>;
  /** Tree that each entry's commit has at the entry's path, in their order. */
  readonly brought: readonly (string | null)[];
  /** Commits of the first-parent history of `main`; at least those that entries name, if they are part of it. */
  readonly isOnMain: ReadonlySet<string>;
}

/** Reads the merges of entries, and the offices of their items; what is missing or damaged is told. */
export async function readMerges(
  objects: Objects,
  sound: readonly LedgerFile[],
  systems: Systems,
  issues: Issue[],
): Promise<Pick<Merges, 'trailers' | 'offices'>> {
  const trailers = await readTrailers(objects, sound, issues);
  return { trailers, offices: await officesOf(objects, sound, systems) };
}

/** What of entries does not fit what Git says of their merges, or the system of their time. */
export function entryIssues(
  sound: readonly LedgerFile[],
  systems: Systems,
  { trailers, offices, brought, isOnMain }: Merges,
): Issue[] {
  const issues: Issue[] = [];
  let system = 0;
  for (const [place, { path, entry }] of sound.entries()) {
    const lines = trailers.get(entry.commit);
    // What cannot be read is told of already.
    if (lines === undefined) {
      if (entry.jenis === 'sistem') system += 1;
      continue;
    }
    if (!isOnMain.has(entry.commit)) issues.push(notOnMain(path, entry));
    if (entry.jenis === 'sistem') {
      const before = systems.list[system - 1]?.roster ?? null;
      issues.push(...sistemEntryIssues(path, entry, systems.list[system], before, lines));
      system += 1;
      continue;
    }
    if (brought[place] !== entry.sidik) issues.push(notBrought(path, entry, brought[place] ?? null));
    if (entry.jenis === 'item')
      issues.push(...itemEntryIssues(path, entry, systems, offices.get(entry.sidik) ?? null, lines));
  }
  return issues;
}

/** Entries whose ids can be asked for. */
const soundOf = (ledger: readonly LedgerFile[]) =>
  ledger.filter(({ entry }) => isId(entry.commit) && isId(entry.sidik));

const isId = (text: string) => /^[0-9a-f]{40}$/.test(text);

const fault = (code: string, path: string, message: string): Issue => ({
  code,
  file: `paraf:${path}`,
  message,
});

/**
 * Entries lie where their number says, name whole ids, and none is of a pull request that has one already.
 *
 * @param seen file of the entry of each pull request so far; theirs are added
 */
export function numberIssues(ledger: readonly LedgerFile[], seen: Map<number, string>): Issue[] {
  return ledger.flatMap(({ number, path, entry }) => {
    const found: Issue[] = [];
    const month = path.slice(ledgerRoot.length + 1, -'/000000.json'.length);
    if (!/^\d{4}\/\d{2}$/.test(month) || path !== ledgerPath(month, number))
      found.push(fault('letak-catatan', path, `Catatan nomor ${number} tidak terletak di folder bulannya.`));
    if (!isId(entry.commit) || !isId(entry.sidik))
      found.push(fault('bukan-id', path, 'Commit atau sidik yang disebut bukan 40 angka heksadesimal.'));
    const before = entry.pull === null ? undefined : seen.get(entry.pull);
    if (before !== undefined)
      found.push(
        fault('catatan-ganda', path, `Pull request #${entry.pull ?? ''} sudah dicatat oleh ${before}.`),
      );
    if (entry.pull !== null) seen.set(entry.pull, before ?? path);
    return found;
  });
}

/** Lines of ours in the message of each entry's merge, by commit; what is missing or damaged is told. */
async function readTrailers(
  objects: Objects,
  ledger: readonly LedgerFile[],
  issues: Issue[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const trailers = new Map<string, readonly string[]>();
  await objects.each(
    ledger.map(({ entry }) => entry.commit),
    (found, place) => {
      const { path, entry } = ledger[place]!;
      if (typeof found !== 'string') trailers.set(entry.commit, trailersOf(parseCommit(found.bytes).message));
      else issues.push({ ...objectIssue(found, 'commit penggabungan', entry.commit), file: `paraf:${path}` });
    },
  );
  return trailers;
}

function notOnMain(path: string, { commit }: LedgerEntry): Issue {
  return fault(
    'bukan-di-main',
    path,
    `Commit ${commit} yang disebutnya bukan bagian dari riwayat main: catatan ini palsu, atau riwayat main ditulis ulang.`,
  );
}

function notBrought(path: string, entry: LedgerEntry, found: string | null): Issue {
  const folder = entry.jenis === 'sistem' ? '' : entry.path;
  const message =
    found === null
      ? `Commit ${entry.commit} tidak memuat ${folder}.`
      : `Commit ${entry.commit} memuat ${folder} dengan sidik ${found}, bukan ${entry.sidik} yang disetujui.`;
  return fault('bukan-yang-digabung', path, message);
}

/**
 * How many commits came to `main` past the ledger since the first record: they brought nothing that is published.
 *
 * @param onMain newest first
 */
function unrecorded(onMain: readonly string[], ledger: readonly LedgerFile[], first: string): Issue[] {
  const known = new Set(ledger.map(({ entry }) => entry.commit));
  const start = onMain.indexOf(first);
  const others = onMain.slice(0, Math.max(start, 0)).filter((commit) => !known.has(commit));
  const [newest] = others;
  if (newest === undefined) return [];
  return [
    {
      code: 'commit-tak-tercatat',
      file: 'main',
      level: 'peringatan',
      message: `${others.length} commit di main tidak tercatat di buku catatan, yang terbaru ${newest}. Tidak satu pun menerbitkan sesuatu; bila bukan pemulihan oleh Paraf, cari siapa yang menulisnya.`,
    },
  ];
}
