import type { Kind } from '../../content/schema/sop.ts';
import type { Deadlock, Position, StepPosition } from './position.ts';
import { clockFields, noClock, type Calendars } from './kalender-clock.ts';
import { holdersOf, instant } from './peran.ts';
import { rolesText, stepText } from './refusal.ts';
import { kindAt, refusalsOf, type State } from './state.ts';

/**
 * What a state means at a moment: the Position of design section 7.
 *
 * @param now ISO 8601 with zone: appointments are looked up, and clocks are read, at this time
 * @param calendars working time; without it the clocks are not read
 */
export function positionOf(state: State, now: string, calendars?: Calendars): Position {
  const { sop } = state.context;
  const kind = kindAt(state, state.current);
  const langkah = isWaiting(state, kind) ? sop.langkah[state.current] : undefined;
  return {
    sop: sop.id,
    sopVersion: sop.version,
    langkah: langkah?.no ?? null,
    status: state.phase === 'belum' ? 'berjalan' : state.phase,
    menunggu: langkah === undefined || kind === 'system' ? [] : langkah.pelaksana,
    putaranKoreksi: state.rounds,
    steps: sop.langkah.map((_, index) => stepPosition(state, index, now, calendars)),
    ditolak: refusalsOf(state),
    pelanggaran: state.pelanggaran,
    macet: deadlocks(state, now),
    sidik: state.sidik,
    sidikDisetujui: state.approved,
  };
}

/** Whether the current step is waited for now. Nobody can watch what is not live yet (section 3: `pantau`). */
function isWaiting({ phase, published }: State, kind: Kind | undefined): boolean {
  if (phase === 'belum' || phase === 'selesai' || phase === 'ditutup') return false;
  return kind !== 'observer' || published;
}

function stepPosition(state: State, index: number, now: string, calendars?: Calendars): StepPosition {
  const langkah = state.context.sop.langkah[index]!;
  const done = state.done[index] ?? null;
  return {
    no: langkah.no,
    tindakan: langkah.tindakan,
    mulai: state.mulai[index] ?? null,
    selesai: done?.at ?? null,
    oleh: done?.by ?? null,
    atasNama: done?.atasNama ?? null,
    peran: done?.peran ?? null,
    review: done?.review ?? null,
    sidik: done?.sidik ?? null,
    ...stepClock(state, index, now, calendars),
  };
}

/** The clock of a step (R12): it starts when the step before it is done, and stands still while the item is closed. */
function stepClock(state: State, index: number, now: string, calendars?: Calendars) {
  const { waktu } = state.context.sop.langkah[index]!;
  const mulai = state.mulai[index] ?? null;
  if (calendars === undefined || waktu === null || mulai === null) return noClock;
  const { closures } = state;
  const done = state.done[index] ?? null;
  const closed = closures.find(({ until }) => until === null);
  const until = done?.at ?? closed?.from ?? now;
  return clockFields(calendars, { waktu, mulai, until, isDone: done !== null, closures });
}

/** Open `setujui` steps that no present holder may sign, from the first event on (R6). */
function deadlocks(state: State, now: string): Deadlock[] {
  if (state.phase === 'belum' || state.merged) return [];
  const { sop, roster } = state.context;
  return sop.langkah.flatMap((langkah, index) => {
    if (langkah.tindakan !== 'setujui' || state.done[index] !== null) return [];
    const holders = holdersOf(roster, langkah.pelaksana, instant(now), state.opd);
    const free = holders.filter((akun) => !state.lasting.includes(akun));
    if (free.some((akun) => !state.passing.includes(akun))) return [];
    const what = `MACET: ${stepText(sop, index)} tidak dapat diparaf siapa pun`;
    const roles = rolesText(sop, index);
    const message =
      holders.length === 0
        ? `${what}, karena tidak ada yang memegang peran ${roles}. Angkat pemegangnya di content/pelaksana.yml.`
        : free.length === 0
          ? `${what}, karena semua pemegang peran ${roles} ikut membuat isinya. Angkat seorang lagi, atau seorang Plh, di content/pelaksana.yml.`
          : `${what}, karena pemegang peran ${roles} ikut menyunting isinya. Minta pembuatnya menegaskan isi ini dengan /ajukan, atau angkat seorang lagi di content/pelaksana.yml.`;
    return [{ no: langkah.no, peran: langkah.pelaksana, message }];
  });
}
