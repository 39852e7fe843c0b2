import { formatIssue, type Issue, type Result } from './issue.ts';
import type { Kalender } from './kalender-table.ts';
import { explanation, text } from './kalender-explain.ts';
import {
  amountOf,
  isoOf,
  momentAfter,
  momentOf,
  spanAt,
  worked,
  type Amount,
  type Moment,
  type Waktu,
} from './kalender-time.ts';
import type { StepPosition } from './position.ts';
import type { Closure } from './state.ts';

/** The calendars by which a Position is told. */
export interface Calendars {
  /** The one that counts now. */
  readonly now: Result<Kalender>;
  /** The one that counted when the item was opened, where it is known: to say that a deadline has moved since. */
  readonly opened?: Result<Kalender>;
}

/** What a step's clock is read from. */
export interface StepClock {
  readonly waktu: Waktu;
  readonly mulai: string;
  /** When the clock was stopped, or now. */
  readonly until: string;
  readonly isDone: boolean;
  /** When the item was closed: working time in between does not count. */
  readonly closures: readonly Closure[];
}

type ClockFields = Pick<StepPosition, 'menitKerja' | 'hariKerja' | 'tenggat' | 'terlambat' | 'catatan'>;

/** The clock of a step that has none: nothing was started, or the document names no time. */
export const noClock: ClockFields = { menitKerja: null, hariKerja: null, tenggat: null, terlambat: null };

/**
 * Reads a step's clock (R12). Without a calendar for it there is no deadline, and `catatan` says why; while the step is
 * open, `catatan` explains its deadline.
 */
export function clockFields(calendars: Calendars, clock: StepClock): ClockFields {
  if (!calendars.now.ok) return { ...noClock, catatan: withoutDeadline(calendars.now.issues) };
  const kalender = calendars.now.value;
  const times = timesOf(kalender, clock);
  if (!times.ok) return { ...noClock, catatan: withoutDeadline(times.issues) };
  const { until } = times.value;
  const amount = amountOf(clock.waktu);
  const used = usedTime(kalender, times.value, amount);
  const due = dueMoment(kalender, times.value, amount);
  const issues = [due, used].flatMap((result) => (result.ok ? [] : result.issues));
  const counted = used.ok ? (amount.satuan === 'detik' ? Math.floor(used.value / 60) : used.value) : null;
  const catatan =
    issues.length > 0
      ? withoutDeadline(issues)
      : due.ok && !clock.isDone
        ? openNote(kalender, calendars.opened, clock, times.value, due.value)
        : undefined;
  const span = due.ok ? spanAt(kalender, due.value) : due;
  return {
    menitKerja: amount.satuan === 'detik' ? counted : null,
    hariKerja: amount.satuan === 'hari' ? counted : null,
    tenggat: due.ok && span.ok ? isoOf(span.value, due.value) : null,
    terlambat: due.ok ? until > due.value : null,
    ...(catatan === undefined ? {} : { catatan }),
  };
}

/** A step's times as moments; closures as far as they touch it. */
interface Times {
  readonly from: Moment;
  readonly until: Moment;
  readonly pauses: readonly { readonly from: Moment; readonly until: Moment }[];
}

function timesOf(kalender: Kalender, { mulai, until, closures }: StepClock): Result<Times> {
  const issues: Issue[] = [];
  const moment = (iso: string): Moment => {
    const result = momentOf(kalender, iso);
    if (result.ok) return result.value;
    issues.push(...result.issues);
    return 0;
  };
  const from = moment(mulai);
  const pauses = closures
    .flatMap((closure) =>
      closure.until === null
        ? []
        : [{ from: Math.max(from, moment(closure.from)), until: moment(closure.until) }],
    )
    .filter((pause) => pause.until > pause.from);
  const times = { from, until: moment(until), pauses };
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: times };
}

/** Working time from the start until the clock was read, without that of pauses. */
function usedTime(kalender: Kalender, { from, until, pauses }: Times, amount: Amount): Result<number> {
  const all = worked(kalender, from, until, amount.satuan);
  if (!all.ok) return all;
  let used = all.value;
  for (const pause of pauses) {
    const lost = worked(kalender, pause.from, Math.min(until, pause.until), amount.satuan);
    if (!lost.ok) return lost;
    used -= lost.value;
  }
  return { ok: true, value: used };
}

/** The deadline; each pause that came before it moves it by the working time that passed meanwhile. */
function dueMoment(kalender: Kalender, { from, pauses }: Times, amount: Amount): Result<Moment> {
  let { banyak } = amount;
  let due = momentAfter(kalender, from, amount);
  for (const pause of pauses) {
    if (!due.ok || pause.from >= due.value) return due;
    const lost = worked(kalender, pause.from, pause.until, amount.satuan);
    if (!lost.ok) return lost;
    banyak += lost.value;
    due = momentAfter(kalender, from, { ...amount, banyak });
  }
  return due;
}

/** Why the deadline of an open step is when it is, and whether it has moved since the item was opened. */
function openNote(
  kalender: Kalender,
  opened: Result<Kalender> | undefined,
  clock: StepClock,
  { from, pauses }: Times,
  due: Moment,
): string {
  const before = opened?.ok === true ? deadlineBy(opened.value, clock) : null;
  const moved =
    before === null || before.due === due
      ? ''
      : `Tenggat bergeser dari ${before.text}, karena kalender diubah sesudah butir ini dibuka. `;
  const paused = pauses.length > 0 ? ' Waktu selama butir ini ditutup tidak dihitung.' : '';
  return `${moved}${explanation(kalender, from, due, clock.waktu)}${paused}`;
}

/** The deadline by another calendar; null where it does not reach so far. */
function deadlineBy(kalender: Kalender, clock: StepClock): { due: Moment; text: string } | null {
  const times = timesOf(kalender, clock);
  if (!times.ok) return null;
  const due = dueMoment(kalender, times.value, amountOf(clock.waktu));
  return due.ok ? { due: due.value, text: text(kalender, due.value) } : null;
}

function withoutDeadline(issues: readonly Issue[]): string {
  const [first] = issues;
  const unique = new Set(issues.map(formatIssue)).size;
  const more = unique > 1 ? ` (dan ${unique - 1} hal lagi)` : '';
  return `Waktu kerja tidak dapat dihitung. ${first === undefined ? '' : formatIssue(first)}${more}`;
}
