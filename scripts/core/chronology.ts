import type { Event } from './events.ts';
import type { Issue } from './issue.ts';
import { instant, second } from './peran.ts';
import { waktu } from './text.ts';

/** Where an event stands, for messages. */
export type EventPlace = (index: number) => Pick<Issue, 'file' | 'line' | 'field'>;

/**
 * What no clock could have told: a history without an opening, something that happened before it, something that has
 * not happened yet. Nothing can be judged on such a history (R1, R13): a clock that went backwards orders its events
 * wrongly, and appointments and deadlines with them.
 *
 * @param now ISO 8601 with zone: the moment at which the history is judged
 * @param whole where the history as a whole stands
 */
export function chronologyIssues(
  events: readonly Event[],
  now: string,
  placeOf: EventPlace,
  whole: Pick<Issue, 'file' | 'line' | 'field'>,
): Issue[] {
  if (events.length === 0) return [];
  const openings = events.flatMap(({ kind, at }) => (kind === 'opened' ? [at] : []));
  const [opened] = openings.toSorted((a, b) => instant(a) - instant(b));
  const issues: Issue[] = [];
  if (opened === undefined)
    issues.push({
      code: 'tanpa-pembukaan',
      ...whole,
      message:
        'Riwayat ini tidak memuat peristiwa "opened", sehingga tidak ada butir yang dinilai. Tambahkan peristiwanya.',
    });
  for (const [index, { at }] of events.entries()) {
    if (opened !== undefined && second(at) < second(opened))
      issues.push({
        code: 'jam-mundur',
        ...placeOf(index),
        message: `Terjadi ${waktu(at)}, sebelum butir ini dibuka ${waktu(opened)}. Betulkan jamnya; sebelum dibuka tidak ada yang dapat terjadi.`,
      });
    if (instant(at) > instant(now))
      issues.push({
        code: 'jam-mundur',
        ...placeOf(index),
        message: `Terjadi ${waktu(at)}, padahal saat penilaiannya baru ${waktu(now)}. Betulkan jamnya, atau majukan saat penilaian (now).`,
      });
  }
  return issues;
}
