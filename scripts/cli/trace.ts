import type { Command } from 'commander';
import { chronologyIssues } from '../core/chronology.ts';
import type { Event } from '../core/events.ts';
import { formatIssue, type Issue } from '../core/issue.ts';
import { parseEvents } from '../core/parse-events.ts';
import type { Position } from '../core/position.ts';
import type { Sop } from '../core/sop.ts';
import type { Client } from '../github/read/client.ts';
import { readItem } from '../github/read/item.ts';
import { readPullRequest } from '../github/read/pull.ts';
import { withApi } from './api.ts';
import { exitCodes, report, wrongUse } from './exit.ts';
import { positionTable } from './position-table.ts';
import { batchOf } from './trace-batch.ts';
import { optionFaults, type TraceOptions } from './trace-options.ts';
import {
  findSop,
  pelaksanaWarnings,
  positionFor,
  readKalender,
  readPelaksana,
  readText,
  unreadable,
} from './trace-rules.ts';

/** `paraf trace`: the Position after a history, from a file, from many cases, or of a pull request (design, section 7). */
export function addTrace(program: Command): void {
  program
    .command('trace')
    .description('menghitung kedudukan satu butir dalam SOP-nya')
    .option('--sop <id>', 'SOP yang mengaturnya')
    .option('--events <berkas>', 'riwayat: satu peristiwa JSON per baris')
    .option('--now <waktu>', 'saat ini, ISO 8601 dengan zona')
    .option('--pelaksana <berkas>', 'pengganti content/pelaksana.yml')
    .option('--kalender <berkas>', 'pengganti content/kalender.yml')
    .option('--app <id>', 'nomor akun aplikasi Paraf')
    .option('--batch <berkas>', 'banyak perkara: satu per baris')
    .option('--pr <nomor>', 'pull request di GITHUB_REPOSITORY')
    .option('--json', 'sebagai JSON')
    .action(trace);
}

function trace(options: TraceOptions): Promise<void> | void {
  const faults = optionFaults(options);
  if (faults.length > 0) return wrongUse(faults.join('\n'));
  if (options.pr !== undefined) return tracePull(Number(options.pr), options);
  if (options.batch !== undefined) return traceBatch(options.batch, options);
  return traceFile(options.sop!, options.events!, options.now!, options);
}

function traceFile(id: string, file: string, now: string, options: TraceOptions): void {
  const sop = findSop(id);
  const rows = readPelaksana(options.pelaksana);
  const kalender = readKalender(options.kalender);
  const text = readText(file);
  const history = text.ok ? parseEvents(text.value, file) : text;
  const issues = [sop, rows, kalender, history].flatMap((result) => (result.ok ? [] : result.issues));
  if (options.pelaksana !== undefined) issues.push(...pelaksanaWarnings(options.pelaksana));
  if (history.ok) {
    const { events, lines } = history.value;
    const placeOf = (index: number) => ({ file, line: lines[index] ?? 1, field: 'at' });
    issues.push(...chronologyIssues(events, now, placeOf, { file }));
  }
  reportFiles(issues);
  if (!sop.ok || !rows.ok || !kalender.ok || !history.ok) return;
  if (issues.some(({ level }) => level === undefined)) return;
  const rules = { rows: rows.value, kalender: kalender.value, app: appOf(options) };
  const { events } = history.value;
  print(sop.value, positionFor(sop.value, rules, events, now), events, options);
}

/** Prints findings; a file that could not be read at all ends the command with 3. */
function reportFiles(issues: readonly Issue[]): void {
  report(issues);
  if (issues.some(({ code }) => code === unreadable)) process.exitCode = exitCodes.ioFailed;
}

function print(sop: Sop, position: Position, events: readonly Event[], options: TraceOptions): void {
  process.stdout.write(
    options.json === true ? `${JSON.stringify(position)}\n` : `${positionTable(sop, position, events)}\n`,
  );
}

/** Reduces one case a line; a line that cannot be read gives a line `{"issues":[…]}`, so that lines keep their places. */
function traceBatch(file: string, options: TraceOptions): void {
  const text = readText(file);
  if (!text.ok) return reportFiles(text.issues);
  const judge = batchOf(file, {
    rows: readPelaksana(options.pelaksana),
    kalender: readKalender(options.kalender),
    app: appOf(options),
  });
  for (const [index, source] of text.value
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (source.trim() === '') continue;
    const result = judge(source, index + 1);
    process.stdout.write(`${JSON.stringify(result.ok ? result.value : { issues: result.issues })}\n`);
    if (result.ok) continue;
    for (const issue of result.issues) process.stderr.write(`${formatIssue(issue)}\n`);
    process.exitCode = exitCodes.findings;
  }
}

/** The position of a pull request, read as the gate reads it. */
function tracePull(number: number, options: TraceOptions): Promise<void> {
  return withApi('paraf trace --pr', async (client, repository) => {
    const facts = await readPullRequest(client, repository, number);
    if (!facts.ok) return report(facts.issues);
    const { kind } = facts.value;
    if (kind.kind === 'ditolak')
      return report(kind.faults.map(({ code, message }) => ({ code, file: `#${number}`, message })));
    if (kind.kind === 'sistem')
      return report([
        {
          code: 'bukan-butir',
          file: `#${number}`,
          message:
            'Pull request ini mengubah sistem dan tidak berjalan menurut SOP. Kedudukannya tertulis pada check “paraf”.',
        },
      ]);
    const app = appOf(options) ?? (await botAccount(client));
    const clock = new Date().toISOString();
    const read = readItem(facts.value, app, options.now ?? clock);
    if (!read.ok) return report(read.issues);
    const file = `#${number}`;
    const now = options.now ?? latestOf(clock, read.value.events);
    const issues = chronologyIssues(read.value.events, now, () => ({ file }), { file });
    const item = now === clock ? read : readItem(facts.value, app, now);
    if (!item.ok || issues.length > 0) return report(item.ok ? issues : item.issues);
    print(item.value.sop, item.value.position, item.value.events, options);
  });
}

/** Now, by this machine's clock or by what happened last: the server's clock may run ahead. */
function latestOf(clock: string, events: readonly Event[]): string {
  return events.reduce((latest, { at }) => (Date.parse(at) > Date.parse(latest) ? at : latest), clock);
}

/** Account of the app under its usual name; none that exists where it has another. */
async function botAccount(client: Client): Promise<number> {
  try {
    const { data } = await client.request('GET /users/{username}', { username: 'paraf[bot]' });
    return (data as { id: number }).id;
  } catch {
    return -1;
  }
}

function appOf({ app }: TraceOptions): number | null {
  return app === undefined ? null : Number(app);
}
