import type { Penugasan } from './pelaksana.ts';

/** Asia/Pontianak is UTC+7 the whole year. */
const wib = '+07:00';
const dayInMs = 86_400_000;

/** Milliseconds since 1970 of an ISO 8601 time with zone, or of the start of a day in WIB. */
export function instant(text: string): number {
  return Date.parse(text.length === 10 ? `${text}T00:00:00${wib}` : text);
}

/** The whole second of a time: GitHub's clock knows no finer one (R1). */
export function second(text: string): number {
  return Math.floor(instant(text) / 1000);
}

/** One appointment, with its times as numbers. */
export interface Term {
  readonly row: Penugasan;
  readonly from: number;
  /** First millisecond at which it no longer holds. */
  readonly until: number;
}

/** Who holds which role when, ready to be asked often. */
export interface Roster {
  readonly byAccount: ReadonlyMap<number, readonly Term[]>;
  readonly byRole: ReadonlyMap<string, readonly Term[]>;
}

/** The span in which a row holds. */
export function termOf(row: Penugasan): Term {
  const from = instant(row.mulai);
  const end = row.selesai;
  return {
    row,
    // A backdated row counts from the time it reached `main` (R2).
    from: row.tercatat === undefined ? from : Math.max(from, instant(row.tercatat)),
    until: end === undefined ? Infinity : instant(end) + (end.length === 10 ? dayInMs : 1),
  };
}

/** Prepares the rows of `content/pelaksana.yml` for `rolesOf` and `holdersOf`. */
export function rosterOf(rows: readonly Penugasan[]): Roster {
  const terms = rows.map(termOf);
  return {
    byAccount: Map.groupBy(terms, (term) => term.row.akun),
    byRole: Map.groupBy(terms, (term) => term.row.peran),
  };
}

function holds(term: Term, at: number, opd: string | null): boolean {
  if (at < term.from || at >= term.until) return false;
  // A row with an office is for the items of that office alone; an item without one is nobody's (fail closed).
  return term.row.opd === undefined || term.row.opd === opd;
}

/** Appointments that an account holds at a time (ms) for items of one office; in the order of the file (R2). */
export function rolesOf(roster: Roster, akun: number, at: number, opd: string | null): readonly Penugasan[] {
  const terms = roster.byAccount.get(akun);
  return terms === undefined ? [] : terms.filter((term) => holds(term, at, opd)).map((term) => term.row);
}

/** Accounts that hold one of the roles at a time (ms) for items of one office. */
export function holdersOf(
  roster: Roster,
  roles: readonly string[],
  at: number,
  opd: string | null,
): readonly number[] {
  const held = roles.flatMap((role) => roster.byRole.get(role) ?? []).filter((term) => holds(term, at, opd));
  return [...new Set(held.map((term) => term.row.akun))];
}

/** Accounts that hold one of the roles at a time (ms), for whatever office. */
export function holdersOfAny(roster: Roster, roles: readonly string[], at: number): readonly number[] {
  const terms = roles.flatMap((role) => roster.byRole.get(role) ?? []);
  return [...new Set(terms.filter(({ from, until }) => at >= from && at < until).map(({ row }) => row.akun))];
}

/**
 * How an appointment signs: "Kepala Dinas", or "Sekretaris, Plh Kepala Dinas" (R2). Whoever acts for another names the
 * position of the one definitive holder, as `pelaksana.yml` writes it; the SOP's word for the role where there is none,
 * or several.
 *
 * @param roleName the role as the SOP writes it
 */
export function atasNamaOf(roster: Roster, row: Penugasan, roleName: string): string {
  if (row.jenis === 'definitif') return roleName;
  const definitive = (roster.byRole.get(row.peran) ?? []).filter(
    (term) => term.row.jenis === 'definitif' && term.row.opd === row.opd,
  );
  const holders = new Set(definitive.map((term) => term.row.akun));
  const position = holders.size === 1 ? definitive.at(-1)?.row.jabatan : undefined;
  return `${row.jabatan}, ${row.jenis === 'plt' ? 'Plt' : 'Plh'} ${position ?? roleName}`;
}
