import { fitting } from '../../../../scripts/core/maker.ts';
import { atasNamaOf } from '../../../../scripts/core/peran.ts';
import { roleName } from '../../../../scripts/core/refusal.ts';
import { step } from '../../../../scripts/core/step.ts';
import { kindAt, type State } from '../../../../scripts/core/state.ts';
import type { Event } from '../../../../scripts/core/events.ts';
import type { Langkah } from '../../../../content/schema/sop.ts';

/** A role in which the person can do what is waited for. */
export interface Sebagai {
  readonly peran: string;
  /** As it will be read: “Sekretaris, Plh Kepala Dinas”. */
  readonly nama: string;
}

/** What a paraf would do, found out by the same reducer that will judge it. */
export interface ParafPreview {
  readonly sebagai: readonly Sebagai[];
  /** Steps that it clears, in order. */
  readonly langkah: readonly Langkah[];
  /** What is waited for afterwards; null once nobody is. */
  readonly sesudahnya: Langkah | null;
  /** Whether everything is signed then. */
  readonly isReady: boolean;
  /** Why it goes no further, where a later step of the same person is not cleared. */
  readonly terhenti: string | null;
}

/** What a person may do to an item now. */
export interface Acts {
  readonly paraf: ParafPreview | null;
  /** Why the person cannot sign, in words; null where they can, or where it is not a reviewer's turn. */
  readonly tanpaParaf: string | null;
  readonly kembalikan: boolean;
  /** `ajukan` ends the maker step; `tegaskan` confirms what another edited (R6). */
  readonly ajukan: 'ajukan' | 'tegaskan' | null;
  /** Why it cannot be submitted yet, for a holder of the maker step. */
  readonly tanpaAjukan: string | null;
  readonly tayang: boolean;
  /** Step whose fields the person fills in here: its tindakan. */
  readonly isi: Langkah | null;
}

const trial = 'percobaan';

/**
 * Finds out what a person may do, by trying it on the reducer: nothing here knows a rule of its own.
 *
 * @param now ISO 8601 with zone
 */
export function actsOf(state: State, akun: number, now: string, sebagai?: string): Acts {
  const said = { at: now, by: akun, sidik: state.sidik, id: trial };
  const review = (verdict: 'sign' | 'return' | 'comment', body: string): Event => ({
    kind: 'reviewed',
    ...said,
    verdict,
    body,
    ...(sebagai === undefined ? {} : { sebagai }),
  });
  const rows = fitting(state, akun, now, state.current);
  const kind = kindAt(state, state.current);
  const langkah = state.context.sop.langkah[state.current];
  const open = state.phase === 'berjalan' || state.phase === 'siap';

  const signed = step(state, review('sign', '/paraf'), trialIndex);
  const cleared = state.context.sop.langkah.filter((_, index) => signed.done[index]?.review === trial);
  const canSign = cleared.length > 0;
  const submitted = step(state, review('comment', '/ajukan'), trialIndex);
  const observed = step(
    state,
    { kind: 'observed', at: now, by: akun, kanal: '-', frekuensi: '-', ketepatan: '-' },
    trialIndex,
  );
  const isMakersTurn = kind === 'maker' && rows.length > 0 && open;
  const ajukan = !open
    ? null
    : submitted.current !== state.current
      ? 'ajukan'
      : submitted.passing.length < state.passing.length
        ? 'tegaskan'
        : null;
  return {
    paraf: canSign
      ? {
          sebagai: rolesIn(state, rows),
          langkah: cleared,
          sesudahnya: signed.context.sop.langkah[signed.current] ?? null,
          isReady: signed.phase === 'siap',
          terhenti: refusalIn(signed, state),
        }
      : null,
    tanpaParaf: !canSign && kind === 'reviewer' && open && rows.length > 0 ? refusalIn(signed, state) : null,
    kembalikan: step(state, review('return', 'x'), trialIndex).rounds > state.rounds,
    ajukan,
    tanpaAjukan: isMakersTurn && ajukan === null ? refusalIn(submitted, state) : null,
    tayang: observed.done !== state.done,
    isi: open && rows.length > 0 && (kind === 'maker' || kind === 'reviewer') ? (langkah ?? null) : null,
  };
}

/** Place in a history that no real event has. */
const trialIndex = Number.MAX_SAFE_INTEGER;

function refusalIn(after: State, before: State): string | null {
  return after.ditolak === before.ditolak ? null : (after.ditolak?.last.message ?? null);
}

function rolesIn(state: State, rows: ReturnType<typeof fitting>): Sebagai[] {
  const roles = rows.map((row) => ({
    peran: row.peran,
    nama: atasNamaOf(state.context.roster, row, roleName(state.context.sop, row.peran)),
  }));
  return roles.filter(({ peran }, place) => roles.findIndex((role) => role.peran === peran) === place);
}
