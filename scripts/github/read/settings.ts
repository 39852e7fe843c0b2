import { buildAturan, type Alur, type Aturan } from '../../core/aturan.ts';
import type { Issue, Result } from '../../core/issue.ts';
import { rosterOf, type Roster } from '../../core/peran.ts';
import type { Sop } from '../../core/sop.ts';
import { parseDocument, parseYaml } from '../../markdown/front-matter.ts';
import type { Facts, SettingsFile } from './facts.ts';
import { withTercatat } from './record.ts';

const mostKept = 8;
const known = new Map<string, Result<Aturan>>();

/** Reads the settings of one commit. They change seldom and are asked for at every look, so the last few are kept. */
export function aturanOf(files: readonly SettingsFile[]): Result<Aturan> {
  const key = files.map(({ path, oid }) => `${path} ${oid}`).join('\n');
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const aturan = parseSettings(files);
  const [oldest] = known.keys();
  if (known.size >= mostKept && oldest !== undefined) known.delete(oldest);
  known.set(key, aturan);
  return aturan;
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

/** Who holds which role now, by the last recorded `pelaksana.yml` (R2). */
export function rosterOfFacts(facts: Facts): Result<Roster> {
  const now = aturanOf(facts.now);
  return now.ok ? { ok: true, value: rosterOf(withTercatat(now.value.pelaksana, facts.records)) } : now;
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
