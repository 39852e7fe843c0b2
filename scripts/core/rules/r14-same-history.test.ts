import { describe, expect, test } from 'vitest';
import { ev, people } from '../testing/history.ts';
import type { Position } from '../position.ts';
import { everyOffice, later } from '../testing/office.ts';

const { tamu } = people;

/** The steps that are closed; without a calendar their clocks are not read. */
const closedSteps = ({ steps }: Position) => steps.filter(({ selesai }) => selesai !== null);

describe('R14: the same events give the same Position, and a longer history keeps what an earlier one closed', () => {
  test.each(everyOffice)(
    '%s: each step that a prefix of its ordinary way closed stays exactly so',
    (_, office) => {
      const events = office.until('siap');
      const whole = closedSteps(office.after(events));
      for (let length = 1; length <= events.length; length += 1) {
        const some = closedSteps(office.after(events.slice(0, length)));
        expect(whole.slice(0, some.length)).toEqual(some);
      }
      expect(office.after(structuredClone(events))).toEqual(office.after(events));
    },
  );

  test.each(everyOffice)('%s: what clears nothing changes no step, wherever it comes', (_, office) => {
    const events = office.until('siap');
    for (let length = 1; length <= events.length; length += 1) {
      const some = events.slice(0, length);
      const before = office.after(some);
      const at = later(some);
      const idle = [
        ev.sign(at, tamu * 100, before.sidik),
        ev.comment(at, office.at(1), before.sidik, 'Bagus.'),
        ev.giveBack(at, tamu * 100),
        ev.submitted(at, tamu * 100, before.sidik),
        ev.dismissed(at, tamu * 100, 't1'),
        ev.reopened(at, tamu),
      ];
      const after = office.after([...some, ...idle]);
      expect([after.steps, after.langkah, after.status]).toEqual([
        before.steps,
        before.langkah,
        before.status,
      ]);
    }
  });
});
