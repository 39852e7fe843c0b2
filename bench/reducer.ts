/**
 * How fast positions are found: `node bench/reducer.ts` prints events a second, and the time of a whole dashboard.
 *
 * Asked for are 100,000 events a second, and 10,000 items in 3 s. Seen on two cores of a virtual machine with Node 24:
 * 1,200,000 events a second by `step`, 800,000 with their ordering, and 10,000 items in 0.22 s.
 */
import type { Event } from '../scripts/core/events.ts';
import { reduce } from '../scripts/core/reduce.ts';
import { positionOf } from '../scripts/core/report.ts';
import { initialState, type Context } from '../scripts/core/state.ts';
import { step } from '../scripts/core/step.ts';
import { ev } from '../scripts/core/testing/history.ts';
import { kalenderWith } from '../scripts/core/testing/kalender.ts';
import { everyOffice, later, type Office } from '../scripts/core/testing/office.ts';

interface Item {
  readonly context: Context;
  readonly events: readonly Event[];
}

const dayInMs = 86_400_000;
const moved = (events: readonly Event[], days: number): Event[] =>
  events.map((event) => ({ ...event, at: new Date(Date.parse(event.at) - days * dayInMs).toISOString() }));

/** The ordinary way with what happens on it: an edit, a refused signature, two returns, and the way again. */
function fullHistory({ sop, context, at, until, complete }: Office): Item {
  const events = until('siap');
  const approval = sop.langkah.find(({ tindakan }) => tindakan === 'setujui')!;
  const maker = sop.langkah.find(({ no }) => no === approval.kembaliKe)!;
  for (const round of [1, 2]) {
    const now = later(events);
    const sidik = `ronde-${round}`;
    events.push(
      ev.giveBack(now, at(approval.no)),
      ev.content(now + 1, at(maker.no), sidik, complete),
      ev.submitted(now + 2, at(maker.no), sidik),
      ev.sign(now + 3, at(maker.no), sidik),
      ...sop.langkah
        .filter(({ no, tindakan }) => no > 0 && ['periksa', 'setujui', 'perintahkan'].includes(tindakan))
        .map(({ no }, place) => ev.sign(now + 4 + place, at(no), sidik)),
    );
  }
  return { context, events };
}

/** Items of a dashboard: every one stands somewhere else on its way, over nine months. */
function dashboard(count: number): Item[] {
  const whole = everyOffice.map(([, office]) => fullHistory(office));
  return Array.from({ length: count }, (_, index) => {
    const { context, events } = whole[index % whole.length]!;
    const length = 1 + ((index * 7) % events.length);
    return { context, events: moved(events.slice(0, length), (index * 11) % 270) };
  });
}

/** The best of some runs of an act, in milliseconds of the clock: others may use this machine too. */
function measure(runs: number, act: () => void): number {
  let best = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const begin = performance.now();
    act();
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}

function tellEvents(what: string, items: readonly Item[], act: (item: Item) => void): void {
  const events = items.reduce((sum, item) => sum + item.events.length, 0);
  const took = measure(7, () => items.forEach(act));
  const each = Math.round(events / (took / 1000));
  console.log(
    `${what.padEnd(58)} ${events} events in ${took.toFixed(0)} ms = ${each.toLocaleString('en')}/s`,
  );
}

const items = dashboard(10_000);
const whole = Array.from({ length: 2_500 }, () =>
  everyOffice.map(([, office]) => fullHistory(office)),
).flat();
const kalender = kalenderWith();
const calendars = { now: { ok: true, value: kalender } } as const;
const now = '2026-11-30T10:00:00+07:00';

tellEvents('step, event after event, whole histories', whole, ({ context, events }) => {
  events.reduce(step, initialState(context));
});
tellEvents('reduce (ordering and steps), whole histories', whole, ({ context, events }) => {
  reduce(context, events);
});
tellEvents('reduce, items anywhere on their way', items, ({ context, events }) => {
  reduce(context, events);
});
const took = measure(5, () => {
  for (const { context, events } of items) positionOf(reduce(context, events), now, calendars);
});
console.log(
  `${'dashboard: reduce and positionOf with its clocks'.padEnd(58)} ${items.length} items in ${took.toFixed(0)} ms`,
);
