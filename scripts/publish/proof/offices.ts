import type { LedgerEntry } from '../../core/ledger.ts';
import { instant, rolesOf } from '../../core/peran.ts';
import { parseDocument } from '../../markdown/front-matter.ts';
import type { LedgerFile } from '../verify.ts';
import { parseTree } from './commit.ts';
import { systemAt } from './item-entries.ts';
import type { Objects } from './objects.ts';
import type { Systems } from './systems.ts';

type ItemEntry = Extract<LedgerEntry, { jenis: 'item' }>;

/**
 * Office of each item, by sidik, where somebody signed in a role that is limited to an office: only there it decides
 * anything, and reading every item would take longer than all the rest.
 */
export async function officesOf(
  objects: Objects,
  ledger: readonly LedgerFile[],
  systems: Systems,
): Promise<ReadonlyMap<string, string>> {
  const sidiks = [
    ...new Set(
      ledger.flatMap(({ entry }) =>
        entry.jenis === 'item' && needsOffice(entry, systems) ? [entry.sidik] : [],
      ),
    ),
  ];
  const indexes: { sidik: string; oid: string }[] = [];
  await objects.each(sidiks, (found, place) => {
    if (typeof found === 'string' || found.type !== 'tree') return;
    const index = parseTree(found.bytes).find(({ name }) => name === 'index.md');
    if (index !== undefined) indexes.push({ sidik: sidiks[place]!, oid: index.oid });
  });
  const offices = new Map<string, string>();
  await objects.each(
    indexes.map(({ oid }) => oid),
    (found, place) => {
      if (typeof found === 'string') return;
      const opd = officeIn(found.bytes.toString('utf8'));
      if (opd !== null) offices.set(indexes[place]!.sidik, opd);
    },
  );
  return offices;
}

function needsOffice(entry: ItemEntry, { list }: Systems): boolean {
  const roster = list[systemAt(list, entry.at)]?.roster;
  if (roster === undefined) return false;
  return entry.langkah.some(
    ({ akun, peran, at }) =>
      !rolesOf(roster, akun, instant(at), null).some((row) => row.peran === peran) &&
      roster.byAccount.get(akun)?.some(({ row }) => row.peran === peran && row.opd !== undefined) === true,
  );
}

/** The office that an item's front matter names. */
function officeIn(text: string): string | null {
  const end = text.indexOf('\n---', 3);
  const lines = text.slice(0, end < 0 ? undefined : end).match(/^.*opd.*$/gm) ?? [];
  // One plain line says it; whatever is written otherwise is read as YAML.
  const [, plain] = lines.length === 1 ? (/^opd: ([a-z0-9-]+)\r?$/.exec(lines[0]!) ?? []) : [];
  if (plain !== undefined) return plain;
  const parsed = parseDocument('index.md', '', text);
  const opd = parsed.ok ? (parsed.value.data as Record<string, unknown>)['opd'] : null;
  return typeof opd === 'string' && opd !== '' ? opd : null;
}
