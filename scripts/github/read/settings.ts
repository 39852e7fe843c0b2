import { pelaksanaSchema } from '../../../content/schema/pelaksana.ts';
import { buildAturan, type Alur, type Aturan } from '../../core/aturan.ts';
import type { Issue, Result } from '../../core/issue.ts';
import { kalenderFrom } from '../../core/kalender.ts';
import type { Kalender } from '../../core/kalender-table.ts';
import { kalenderMessages } from '../../core/kalender-messages.ts';
import type { Penugasan } from '../../core/pelaksana.ts';
import { rosterOf, type Roster } from '../../core/peran.ts';
import { recordedRows } from '../../core/recorded-rows.ts';
import { readWith } from '../../core/schema-issues.ts';
import type { Sop } from '../../core/sop.ts';
import { parseDocument, parseYaml } from '../../markdown/front-matter.ts';
import type { Facts, SettingsFile } from './facts.ts';

const mostKept = 8;
const known = new Map<string, Result<Aturan>>();

/** Reads the settings of one commit. They change seldom and are asked for at every look, so the last few are kept. */
export function aturanOf(files: readonly SettingsFile[]): Result<Aturan> {
  const key = files.map(({ path, oid }) => `${path} ${oid}`).join('\n');
  return keptIn(known, key, () => parseSettings(files));
}

/** What is known by a key, or made now; beyond the last few the oldest goes. */
function keptIn<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const found = kept.get(key);
  if (found !== undefined) return found;
  const made = make();
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, made);
  return made;
}

function parseSettings(files: readonly SettingsFile[]): Result<Aturan> {
  const issues: Issue[] = [];
  const parsed = files.flatMap(({ path, oid, text }) => {
    const result = path.endsWith('.md') ? parseDocument(path, oid, text) : parseYaml(path, oid, text);
    if (result.ok) return [result.value];
    issues.push(...result.issues);
    return [];
  });
  return issues.length > 0 ? { ok: false, issues } : buildAturan(parsed);
}

/**
 * Who held which role when: what the last recorded `pelaksana.yml` says by its dates, as far as the list that stood at
 * the time said so too (R2).
 */
export function rosterOfFacts(facts: Facts): Result<Roster> {
  const now = aturanOf(facts.now);
  if (!now.ok) return now;
  const stood = facts.appointments.map(({ from, file }) => ({ from, rows: rowsOf(file) }));
  return { ok: true, value: rosterOf(recordedRows(now.value.pelaksana, stood)) };
}

const lists = new Map<string, readonly Penugasan[]>();

/** While a list could not be read, nobody held a role by it. */
export function rowsOf(file: SettingsFile | null): readonly Penugasan[] {
  if (file === null) return [];
  return keptIn(lists, file.oid, () => {
    const parsed = parseYaml(file.path, file.oid, file.text);
    const read = parsed.ok ? readWith(pelaksanaSchema, parsed.value) : null;
    return read?.ok === true ? read.value : [];
  });
}

const kalenderPath = 'content/kalender.yml';
const calendars = new Map<string, Result<Kalender>>();

/**
 * The calendar of one commit. It stands apart from the rest: a broken one takes the deadlines away, but proves nothing
 * about who may do what, and must not stop the change that mends it.
 */
export function kalenderOf(files: readonly SettingsFile[]): Result<Kalender> {
  const file = files.find(({ path }) => path === kalenderPath);
  if (file === undefined) {
    const message = kalenderMessages['kalender-tidak-ada']();
    return { ok: false, issues: [{ code: 'kalender-tidak-ada', file: kalenderPath, message }] };
  }
  return keptIn(calendars, file.oid, () => {
    const parsed = parseYaml(file.path, file.oid, file.text);
    return parsed.ok ? kalenderFrom(parsed.value) : parsed;
  });
}

/** The SOP under which an item stands: the one that governed its collection when it was opened. */
export function sopOfFacts(facts: Facts): Result<{ readonly sop: Sop; readonly alur: Alur }> {
  if (facts.kind.kind !== 'item') throw new Error(`#${facts.number} is no item`);
  const opened = aturanOf(facts.opened);
  if (!opened.ok) return opened;
  const { name } = facts.kind.collection;
  const alur = opened.value.alur.get(name);
  const sop = alur === undefined ? undefined : opened.value.sops.get(alur.sop);
  if (alur !== undefined && sop !== undefined) return { ok: true, value: { sop, alur } };
  return {
    ok: false,
    issues: [
      {
        code: 'tanpa-sop',
        file: 'content/alur.yml',
        field: name,
        message: `Koleksi ${name} belum punya SOP yang mengaturnya. Tambahkan di content/alur.yml lewat perubahan sistem.`,
      },
    ],
  };
}
