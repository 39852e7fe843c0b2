/** How fast working time is counted: `node bench/kalender.ts` prints what each thing costs. */
import { readFileSync } from 'node:fs';
import { kalenderFrom } from '../scripts/core/kalender.ts';
import type { Kalender } from '../scripts/core/kalender-table.ts';
import { deadline, workedMinutes } from '../scripts/core/kalender-deadline.ts';
import { explain } from '../scripts/core/kalender-explain.ts';
import type { Waktu } from '../scripts/core/kalender-time.ts';
import { parseYaml } from '../scripts/markdown/front-matter.ts';

const count = 100_000;
const file = 'content/kalender.yml';
const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

function read(): Kalender {
  const parsed = parseYaml(file, '', text);
  const result = parsed.ok ? kalenderFrom(parsed.value) : parsed;
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('\n'));
  return result.value;
}

/** Prints the time that an act takes, all in all and each. */
function measure(what: string, times: number, act: (index: number) => void): void {
  const begin = performance.now();
  for (let index = 0; index < times; index += 1) act(index);
  const took = performance.now() - begin;
  const each = (took / times) * 1000;
  console.log(`${what.padEnd(46)} ${times} × ${each.toFixed(2)} µs = ${took.toFixed(0)} ms`);
}

const kalender = read();
// Starts all over January to September, and the times that the four SOPs name.
const first = Date.parse('2026-01-01T00:00:00+07:00');
const starts = Array.from({ length: count }, (_, index) =>
  new Date(first + ((index * 7_919) % (270 * 86_400)) * 1000).toISOString(),
);
const waktu: readonly Waktu[] = [
  ...[5, 10, 30, 60, 90, 100, 120, 125, 180, 480].map((menit) => ({ menit })),
  ...[1, 10].map((hariKerja) => ({ hariKerja })),
];
const waktuOf = (index: number) => waktu[index % waktu.length]!;

measure('read content/kalender.yml and build its table', 20, () => {
  read();
});
measure('deadline', count, (index) => {
  if (!deadline(kalender, starts[index]!, waktuOf(index)).ok) throw new Error('no deadline');
});
measure('workedMinutes between any two times', count, (index) => {
  if (!workedMinutes(kalender, starts[index]!, starts[count - 1 - index]!).ok) throw new Error('no time');
});
measure('explain', count, (index) => {
  if (!explain(kalender, starts[index]!, waktuOf(index)).ok) throw new Error('no reason');
});
