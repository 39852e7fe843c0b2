/**
 * Remakes the table in `bench/README.md`: everything that could grow with an archive, at several sizes, each measurement
 * in a process of its own. What failed, or was not run because of Ctrl+C, is said to be so. With `--only`, for some
 * measurements, the table is printed and the file left as it is.
 * Usage: node scripts/run.mjs bench/all.ts [--sizes 1000,10000,50000] [--only publish,verify]
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { repository } from './corpus/article.ts';
import { surroundings } from './machine.ts';
import { rowsVariable, sizesOf, type Row } from './rows.ts';

/** Measurements by the name of their file; `once`: of a size of their own. */
const parts: readonly { readonly name: string; readonly once?: true }[] = [
  { name: 'publish' },
  { name: 'verify' },
  { name: 'gate' },
  { name: 'desks' },
  { name: 'clone' },
  { name: 'dev' },
  { name: 'peers/compare' },
  { name: 'meja', once: true },
];

const { values } = parseArgs({ options: { sizes: { type: 'string' }, only: { type: 'string' } } });
const sizes = sizesOf(values.sizes, [1000, 10_000, 50_000]);
const only = values.only?.split(',');
const wanted = parts.filter(({ name }) => only?.includes(name) ?? true);
if (only !== undefined && wanted.length < only.length) {
  console.error(`Measurements are ${parts.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const before = surroundings();
const rows: Row[] = [];
const faults: string[] = [];
// Who has waited long enough gets the table of what was measured till then.
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());
for (const { name, once } of wanted)
  for (const size of once ? [null] : sizes) {
    const fault = stopping.signal.aborted ? 'stopped before' : await run(name, size);
    if (fault === null) continue;
    faults.push(`- \`bench/${name}.ts\`${size === null ? '' : ` at ${count(size)}`}: ${fault}`);
    process.exitCode = 1;
  }
const once = new Set(rows.filter(({ size }) => !sizes.includes(size)));
const text = await format(
  [
    before.text,
    `Load averages when it began ${before.load}, when it ended ${surroundings().load}.`,
    table(rows.filter((row) => !once.has(row))),
    once.size === 0 ? '' : ['Of a size of their own:', '', ...[...once].map(listed)].join('\n'),
    faults.length === 0 ? '' : ['Not run to the end:', '', ...faults].join('\n'),
  ].join('\n\n'),
  { ...(await resolveConfig(join(repository, 'bench/README.md'))), parser: 'markdown' },
);
console.log(`\n${text}`);
if (only === undefined) remake(text);

/** Runs one measurement and keeps its rows; why it did not come to its end, or null. */
async function run(name: string, size: number | null): Promise<string | null> {
  const args = ['--disable-warning=ExperimentalWarning', join(repository, 'bench', `${name}.ts`)];
  const child = spawn(process.execPath, [...args, ...(size === null ? [] : [String(size)])], {
    cwd: repository,
    stdio: ['ignore', 'inherit', 'pipe', 'pipe'],
    env: { ...process.env, [rowsVariable]: '3' },
    signal: stopping.signal,
  });
  const complaints: string[] = [];
  const [, , stderr, figures] = child.stdio as readonly Readable[];
  createInterface({ input: stderr! }).on('line', (line) => complaints.push(line));
  createInterface({ input: figures! }).on('line', (line) => rows.push(JSON.parse(line) as Row));
  child.on('error', () => undefined);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  if (code === 0) return null;
  if (stopping.signal.aborted) return 'stopped on the way';
  console.error(complaints.join('\n'));
  return complaints.find((line) => /^\s*\w*(Error|Fault)\b[^(]*:/.test(line))?.trim() ?? `ended with ${code}`;
}

/** One line for each thing that was measured, in the order in which they were. */
function table(found: readonly Row[]): string {
  const names = [...new Set(found.map(({ what }) => what))];
  const cell = (what: string, size: number) =>
    found.find((row) => row.what === what && row.size === size)?.value ?? 'not run';
  const lines = names.map((what) => [what, ...sizes.map((size) => cell(what, size))]);
  const head = ['Items in the archive', ...sizes.map(count)];
  return [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function count(size: number): string {
  return size.toLocaleString('en');
}

function listed({ what, size, value }: Row): string {
  return `- ${what} (${count(size)}): ${value}`;
}

/** Puts the table between its two marks. */
function remake(text: string): void {
  const file = join(repository, 'bench/README.md');
  const [start, end] = ['<!-- table -->', '<!-- end of table -->'];
  const old = readFileSync(file, 'utf8');
  const [from, to] = [old.indexOf(start), old.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} has lost the marks of its table`);
  writeFileSync(file, `${old.slice(0, from + start.length)}\n\n${text.trim()}\n\n${old.slice(to)}`);
}
