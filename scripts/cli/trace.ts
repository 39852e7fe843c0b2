import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { pelaksanaSchema } from '../../content/schema/pelaksana.ts';
import { readCheckout } from '../check/checkout.ts';
import type { Parsed } from '../core/aturan.ts';
import type { Event } from '../core/events.ts';
import { formatIssue, type Issue, type Result } from '../core/issue.ts';
import { kalenderFrom } from '../core/kalender.ts';
import type { Kalender } from '../core/kalender-table.ts';
import { parseEvent, parseEvents } from '../core/parse-events.ts';
import type { Penugasan } from '../core/pelaksana.ts';
import { rosterOf } from '../core/peran.ts';
import type { Position } from '../core/position.ts';
import { reduce } from '../core/reduce.ts';
import { positionOf } from '../core/report.ts';
import { readWith } from '../core/schema-issues.ts';
import { parseSop, type Sop } from '../core/sop.ts';
import { createClient } from '../github/client.ts';
import type { Client } from '../github/read/client.ts';
import { readItem } from '../github/read/item.ts';
import { readPullRequest } from '../github/read/pull.ts';
import { parseYaml } from '../markdown/front-matter.ts';
import { exitCodes, report, wrongUse } from './exit.ts';
import { root } from './root.ts';
import { positionTable } from './position-table.ts';

interface TraceOptions {
  readonly sop?: string;
  readonly events?: string;
  readonly now?: string;
  readonly pelaksana?: string;
  readonly kalender?: string;
  readonly app?: string;
  readonly pr?: string;
  readonly batch?: string;
  readonly json?: boolean;
}

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

async function trace(options: TraceOptions): Promise<void> {
  if (options.pr !== undefined) return tracePull(options);
  if (options.batch !== undefined) return traceBatch(options.batch, options);
  const { sop: id, events: file, now } = options;
  if (id === undefined || file === undefined || now === undefined)
    return wrongUse('paraf trace memerlukan --sop, --events, dan --now; atau --batch; atau --pr.');
  if (!isMoment(now)) return wrongUse(badNow(now));
  const sop = findSop(id);
  const rows = readPelaksana(options.pelaksana);
  const kalender = readKalender(options.kalender);
  const events = parseEvents(readFileSync(file, 'utf8'), file);
  const issues = [sop, rows, kalender, events].flatMap((result) => (result.ok ? [] : result.issues));
  if (!sop.ok || !rows.ok || !kalender.ok || !events.ok) return report(issues);
  const rules = { rows: rows.value, kalender: kalender.value, app: appOf(options) };
  print(sop.value, positionFor(sop.value, rules, events.value, now), options);
}

/** What a history is judged by, beside its SOP. */
interface Rules {
  readonly rows: readonly Penugasan[];
  readonly kalender: Kalender;
  readonly app: number | null;
}

function positionFor(
  sop: Sop,
  { rows, kalender, app }: Rules,
  events: readonly Event[],
  now: string,
): Position {
  const state = reduce({ sop, roster: rosterOf(rows), app }, events);
  return positionOf(state, now, { now: { ok: true, value: kalender } });
}

function print(sop: Sop, position: Position, options: TraceOptions): void {
  process.stdout.write(
    options.json === true ? `${JSON.stringify(position)}\n` : `${positionTable(sop, position)}\n`,
  );
}

/** One case of a batch: `{"sop","events":[…],"now","pelaksana"?,"kalender"?}`. */
interface Case {
  readonly sop?: unknown;
  readonly events?: unknown;
  readonly now?: unknown;
  readonly pelaksana?: unknown;
  readonly kalender?: unknown;
  readonly app?: unknown;
}

/** What holds for every case of a batch that does not say otherwise. */
interface Defaults {
  readonly rows: Result<readonly Penugasan[]>;
  readonly kalender: Result<Kalender>;
  readonly app: number | null;
}

/** Reduces one case a line; a line that cannot be read gives a line `{"issues":[…]}`, so that lines keep their places. */
function traceBatch(file: string, options: TraceOptions): void {
  const sops = new Map<string, Result<Sop>>();
  const defaults: Defaults = {
    rows: readPelaksana(options.pelaksana),
    kalender: readKalender(options.kalender),
    app: appOf(options),
  };
  let hasIssues = false;
  readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .forEach((text, index) => {
      if (text.trim() === '') return;
      const result = traceCase(text, file, index + 1, sops, defaults);
      hasIssues ||= !result.ok;
      if (!result.ok) for (const issue of result.issues) process.stderr.write(`${formatIssue(issue)}\n`);
      process.stdout.write(`${JSON.stringify(result.ok ? result.value : { issues: result.issues })}\n`);
    });
  if (hasIssues) process.exitCode = exitCodes.findings;
}

