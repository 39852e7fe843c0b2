import { commandOf, reasonOf } from '../../../scripts/core/command.ts';
import type { Event, EventOf } from '../../../scripts/core/events.ts';
import { formatIssue, type Issue } from '../../../scripts/core/issue.ts';
import { positionTitle } from '../../../scripts/core/messages.ts';
import { atasNamaOf, instant, rolesOf } from '../../../scripts/core/peran.ts';
import { roleName } from '../../../scripts/core/refusal.ts';
import { step } from '../../../scripts/core/step.ts';
import { waktu } from '../../../scripts/core/text.ts';
import type { Client, Repository } from '../../../scripts/github/read/client.ts';
import type { Facts } from '../../../scripts/github/read/facts.ts';
import { readItem, type ItemReading } from '../../../scripts/github/read/item.ts';
import { boardMarker } from '../../../scripts/github/read/marker.ts';
import { readPullRequest } from '../../../scripts/github/read/pull.ts';
import { reasonsOf, type Reason } from './reasons.ts';

/** A return that no submission has answered yet. */
export interface Return {
  /** “Tim Pengolah Informasi (pengolah-satu), Sel 24/11/2026 10.15 WIB”. */
  readonly by: string;
  readonly reasons: readonly Reason[];
}

/** What an editor is told about the item in the form. */
export interface Look {
  /** The position in one line, as the check says it. */
  readonly line: string;
  /** Number of the step that is waited for, by the SOP of that version; null once nothing is. */
  readonly langkah: number | null;
  readonly sopVersion: string;
  readonly returns: readonly Return[];
  /** Why something that this editor did was not counted, since the last thing that was. */
  readonly refusals: readonly string[];
  /** What must be mended, as Markdown: what the reader finds by itself, else what the gate wrote last. */
  readonly findings: readonly string[];
  readonly macet: readonly string[];
  /** What a change by this editor would undo now (R7); null where it undoes nothing. */
  readonly cost: string | null;
}

/** Who sits here; account 0 where Decap does not say. */
export interface Reader {
  readonly akun: number;
  /** Account of Paraf's app. */
  readonly app: number;
  /** ISO 8601. */
  readonly now: string;
}

export interface LookOptions extends Reader {
  readonly repository: Repository;
  /** Branch of the draft, `cms/berita/11/kerja-bakti/index`. */
  readonly branch: string;
}

/**
 * Reads where the open draft stands, by the same reader and reducer as the gate; null where it has no open pull request.
 * Throws where GitHub does not answer, or where what it says proves nothing (R13): the message is for people.
 */
export async function lookAt(client: Client, options: LookOptions): Promise<Look | null> {
  const { repository, branch, app, now } = options;
  const { data } = await client.request('GET /repos/{owner}/{repo}/pulls', {
    ...repository,
    head: `${repository.owner}:${branch}`,
    state: 'open',
    base: 'main',
  });
  const pull = (data as readonly { number: number }[])[0];
  if (pull === undefined) return null;
  const facts = whole(await readPullRequest(client, repository, pull.number));
  if (facts.kind.kind === 'ditolak')
    throw new Error(facts.kind.faults.map(({ message }) => message).join(' '));
  if (facts.kind.kind === 'sistem')
    throw new Error('Cabang ini mengubah berkas sistem, bukan sebuah naskah. Hubungi pengelola sistem.');
  return lookOf(facts, whole(readItem(facts, app, now)), options);
}

function whole<T>(
  result:
    { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly Issue[] },
): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(formatIssue).join(' '));
}

