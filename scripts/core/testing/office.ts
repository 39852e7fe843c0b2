/** The four SOPs with people, for tables that must hold of each: two holders of every role, and the ordinary way. */
import type { Event } from '../events.ts';
import type { Penugasan } from '../pelaksana.ts';
import type { Position } from '../position.ts';
import { kindOfLangkah, type Sop } from '../sop.ts';
import type { Context } from '../state.ts';
import { allKelengkapan, contextOf, ev, minute, positionAfter, row, sopFromContent } from './history.ts';

/** An SOP, who holds its roles, and histories that go its ordinary way. */
export interface Office {
  readonly sop: Sop;
  readonly context: Context;
  /** First or second holder of a role. */
  who(peran: string, place?: 1 | 2): number;
  /** First or second holder of the role of a step. */
  at(no: number, place?: 1 | 2): number;
  /** All papers present. */
  readonly complete: { readonly kelengkapan: string[] };
  /** What happens properly, ten minutes apart, until a step is waited for; `siap`: until nothing is. */
  until(no: number | 'siap'): Event[];
  after(events: readonly Event[]): Position;
}

/** An office for an SOP; `rows` instead of two definitive holders of each role. */
export function officeOf(sop: Sop, rows?: (who: Office['who']) => readonly Penugasan[]): Office {
  const roles = sop.pelaksana.map(({ id }) => id);
  const who: Office['who'] = (peran, place = 1) => {
    const index = roles.indexOf(peran);
    if (index < 0) throw new Error(`${sop.id} has no role ${peran}`);
    return index + (place === 1 ? 1 : 21);
  };
  const at: Office['at'] = (no, place) => who(stepOf(sop, no).pelaksana[0]!, place);
  const two = roles.flatMap((peran) => [row(who(peran), peran), row(who(peran, 2), peran)]);
  const context = contextOf(sop, rows?.(who) ?? two);
  const complete = { kelengkapan: allKelengkapan(sop) };
  const after = (events: readonly Event[]) => positionAfter(context, events);

  /** What the holder of a step does there. */
  const moves = (no: number, sidik: string, begin: number): Event[] =>
    kindOfLangkah(stepOf(sop, no)) === 'maker'
      ? [ev.content(begin, at(no), `v${begin}`, complete), ev.submitted(begin + 1, at(no), `v${begin}`)]
      : [ev.sign(begin, at(no), sidik, { id: `t${no}` })];

  const until: Office['until'] = (wanted) => {
    const events = [ev.opened(0, at(sop.langkah[0]!.no), 'v0', complete)];
    for (let begin = 10; begin < 1_000; begin += 10) {
      const { langkah, sidik, status } = after(events);
      if (langkah === wanted || status !== 'berjalan' || langkah === null) return events;
      events.push(...moves(langkah, sidik!, begin));
    }
    throw new Error(`${sop.id} goes round before ${wanted}`);
  };
  return { sop, context, who, at, complete, until, after };
}

/** The minute after the last event of a history. */
export function later(events: readonly Event[], minutes = 1): number {
  const last = Math.max(...events.map((event) => Date.parse(event.at)));
  return (last - Date.parse(minute(0))) / 60_000 + minutes;
}

function stepOf(sop: Sop, no: number) {
  const langkah = sop.langkah.find((item) => item.no === no);
  if (langkah === undefined) throw new Error(`${sop.id} has no step ${no}`);
  return langkah;
}

/** The offices of the four SOPs, by the collection that each governs. */
export const offices = {
  konten: officeOf(sopFromContent('pembuatan-konten-informasi')),
  berita: officeOf(sopFromContent('penyebarluasan-informasi')),
  kampanye: officeOf(sopFromContent('pengelolaan-konten-media')),
  informasi: officeOf(sopFromContent('pendokumentasian-informasi-publik')),
} as const;

/** Every office with its name, for tables over all four SOPs. */
export const everyOffice = Object.entries(offices);