function traceCase(
  text: string,
  file: string,
  line: number,
  sops: Map<string, Result<Sop>>,
  defaults: Defaults,
): Result<Position> {
  const fault = (message: string, field?: string): Result<never> => ({
    ok: false,
    issues: [{ code: 'perkara-salah', file, line, message, ...(field === undefined ? {} : { field }) }],
  });
  let value: Case;
  try {
    value = JSON.parse(text) as Case;
  } catch {
    return fault('Baris ini bukan JSON yang utuh. Satu baris berisi satu perkara.');
  }
  const { sop: id, now, events: raw } = value;
  if (typeof id !== 'string') return fault('"sop" belum ada. Isi dengan id SOP.', 'sop');
  if (typeof now !== 'string' || !isMoment(now)) return fault(badNow(now), 'now');
  if (!Array.isArray(raw)) return fault('"events" harus daftar peristiwa.', 'events');
  if (!sops.has(id)) sops.set(id, findSop(id));
  const sop = sops.get(id)!;
  const inline = (data: unknown): Parsed => ({ file, oid: '', data, body: '', lineOf: () => line });
  const rows =
    value.pelaksana === undefined ? defaults.rows : readWith(pelaksanaSchema, inline(value.pelaksana));
  const kalender = value.kalender === undefined ? defaults.kalender : kalenderFrom(inline(value.kalender));
  const events = raw.map((item: unknown) => parseEvent(item, file, line));
  const issues: Issue[] = [sop, rows, kalender, ...events].flatMap((result) =>
    result.ok ? [] : result.issues,
  );
  if (!sop.ok || !rows.ok || !kalender.ok || issues.length > 0) return { ok: false, issues };
  const history = events.flatMap((result) => (result.ok ? [result.value] : []));
  const app = typeof value.app === 'number' ? value.app : defaults.app;
  const rules = { rows: rows.value, kalender: kalender.value, app };
  return { ok: true, value: positionFor(sop.value, rules, history, now) };
}

/** The position of a pull request, read as the gate reads it. */
async function tracePull(options: TraceOptions): Promise<void> {
  const { GITHUB_API_URL: baseUrl, GITHUB_REPOSITORY: name, GITHUB_TOKEN: token } = process.env;
  const number = Number(options.pr);
  const [owner, repo] = (name ?? '').split('/');
  if (!Number.isInteger(number) || number < 1)
    return wrongUse(`--pr ${options.pr ?? ''} bukan nomor pull request. Tulis angka saja.`);
  if (!baseUrl || !owner || !repo || !token)
    return wrongUse(
      'paraf trace --pr memerlukan GITHUB_API_URL, GITHUB_REPOSITORY (pemilik/nama), dan GITHUB_TOKEN.',
    );
  const client = createClient({ baseUrl, token, isPaced: false });
  const facts = await readPullRequest(client, { owner, repo }, number);
  if (!facts.ok) return report(facts.issues);
  const now = options.now ?? new Date().toISOString();
  const item = readItem(facts.value, appOf(options) ?? (await botAccount(client)), now);
  if (!item.ok) return report(item.issues);
  print(item.value.sop, item.value.position, options);
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

function findSop(id: string): Result<Sop> {
  const { parsed, issues } = readCheckout(root);
  const file = `content/sop/${id}/index.md`;
  const found = parsed.find((item) => item.file === file);
  if (found !== undefined) return parseSop(found);
  const unreadable = issues.filter((issue) => issue.file === file);
  const known = parsed.flatMap((item) => /^content\/sop\/([^/]+)\//.exec(item.file)?.[1] ?? []).join(', ');
  const message = `Tidak ada SOP dengan id "${id}". Yang ada: ${known}.`;
  return {
    ok: false,
    issues: unreadable.length > 0 ? unreadable : [{ code: 'sop-tidak-ada', file, message }],
  };
}

function readPelaksana(file: string | undefined): Result<readonly Penugasan[]> {
  const parsed = readSetting('content/pelaksana.yml', file);
  return parsed.ok ? readWith(pelaksanaSchema, parsed.value) : parsed;
}

function readKalender(file: string | undefined): Result<Kalender> {
  const parsed = readSetting('content/kalender.yml', file);
  return parsed.ok ? kalenderFrom(parsed.value) : parsed;
}

/** Settings of this checkout, under their name in the repository, or of the file that stands in for them. */
function readSetting(own: string, other: string | undefined): Result<Parsed> {
  return parseYaml(other ?? own, '', readFileSync(other ?? `${root}/${own}`, 'utf8'));
}

function appOf({ app }: TraceOptions): number | null {
  return app === undefined ? null : Number(app);
}

function isMoment(text: string): boolean {
  return /T.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
}

function badNow(now: unknown): string {
  return `Waktu ${JSON.stringify(now ?? null)} tidak terbaca. Tulis ISO 8601 dengan zona, misalnya 2026-11-02T12:00:00+07:00.`;
}
