import { commandOf, reasonOf } from '../../../../scripts/core/command.ts';
import type { Event } from '../../../../scripts/core/events.ts';
import { atasNamaOf, instant, rolesOf } from '../../../../scripts/core/peran.ts';
import { roleName } from '../../../../scripts/core/refusal.ts';
import { initialState, refusalsOf, type Context, type State } from '../../../../scripts/core/state.ts';
import { step } from '../../../../scripts/core/step.ts';

/** One thing that happened, as a person tells it. */
export interface HistoryLine {
  readonly at: string;
  readonly by: number;
  /** In which roles of this SOP the person stood then: “Tim Pengolah Informasi”; null for none. */
  readonly sebagai: string | null;
  readonly what: string;
  /** Words that came with it: a reason, a remark. */
  readonly text: string | null;
  /** What it did to the steps: “Langkah 3 dan 4 selesai.”; or why it did not count. */
  readonly effect: string | null;
  readonly tone: 'maju' | 'mundur' | 'biasa' | 'tidak-dihitung';
}

/** Tells a history in plain words, the latest first. */
export function historyOf(context: Context, events: readonly Event[]): HistoryLine[] {
  let state = initialState(context);
  const lines = events.flatMap((event, index) => {
    const next = step(state, event, index);
    const line = lineOf(state, next, event, index);
    state = next;
    return line === null ? [] : [line];
  });
  return lines.reverse();
}

function lineOf(before: State, after: State, event: Event, index: number): HistoryLine | null {
  const { what, text } = wordsOf(before, event);
  const refused = refusalsOf(after).find((refusal) => refusal.event === index);
  const done = after.context.sop.langkah.filter(
    (_, place) => after.done[place] !== null && after.done[place] !== before.done[place],
  );
  const reopened = before.done.some((one, place) => one !== null && after.done[place] === null);
  const isReturn = after.rounds > before.rounds;
  // The same content again changed nothing that anybody must know.
  if (event.kind === 'content' && before.sidik === after.sidik && before.phase !== 'belum') return null;
  const effect =
    refused !== undefined && done.length === 0
      ? refused.message
      : done.length > 0
        ? `Langkah ${and(done.map(({ no }) => String(no)))} selesai.`
        : isReturn
          ? `Kembali ke langkah ${after.context.sop.langkah[after.current]?.no ?? '?'}.`
          : reopened
            ? `Paraf sebelumnya gugur; pemeriksaan diulang dari langkah ${after.context.sop.langkah[after.current]?.no ?? '?'}.`
            : null;
  const tone =
    refused !== undefined && done.length === 0
      ? 'tidak-dihitung'
      : isReturn || reopened
        ? 'mundur'
        : done.length > 0
          ? 'maju'
          : 'biasa';
  const signed = after.done.flatMap((one, place) =>
    one !== null && one !== before.done[place] && one.atasNama !== null ? [one.atasNama] : [],
  );
  const sebagai = signed.length > 0 ? [...new Set(signed)].join('; ') : rolesAt(after, event);
  return { at: event.at, by: event.by, sebagai, what, text, effect, tone };
}

function rolesAt(state: State, event: Event): string | null {
  const { sop, roster } = state.context;
  const known = new Set(sop.langkah.flatMap(({ pelaksana }) => pelaksana));
  const rows = rolesOf(roster, event.by, instant(event.at), state.opd).filter(({ peran }) =>
    known.has(peran),
  );
  const said = event.kind === 'reviewed' && event.sebagai !== undefined ? event.sebagai : undefined;
  const shown = said === undefined ? rows : rows.filter(({ peran }) => peran === said);
  const names = shown.map((row) => atasNamaOf(roster, row, roleName(sop, row.peran)));
  return names.length === 0 ? null : [...new Set(names)].join('; ');
}

function wordsOf(state: State, event: Event): { what: string; text: string | null } {
  switch (event.kind) {
    case 'opened':
      return { what: 'membuat butir ini', text: null };
    case 'content':
      return { what: 'menyimpan versi baru', text: null };
    case 'submitted':
      return { what: 'mengajukan', text: null };
    case 'reviewed': {
      const command = commandOf(event);
      switch (command) {
        case 'sign':
          return { what: `memaraf ${tindakanAt(state)}`.trim(), text: null };
        case 'return':
          return { what: 'mengembalikan', text: reasonOf(event.body) || null };
        case 'submit':
          return { what: 'mengajukan', text: null };
        case 'comment':
          return { what: 'memberi catatan', text: event.body.trim() || null };
      }
    }
    // falls through
    case 'edited':
      return { what: 'menyunting tinjauannya', text: null };
    case 'dismissed':
      return { what: 'mencabut sebuah tinjauan', text: null };
    case 'closed':
      return { what: 'menutup', text: null };
    case 'reopened':
      return { what: 'membuka kembali', text: null };
    case 'merged':
      return { what: 'menggabungkan', text: null };
    case 'published':
      return { what: 'menayangkan di portal', text: null };
    case 'observed':
      return {
        what: 'melaporkan tayang',
        text: `${event.kanal}, ${event.frekuensi}, ${event.ketepatan}`,
      };
  }
}

function tindakanAt(state: State): string {
  const langkah = state.context.sop.langkah[state.current];
  return langkah === undefined ? '' : `(${langkah.tindakan})`;
}

function and(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} dan ${words.at(-1) ?? ''}`;
}
