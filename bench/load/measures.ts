/** What the load test measures: waiting times, and the memory of a process. */
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';

/** Of a list of numbers the one that a share of them does not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export interface Memory {
  /** Least memory in each of three parts of the time, in MB: what garbage there is differs from moment to moment. */
  thirds(): readonly number[];
  stop(): void;
}

/** Looks at a process's resident memory from time to time. */
export function watchMemory(pid: number, every = 2000): Memory {
  const seen: number[] = [];
  const look = () => {
    const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
    seen.push(Math.round(kilobytes / 1024));
  };
  look();
  const timer = setInterval(look, every);
  return {
    thirds: () => {
      const size = Math.max(1, Math.floor(seen.length / 3));
      return [0, 1, 2].map((part) => Math.min(...seen.slice(part * size, (part + 1) * size)));
    },
    stop: () => clearInterval(timer),
  };
}

export const load = () => loadavg()[0]!.toFixed(1);
