import { instant, rolesOf, type Term } from './peran.ts';
import { refuse, type Refused } from './refuse.ts';
import { kindAt, type State } from './state.ts';

/**
 * Why an account that was given one of some roles does not hold it at a time: its term is over or has not begun, or it
 * is for the items of another office (R2). Null where it was never given any of them.
 *
 * @param at ISO 8601 with zone
 * @param step index of the step that the roles are of; the current one where absent
 */
export function lapsed(
  state: State,
  akun: number,
  at: string,
  roles: readonly string[],
  step?: number,
): Refused | null {
  const now = instant(at);
  const given = (state.context.roster.byAccount.get(akun) ?? []).filter(({ row }) =>
    roles.includes(row.peran),
  );
  const elsewhere = given.find((term) => now >= term.from && now < term.until);
  if (elsewhere !== undefined) return refuse('opd-lain', step, { term: elsewhere });
  // Who was Plh last month and will be again next week is told what is nearer.
  const [nearest] = given.toSorted((a, b) => distance(a, now) - distance(b, now));
  if (nearest === undefined) return null;
  const code = now < nearest.from ? 'masa-tugas-belum-mulai' : 'masa-tugas-berakhir';
  return refuse(code, step, { term: nearest });
}

function distance(term: Term, now: number): number {
  return now < term.from ? term.from - now : now - term.until;
}

/** Why an account cannot sign the current step, if no appointment of its fits: turn, role, term, or none (R2, R5). */
export function unfitToSign(state: State, akun: number, at: string): Refused {
  const { sop, roster } = state.context;
  const isReviewers = (index: number) => kindAt(state, index) === 'reviewer';
  const waited = isReviewers(state.current) ? (sop.langkah[state.current]?.pelaksana ?? []) : [];
  const reason = lapsed(state, akun, at, waited);
  if (reason !== null) return reason;
  const held = new Set(rolesOf(roster, akun, instant(at), state.opd).map(({ peran }) => peran));
  const has = (index: number) => sop.langkah[index]!.pelaksana.some((peran) => held.has(peran));
  const steps = sop.langkah.map((_, index) => index);
  const isLater = steps.some((index) => index >= state.current && isReviewers(index) && has(index));
  if (isLater) return refuse('bukan-giliran');
  if (steps.some(has)) return refuse(isReviewers(state.current) ? 'peran-lain' : 'bukan-giliran');
  const anywhere = sop.langkah.flatMap(({ pelaksana }) => pelaksana);
  return lapsed(state, akun, at, anywhere) ?? refuse('tanpa-peran');
}
