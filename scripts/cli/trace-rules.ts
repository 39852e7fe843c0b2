import { readFileSync } from 'node:fs';
import { pelaksanaSchema } from '../../content/schema/pelaksana.ts';
import { readCheckout } from '../check/checkout.ts';
import { opdIdsOf, type Parsed } from '../core/aturan.ts';
import type { Event } from '../core/events.ts';
import type { Issue, Result } from '../core/issue.ts';
import { kalenderFrom } from '../core/kalender.ts';
import type { Kalender } from '../core/kalender-table.ts';
import { pelaksanaIssues } from '../core/pelaksana-rules.ts';
import type { Penugasan } from '../core/pelaksana.ts';
import { rosterOf } from '../core/peran.ts';
import type { Position } from '../core/position.ts';
import { reduce } from '../core/reduce.ts';
import { positionOf } from '../core/report.ts';
import { readWith } from '../core/schema-issues.ts';
import { parseSop, type Sop } from '../core/sop.ts';
import { parseYaml } from '../markdown/front-matter.ts';
import { root } from './root.ts';

/** What a history is judged by, beside its SOP. */
export interface Rules {
  readonly rows: readonly Penugasan[];
  readonly kalender: Kalender;
  readonly app: number | null;
}

/** The Position after a history, at a moment. */
export function positionFor(sop: Sop, rules: Rules, events: readonly Event[], now: string): Position {
  const state = reduce({ sop, roster: rosterOf(rules.rows), app: rules.app }, events);
  return positionOf(state, now, { now: { ok: true, value: rules.kalender } });
}

/** An SOP of this checkout by its id, or what is wrong with it. */
export function findSop(id: string): Result<Sop> {
  const { parsed, issues } = readCheckout(root);
  const file = `content/sop/${id}/index.md`;
  const found = parsed.find((item) => item.file === file);
  if (found !== undefined) return parseSop(found);
  const unreadable = issues.filter((issue) => issue.file === file);
  const known = parsed.flatMap((item) => /^content\/sop\/([^/]+)\//.exec(item.file)?.[1] ?? []).join(', ');
  const message = `Tidak ada SOP dengan id "${id}". Yang ada: ${known}.`;
  return {
    ok: false,
    issues: unreadable.length > 0 ? unreadable : [{ code: 'sop-tidak-ada', file, message }],
  };
}

/** Who may act: of this checkout, or of a file that stands in for it. */
export function readPelaksana(file: string | undefined): Result<readonly Penugasan[]> {
  const parsed = readSetting('content/pelaksana.yml', file);
  return parsed.ok ? readWith(pelaksanaSchema, parsed.value) : parsed;
}

/** Working time: of this checkout, or of a file that stands in for it. */
export function readKalender(file: string | undefined): Result<Kalender> {
  const parsed = readSetting('content/kalender.yml', file);
  return parsed.ok ? kalenderFrom(parsed.value) : parsed;
}

/**
 * What is odd in a file that stands in for `content/pelaksana.yml`: warnings, for such a row gives nobody a role, and
 * what the history means is told all the same.
 */
export function pelaksanaWarnings(file: string): Issue[] {
  const parsed = readSetting('content/pelaksana.yml', file);
  const rows = parsed.ok ? readWith(pelaksanaSchema, parsed.value) : parsed;
  if (!parsed.ok || !rows.ok) return [];
  const { parsed: settings } = readCheckout(root);
  const roles = settings.flatMap((item) => {
    const sop = item.file.startsWith('content/sop/') ? parseSop(item) : null;
    return sop?.ok === true ? sop.value.pelaksana.map(({ id }) => id) : [];
  });
  return pelaksanaIssues(parsed.value, rows.value, [...new Set(roles)], opdIdsOf(settings)).map((issue) => ({
    ...issue,
    level: 'peringatan',
  }));
}

function readSetting(own: string, other: string | undefined): Result<Parsed> {
  const text = readText(other ?? `${root}/${own}`);
  return text.ok ? parseYaml(other ?? own, '', text.value) : text;
}

/** Code of a file that could not be read: then the command ends with 3. */
export const unreadable = 'berkas-tak-terbaca';

/** The text of a file, or that it cannot be read: one of several faults that are told together. */
export function readText(file: string): Result<string> {
  try {
    return { ok: true, value: readFileSync(file, 'utf8') };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'tidak diketahui';
    const message = `Berkas ini tidak dapat dibaca (${code}). Periksa nama dan izinnya, lalu ulangi.`;
    return { ok: false, issues: [{ code: unreadable, file, message }] };
  }
}
