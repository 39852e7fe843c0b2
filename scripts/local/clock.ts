import type { Database } from './store/database.ts';

/** The server's time. Everything that is recorded takes it from here. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves the time forward. */
  advance(milliseconds: number): void;
}

/** When the demo begins: a Monday, 08.00 WIB. */
export const demoStart = Date.parse('2026-11-02T08:00:00+07:00');

/** A time of the demo: starts where it is told and runs as fast as the real one. */
export function createDemoClock(start: number): Clock {
  let base = start;
  const began = performance.now();
  return {
    now: () => base + Math.floor(performance.now() - began),
    advance: (milliseconds) => {
      base += milliseconds;
    },
  };
}

const setting = 'clock';

/**
 * The demo's time as it is kept: it begins at `startAt` or runs on from where it stood. A start that lies before
 * what is already recorded would put new events before old ones, so it is moved to the last of them.
 */
export function openClock(db: Database, startAt: number | undefined): Clock {
  const saved = db.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', setting)?.value;
  const last = db.get<{ at: string | null }>(
    'SELECT max(at) AS at FROM (SELECT max(at) AS at FROM timeline UNION ALL SELECT max(at) FROM activity)',
  )?.at;
  const floor = last ? Date.parse(last) + 1000 : 0;
  const clock = createDemoClock(Math.max(startAt ?? (saved ? Number(saved) : demoStart), floor));
  let kept = 0;
  const keep = (now: number) => {
    db.run('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)', setting, String(now));
    kept = now;
  };
  return {
    now: () => {
      const now = clock.now();
      // Kept as it is read, so that it stands again about where a crash left it.
      if (now - kept >= 1000) keep(now);
      return now;
    },
    advance: (milliseconds) => {
      clock.advance(milliseconds);
      keep(clock.now());
    },
  };
}

/** Time as GitHub writes it: whole seconds, UTC. */
export function timestamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** Milliseconds of an ISO 8601 duration of weeks, days, hours, minutes, seconds; undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  if (!match || match.slice(1).every((part) => part === undefined)) return undefined;
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return ((((weeks! * 7 + days!) * 24 + hours!) * 60 + minutes!) * 60 + seconds!) * 1000;
}

/** Milliseconds of a point in time such as `2026-11-02T08:00+07:00`; undefined without a zone, or when it is none. */
export function parseInstant(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const parsed = Date.parse(text);
  return Number.isNaN(parsed) ? undefined : parsed;
}
