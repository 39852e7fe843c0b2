import type { DatabaseSync } from 'node:sqlite';
import type { LedgerEntry } from '../../core/ledger.ts';
import { GitError, type Git } from '../git.ts';
import { byPlace, folderOf, judge, sistemFinding, type Finding } from '../on-main.ts';
import { openObjects, type Objects } from '../proof/objects.ts';
import { parseEntry, type LedgerFile } from '../verify.ts';
import { ledgerSince } from './ledger-since.ts';
import { isItem, mainSince } from './main-since.ts';
import { proveEntries } from './prove-entries.ts';
import { latestOf, type Proven } from './proven.ts';
import { filesIn, folderAt, readAll, treesOf } from './trees.ts';
import { Unsure } from './unsure.ts';

/** What came since a proven state, proven like everything before it. */
export interface Advanced {
  /** The state now; `keepProven` keeps it, with `entries`. */
  readonly proven: Proven;
  /** New entries, in order. */
  readonly entries: readonly LedgerFile[];
  /** Everything that is left out now, as the full verification would tell it. */
  readonly findings: readonly Finding[];
  /** Addresses at which something else is published than before. */
  readonly changes: readonly Change[];
}

/** What is published at an item's path: its entry, its withdrawal, or nothing (null). */
export interface Change {
  readonly path: string;
  readonly before: LedgerEntry | null;
  readonly after: LedgerEntry | null;
}

/**
 * Verifies and proves what came to `main` and `paraf` since a state that was proven before, in proportion to that, with
 * the conclusions of `verify` and `prove`. Answers a reason (Indonesian) instead wherever these must look at everything:
 * they alone refuse, and say what is wrong.
 */
export async function advance(
  git: Git,
  database: DatabaseSync,
  since: Proven,
): Promise<Advanced | { readonly reason: string }> {
  const objects = openObjects(git);
  try {
    return await advanceWith(git, database, objects, since);
  } catch (error) {
    if (error instanceof Unsure || error instanceof GitError) return { reason: error.message };
    throw error;
  } finally {
    objects.close();
  }
}

async function advanceWith(
  git: Git,
  database: DatabaseSync,
  objects: Objects,
  since: Proven,
): Promise<Advanced> {
  const tips = tipsOf(git);
  if (tips.main === since.main && tips.paraf === since.paraf)
    return { proven: since, entries: [], findings: since.findings, changes: [] };
  const trees = treesOf(objects);
  const entries = await readEntries(objects, await ledgerSince(trees, since, tips.paraf));
  const onMain = await mainSince(trees, since.main, tips.main);
  if (entries.length > 0)
    await proveEntries({ git, database, objects, trees }, entries, since, onMain.commits);
  const old = await readLatest(database, objects, new Set([...onMain.items, ...entries.map(pathOf)]));
  const now = new Map([...old, ...entries.map((file) => [pathOf(file), file] as const)]);

  const wasLeftOut = new Set(since.findings.filter(isOfItem).map(({ path }) => path));
  const findings = [
    ...since.findings.filter(({ code, path }) => code === 'tersesat' && !onMain.stray.has(path)),
    ...[...onMain.stray.values()].filter((finding) => finding !== null),
    ...sistemFinding(onMain.sidik, since.sistem.sidik, since.sistem),
    ...since.findings.filter((finding) => isOfItem(finding) && !now.has(finding.path)),
  ];
  const changes: Change[] = [];
  for (const [path, latest] of now) {
    const oid = isItem(path) ? await folderAt(trees, onMain.tree, path) : null;
    const folder = oid === null ? null : folderOf(oid, await filesIn(trees, oid));
    const finding = judge(path, folder, latest?.entry);
    if (finding !== null) findings.push(finding);
    const was = published(old.get(path) ?? null, wasLeftOut.has(path));
    const is = published(latest, finding !== null);
    if (was?.number !== is?.number)
      changes.push({ path, before: was?.entry ?? null, after: is?.entry ?? null });
  }
  findings.sort(byPlace);
  const last = entries.at(-1)?.number ?? since.last;
  return { proven: { ...since, ...tips, last, findings }, entries, findings, changes };
}

const isOfItem = ({ code }: Finding) => code !== 'tersesat' && code !== 'sistem-belum-disetujui';

const pathOf = ({ entry }: LedgerFile) => (entry.jenis === 'sistem' ? '' : entry.path);

/** A withdrawal stays published, whatever lies on `main`; an item only where it is what was approved. */
function published(latest: LedgerFile | null, isLeftOut: boolean): LedgerFile | null {
  return latest?.entry.jenis === 'item' && isLeftOut ? null : latest;
}

/** The ledger is read first: what it names is on `main` already, however much is merged in between. */
function tipsOf(git: Git): { readonly main: string; readonly paraf: string } {
  const branches = ['refs/heads/paraf^{commit}', 'refs/heads/main^{commit}'];
  const [isShallow, paraf, main] = git
    .text('rev-parse', '--is-shallow-repository', ...branches)
    .trim()
    .split('\n');
  if (isShallow !== 'false') throw new Unsure('Salinan ini hanya memuat sebagian riwayat.');
  return { main: main!, paraf: paraf! };
}

async function readEntries(
  objects: Objects,
  files: readonly Omit<LedgerFile, 'entry'>[],
): Promise<LedgerFile[]> {
  const oids = files.map(({ oid }) => oid);
  const blobs = await readAll(objects, oids, 'blob');
  return files.map((file, place) => {
    const entry = parseEntry(file.path, file.oid, blobs[place]!.bytes);
    if (!entry.ok) throw new Unsure(`Catatan ${file.path} tidak terbaca.`);
    return { ...file, entry: entry.value };
  });
}

/** What the kept ledger says last of each path; null where it never had it. */
async function readLatest(
  database: DatabaseSync,
  objects: Objects,
  paths: ReadonlySet<string>,
): Promise<ReadonlyMap<string, LedgerFile | null>> {
  const places = [...paths].map((path) => [path, latestOf(database, path)] as const);
  const found = await readEntries(
    objects,
    places.flatMap(([, place]) => place ?? []),
  );
  const latest = new Map(found.map((file) => [pathOf(file), file]));
  return new Map(
    places.map(([path, place]) => {
      const file = latest.get(path) ?? null;
      if ((file === null) !== (place === null))
        throw new Unsure(`Ingatan tentang ${path} tidak cocok dengan buku catatan.`);
      return [path, file];
    }),
  );
}
