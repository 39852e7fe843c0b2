import { collections } from '../../../content/schema/collections.ts';
import { pengelolaSistem } from '../../../content/schema/pelaksana.ts';
import type { Issue } from '../../core/issue.ts';
import type { LedgerEntry } from '../../core/ledger.ts';
import { instant, type Roster } from '../../core/peran.ts';
import { waktu } from '../../core/text.ts';
import { sistemFile } from '../../github/read/record.ts';
import { sistemSidik, type TreeLine } from '../tree.ts';
import type { Verification } from '../verify.ts';
import type { System } from './systems.ts';

type SistemEntry = Extract<LedgerEntry, { jenis: 'sistem' }>;

const fault = (code: string, path: string, message: string): Issue => ({
  code,
  file: `paraf:${path}`,
  message,
});

/** Whether `sistem.json` is the ledger's own list of approved systems, line by line. */
export function sistemListIssues({ ledger, records }: Pick<Verification, 'ledger' | 'records'>): Issue[] {
  const wanted = ledger.flatMap(({ path, entry }) => (entry.jenis === 'sistem' ? [{ path, entry }] : []));
  const text = (record: unknown) => JSON.stringify(record);
  const lines = wanted.map(({ entry: { commit, sidik, at, pull } }) => text({ commit, sidik, at, pull }));
  const place = lines.findIndex((line, index) => line !== text(records[index]));
  const first = place >= 0 ? place : records.length > lines.length ? lines.length : -1;
  if (first < 0) return [];
  const entry = wanted[first];
  const message =
    entry === undefined
      ? `${sistemFile} memuat keadaan sistem ke-${first + 1}, yang tidak ada dalam buku catatan.`
      : `Keadaan sistem ke-${first + 1} dalam ${sistemFile} bukan yang dicatat ${entry.path}.`;
  return [fault('catatan-sistem-berbeda', sistemFile, `${message} Pulihkan cabang paraf dari riwayatnya.`)];
}

/**
 * What of an approved system's entry does not fit: its sidik, who approved it, and the lines of its merge.
 *
 * @param before roster of the system that stood before it; null for the first one
 * @param trailers lines of ours in the merge's message
 */
export function sistemEntryIssues(
  path: string,
  entry: SistemEntry,
  system: System | undefined,
  before: Roster | null,
  trailers: readonly string[],
): Issue[] {
  const issues: Issue[] = [];
  const add = (code: string, message: string) => issues.push(fault(code, path, message));
  // What cannot be read is told of already.
  if (
    system !== undefined &&
    system.root.length > 0 &&
    !sidiksOf(system.root, system.content).includes(entry.sidik)
  )
    add(
      'sidik-sistem',
      `Sidik sistem ${entry.sidik} bukan sidik commit ${entry.commit} tanpa folder butirnya.`,
    );
  // Whoever set the repository up answers for the first one.
  if (before === null) return issues;
  if (entry.pull === null || entry.disetujuiOleh.length === 0)
    add('sistem-tanpa-persetujuan', 'Perubahan sistem tercatat tanpa pull request yang disetujui.');
  for (const akun of entry.disetujuiOleh) {
    const held = (before.byAccount.get(akun) ?? []).some(
      ({ row, from }) => row.peran === pengelolaSistem && from <= instant(entry.at),
    );
    if (!held)
      add(
        'tanpa-peran',
        `Akun ${akun} menyetujui perubahan sistem, tetapi sampai ${waktu(entry.at)} tidak pernah memegang peran ${pengelolaSistem}.`,
      );
  }
  const approvers = trailers.flatMap((line) => /^Disetujui: \S+ (\d+)$/.exec(line)?.[1] ?? []).map(Number);
  const stranger = approvers.find((akun) => !entry.disetujuiOleh.includes(akun));
  if (stranger !== undefined)
    add(
      'paraf-berbeda',
      `Commit ${entry.commit} menyebut persetujuan akun ${stranger}, yang tidak ada dalam catatan.`,
    );
  const pull = trailers.find((line) => line.startsWith('Pull-Request: '));
  if (pull !== undefined && pull !== `Pull-Request: ${entry.pull ?? ''}`)
    add(
      'paraf-berbeda',
      `Commit ${entry.commit} berkata “${pull}”, padahal catatan menyebut #${entry.pull ?? ''}.`,
    );
  return issues;
}

/** Sidiks that a commit can have had: an older program knew fewer collections, and counted the rest as system. */
function sidiksOf(root: readonly TreeLine[], content: readonly TreeLine[]): string[] {
  const names = collections
    .map(({ name }) => name)
    .filter((name) => content.some((line) => line.name === name));
  return Array.from({ length: 2 ** names.length }, (_, choice) =>
    sistemSidik(root, content, new Set(names.filter((_name, place) => ((choice >> place) & 1) === 0))),
  );
}
