import type { z } from 'zod';
import { eventSchema, type Event } from './events.ts';
import type { Issue, Result } from './issue.ts';

/** A history read from a file of JSON lines. */
export interface History {
  readonly events: readonly Event[];
  /** Line of the file, from 1, on which each event stands. */
  readonly lines: readonly number[];
}

const kinds = eventSchema.options.map((option) => option.shape.kind.value).join(', ');

/** What is wrong with one field of an event, in Indonesian. */
function sentence(problem: z.core.$ZodIssue, value: unknown): string {
  const field = problem.path.join('.');
  if (field === 'kind') return `"kind" harus salah satu dari: ${kinds}.`;
  if (field === 'at') return '"at" harus waktu ISO 8601 dengan zona, misalnya "2026-11-02T08:00:00+07:00".';
  if (field === '') return 'Setiap baris harus satu objek JSON berisi "kind", "at", dan "by".';
  const given = problem.path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    value,
  );
  if (given === undefined) return `"${field}" belum ada. Tambahkan.`;
  const found = JSON.stringify(given).slice(0, 80);
  if (field === 'by' || field.startsWith('coAuthors.'))
    return `"${field}" harus nomor akun, misalnya 1003, tetapi isinya ${found}. Perbaiki.`;
  return `"${field}" bernilai ${found}, yang tidak diterima di sini. Perbaiki.`;
}

/**
 * One event from a parsed JSON value, or everything that is wrong with it.
 *
 * @param file name and @param line place for the messages; @param at path of the event in that line
 */
export function parseEvent(
  value: unknown,
  file: string,
  line: number,
  at: readonly (string | number)[] = [],
): Result<Event> {
  const parsed = eventSchema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issues = parsed.error.issues.map((problem): Issue => ({
    code: 'peristiwa-salah',
    file,
    line,
    field: [...at, ...(problem.path.length === 0 ? ['kind'] : problem.path)].join('.'),
    message: sentence(problem, value),
  }));
  return { ok: false, issues };
}

/** Events from a file of JSON lines (design, section 7); empty lines are passed over, all faults told at once. */
export function parseEvents(text: string, file: string): Result<History> {
  const events: Event[] = [];
  const lines: number[] = [];
  const issues: Issue[] = [];
  // Windows editors begin a file with a mark of its byte order.
  const sources = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, source] of sources.entries()) {
    if (source.trim() === '') continue;
    const line = index + 1;
    const value = parseJson(source);
    if (value === undefined) {
      const message = 'Baris ini bukan JSON yang utuh. Satu baris berisi satu peristiwa.';
      issues.push({ code: 'bukan-json', file, line, message });
      continue;
    }
    const event = parseEvent(value, file, line);
    if (event.ok) {
      events.push(event.value);
      lines.push(line);
    } else issues.push(...event.issues);
  }
  return issues.length === 0 ? { ok: true, value: { events, lines } } : { ok: false, issues };
}

/** A value from JSON; undefined where the text is none. */
export function parseJson(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return undefined;
  }
}
