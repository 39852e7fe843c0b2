import { pelaksanaSchema } from '../../content/schema/pelaksana.ts';
import type { Parsed } from '../core/aturan.ts';
import { chronologyIssues } from '../core/chronology.ts';
import type { Issue, Result } from '../core/issue.ts';
import { kalenderFrom } from '../core/kalender.ts';
import type { Kalender } from '../core/kalender-table.ts';
import { parseEvent, parseJson } from '../core/parse-events.ts';
import type { Penugasan } from '../core/pelaksana.ts';
import type { Position } from '../core/position.ts';
import { readWith } from '../core/schema-issues.ts';
import type { Sop } from '../core/sop.ts';
import { badMoment, isMoment } from './moment.ts';
import { findSop, positionFor } from './trace-rules.ts';

/** One case of a batch: `{"sop","events":[…],"now","pelaksana"?,"kalender"?,"app"?}`. */
type Case = Readonly<Partial<Record<'sop' | 'events' | 'now' | 'pelaksana' | 'kalender' | 'app', unknown>>>;

/** What holds for every case of a batch that does not say otherwise. */
export interface Defaults {
  readonly rows: Result<readonly Penugasan[]>;
  readonly kalender: Result<Kalender>;
  readonly app: number | null;
}

/** Judges the cases of a file, one a line; each SOP is read once. */
export function batchOf(file: string, defaults: Defaults) {
  const sops = new Map<string, Result<Sop>>();
  const sopOf = (id: string) => {
    const known = sops.get(id) ?? findSop(id);
    sops.set(id, known);
    return known;
  };
  /** The Position of the case on a line, or everything that is wrong with it. */
  return (text: string, line: number): Result<Position> => {
    const value = parseJson(text);
    const fault = (message: string, field?: string): Issue => ({
      code: 'perkara-salah',
      file,
      line,
      message,
      ...(field === undefined ? {} : { field }),
    });
    if (value === undefined)
      return failed([fault('Baris ini bukan JSON yang utuh. Satu baris berisi satu perkara.')]);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return failed([fault('Setiap baris harus satu objek JSON berisi "sop", "events", dan "now".')]);
    const { sop: id, now, events: raw, app = defaults.app, pelaksana, kalender: calendar }: Case = value;

    const inline = (data: unknown): Parsed => ({ file, oid: '', data, body: '', lineOf: () => line });
    const sop =
      typeof id === 'string' ? sopOf(id) : failed([fault('"sop" belum ada. Isi dengan id SOP.', 'sop')]);
    const rows = pelaksana === undefined ? defaults.rows : readWith(pelaksanaSchema, inline(pelaksana));
    const kalender = calendar === undefined ? defaults.kalender : kalenderFrom(inline(calendar));
    const read = Array.isArray(raw)
      ? raw.map((item: unknown, index) => parseEvent(item, file, line, ['events', index]))
      : [failed([fault('"events" harus daftar peristiwa.', 'events')])];
    const events = read.flatMap((result) => (result.ok ? [result.value] : []));
    const issues = [sop, rows, kalender, ...read].flatMap((result) => (result.ok ? [] : result.issues));
    if (!isMoment(now)) issues.push(fault(badMoment(now), 'now'));
    if (app !== null && !isAccount(app)) issues.push(fault('"app" harus nomor akun aplikasi Paraf.', 'app'));
    if (!sop.ok || !rows.ok || !kalender.ok || !isMoment(now) || issues.length > 0) return failed(issues);

    const placeOf = (index: number) => ({ file, line, field: `events.${index}.at` });
    const chronology = chronologyIssues(events, now, placeOf, { file, line, field: 'events' });
    if (chronology.length > 0) return failed(chronology);
    const rules = { rows: rows.value, kalender: kalender.value, app: isAccount(app) ? app : null };
    return { ok: true, value: positionFor(sop.value, rules, events, now) };
  };
}

function isAccount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function failed(issues: readonly Issue[]): Result<never> {
  return { ok: false, issues };
}
