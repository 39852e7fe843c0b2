import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { deadline } from './kalender-deadline.ts';
import { quietYear, kalenderDocument, kalenderOf } from './testing/kalender.ts';
import { waktu as timeText } from './text.ts';

// The calendar computes with a fixed UTC+7 and dates of its own; Temporal is asked here whether that is true.
const zone = 'Asia/Pontianak';
const document = kalenderDocument();
document.tahun['2027'] = quietYear(2027);
const kalender = kalenderOf(document);

test('Asia/Pontianak is UTC+7 on every day of every year that a calendar can name', () => {
  let day = Temporal.PlainDate.from('2000-01-01');
  const odd: string[] = [];
  for (; day.year < 2100; day = day.add({ days: 1 }))
    if (day.toZonedDateTime(zone).offset !== '+07:00') odd.push(day.toString());
  expect(odd).toEqual([]);
});

test('a deadline names the same moment, day and hour as Temporal in that zone', () => {
  const starts = fc.integer({
    min: Date.parse('2026-01-01T00:00:00+07:00') / 1000,
    max: Date.parse('2027-06-30T00:00:00+07:00') / 1000,
  });
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 5000 }), (seconds, menit) => {
      const result = deadline(kalender, new Date(seconds * 1000).toISOString(), { menit });
      if (!result.ok) throw new Error(result.issues[0]?.message);
      const { tenggat } = result.value;
      const there = Temporal.Instant.from(tenggat).toZonedDateTimeISO(zone);
      expect(there.toString({ timeZoneName: 'never' })).toBe(tenggat);
      const weekday = ['Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab', 'Min'][there.dayOfWeek - 1];
      const two = (part: number) => String(part).padStart(2, '0');
      expect(timeText(tenggat)).toBe(
        `${weekday} ${two(there.day)}/${two(there.month)}/${there.year} ${two(there.hour)}.${two(there.minute)} WIB`,
      );
    }),
    { numRuns: 2000 },
  );
});