/** What of a reading concerns an editor. */
export function lookOf(facts: Facts, reading: ItemReading, { akun, app, now }: Reader): Look {
  const { sop, events, position, findings } = reading;
  const told = {
    sop,
    events,
    logins: new Map<number, string>(),
    findings,
    unknownAuthors: [],
    mergeResult: null,
  };
  const refused = new Set(position.ditolak.map(({ event }) => event));
  const lastSubmission = events.findLastIndex((event, place) => isSubmission(event) && !refused.has(place));
  const logins = loginsIn(facts);
  const mine = (event: Event | undefined) => event?.by === akun;
  const lastCounted = events.findLastIndex(
    (event, place) => mine(event) && event.kind !== 'content' && !refused.has(place),
  );
  return {
    line: positionTitle(position, told),
    langkah: position.langkah,
    sopVersion: position.sopVersion,
    returns: events.flatMap((event, place) =>
      place > lastSubmission && isReturn(event) && !refused.has(place)
        ? [
            {
              by: `${whoIs(reading, event, logins)}, ${waktu(event.at)}`,
              reasons: reasonsOf(reasonOf(event.body)),
            },
          ]
        : [],
    ),
    refusals: position.ditolak
      .filter(({ event }) => event > lastCounted && mine(events[event]))
      .map(({ message }) => message),
    findings: findings.length > 0 ? findings.map(formatIssue) : boardFindings(facts, app),
    macet: position.macet.map(({ message }) => message),
    cost: costOf(reading, akun, now),
  };
}

/** Tries a change on the reducer, and tells what it would undo. */
function costOf({ state, events }: ItemReading, akun: number, at: string): string | null {
  const { sop } = state.context;
  const kelengkapan = [...state.kelengkapan];
  const change: Event = { kind: 'content', at, by: akun, sidik: 'perubahan', kelengkapan, coAuthors: [] };
  const after = step(state, change, events.length);
  const from = sop.langkah[after.current];
  if (state.reviewFrom === null || after.current >= state.current || from === undefined) return null;
  const lost = state.done.some((done, index) => done !== null && after.done[index] === null);
  return `Naskah ini sedang diperiksa. Menyimpan perubahan sekarang mengulang pemeriksaan dari langkah ${from.no}${lost ? ', dan paraf yang sudah ada gugur' : ''}.`;
}

function isSubmission(event: Event): boolean {
  return event.kind === 'submitted' || (event.kind === 'reviewed' && commandOf(event) === 'submit');
}

function isReturn(event: Event): event is EventOf<'reviewed'> {
  return event.kind === 'reviewed' && commandOf(event) === 'return';
}

/** Login of everybody who reviewed, submitted or pushed. */
function loginsIn(facts: Facts): ReadonlyMap<number, string> {
  const actors = [
    facts.author,
    ...[...facts.reviews, ...facts.happenings, ...facts.activity].map(({ by }) => by),
  ];
  return new Map(actors.flatMap((actor) => (actor === null ? [] : [[actor.id, actor.login] as const])));
}

/** The office that an account spoke for at the time, and its login: “Tim Pengolah Informasi (pengolah-satu)”. */
function whoIs(
  { sop, state }: ItemReading,
  { by, at, sebagai }: EventOf<'reviewed'>,
  logins: ReadonlyMap<number, string>,
): string {
  const known = new Set(sop.langkah.flatMap(({ pelaksana }) => pelaksana));
  const rows = rolesOf(state.context.roster, by, instant(at), state.opd).filter(
    ({ peran }) => known.has(peran) && (sebagai === undefined || sebagai === peran),
  );
  const names = new Set(rows.map((row) => atasNamaOf(state.context.roster, row, roleName(sop, row.peran))));
  const login = logins.get(by) ?? `akun ${by}`;
  return names.size === 0 ? login : `${[...names].join('; ')} (${login})`;
}

/** What the gate found in the files, which only it looks into: the list in its pinned comment. */
function boardFindings(facts: Facts, app: number): string[] {
  const board = facts.comments.findLast(({ by, body }) => by?.id === app && body.startsWith(boardMarker));
  const [, section] = board?.body.replaceAll('\r\n', '\n').split(/^### Perlu dibetulkan$/m) ?? [];
  return [...(section?.split(/^### /m, 1)[0] ?? '').matchAll(/^- (.+)$/gm)].map(([, line]) => line ?? '');
}
