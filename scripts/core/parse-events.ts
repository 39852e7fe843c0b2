import type { z } from 'zod';
import { eventSchema, type Event } from './events.ts';
import type { Issue, Result } from './issue.ts';

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
  return `"${field}" bernilai ${JSON.stringify(given)}, yang tidak diterima di sini. Perbaiki.`;
}

/**
 * One event from a parsed JSON value, or everything that is wrong with it.
 *
 * @param file name and @param line place for the messages
 */
export function parseEvent(value: unknown, file: string, line: number): Result<Event> {
  const parsed = eventSchema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issues = parsed.error.issues.map((problem): Issue => ({
    code: 'peristiwa-salah',
    file,
    line,
    field: problem.path.join('.') || 'kind',
    message: sentence(problem, value),
  }));
  return { ok: false, issues };
}

/** Events from a file of JSON lines (design, section 7); empty lines are passed over, all faults told at once. */
export function parseEvents(text: string, file: string): Result<Event[]> {
  const events: Event[] = [];
  const issues: Issue[] = [];
  text.split(/\r?\n/).forEach((source, index) => {
    if (source.trim() === '') return;
    const line = index + 1;
    const value = parseJson(source);
    if (value === undefined) {
      const message = 'Baris ini bukan JSON yang utuh. Satu baris berisi satu peristiwa.';
      issues.push({ code: 'bukan-json', file, line, message });
      return;
    }
    const event = parseEvent(value, file, line);
    if (event.ok) events.push(event.value);
    else issues.push(...event.issues);
  });
  return issues.length === 0 ? { ok: true, value: events } : { ok: false, issues };
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return undefined;
  }
}
