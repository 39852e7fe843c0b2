/** How a measurement tells what it found: a line for who reads it, and for `bench/all.ts` a row of its table. */
import { writeSync } from 'node:fs';

export interface Row {
  /** What was measured; the same at every size. */
  readonly what: string;
  /** Items in the archive. */
  readonly size: number;
  readonly value: string;
}

/** Number of an open file that rows are written to, one JSON a line. */
export const rowsVariable = 'PARAF_BENCH_ROWS';

export function tell(row: Row): void {
  console.log(`${row.size.toLocaleString('en').padStart(7)}  ${row.what.padEnd(58)} ${row.value}`);
  const file = process.env[rowsVariable];
  if (file !== undefined) writeSync(Number(file), `${JSON.stringify(row)}\n`);
}

/** Sizes named on the command line: `1000,10000`. */
export function sizesOf(
  argument: string | undefined,
  usual: readonly number[] = [1000, 10_000],
): readonly number[] {
  if (argument === undefined) return usual;
  const sizes = argument.split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
    console.error(`“${argument}” is no list of sizes. Write numbers of items, as 1000,10000,50000.`);
    process.exit(2);
  }
  return sizes;
}
