/** Short words for recorded facts in tests of the reader: what GitHub would have said, one line each. */
import { collections } from '../../../content/schema/collections.ts';
import type { Event } from '../../core/events.ts';
import { noCommit } from '../read/activity.ts';
import { eventsOf } from '../read/events.ts';
import type { Activity, Actor, Comment, Facts, Happening, Review, Version } from '../read/facts.ts';

export const app = 100;
export const folder = 'content/berita/2026/11/kerja-bakti';

export const user = (id: number): Actor => ({ id, login: `akun-${id}`, type: 'User' });
export const bot: Actor = { id: app, login: 'paraf', type: 'Bot' };

/** 08:00 WIB plus some minutes and seconds. */
export function at(minutes: number, seconds = 0): string {
  const start = Date.parse('2026-11-02T01:00:00Z');
  return new Date(start + minutes * 60_000 + seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** A commit whose item folder holds content `a`, `b`, …: `commit('a1')` and `commit('a2')` have the same bytes. */
export const commit = (name: string) => name.padEnd(40, '0');
/** The tree id of content `a`. */
export const sidik = (name: string) => `5${name.slice(0, 1)}`.padEnd(40, '5');

/** The branch moved from one commit to another; `null` is "not there". */
export function move(
  minutes: number,
  by: Actor | null,
  before: string | null,
  after: string | null,
  seconds = 0,
): Activity {
  const id = (name: string | null) => (name === null ? noCommit : commit(name));
  return { at: at(minutes, seconds), by, before: id(before), after: id(after) };
}

export function version(name: string, more: Partial<Version> = {}): Version {
  return {
    commit: commit(name),
    sidik: sidik(name),
    entries: [],
    index: '',
    commits: [],
    ...more,
  };
}

let ids = 0;

export function review(
  minutes: number,
  by: number,
  state: Review['state'],
  on: string,
  more: Partial<Review> = {},
): Review {
  const body = more.body ?? '';
  return {
    id: String((ids += 1)),
    state,
    at: at(minutes),
    by: user(by),
    body,
    firstBody: body,
    edited: null,
    commit: commit(on),
    ...more,
  };
}

export function labeled(minutes: number, by: Actor, label = 'decap-cms/pending_review'): Happening {
  return { kind: 'labeled', at: at(minutes), by, label };
}

export function comment(minutes: number, by: Actor, body: string, edited = false): Comment {
  return { id: String((ids += 1)), at: at(minutes), by, body, edited };
}

/** A pull request of account 3, opened in minute 1 on content `a`. */
export function factsOf(more: Partial<Facts> = {}): Facts {
  const activity = more.activity ?? [move(0, user(3), null, 'a1')];
  const names = [...new Set(['a1', 'a2', 'b1', 'b2', 'c1'])];
  const [collection] = collections;
  return {
    number: 7,
    title: 'Buat berita',
    state: 'OPEN',
    author: user(3),
    createdAt: at(1),
    closedAt: null,
    mergedAt: null,
    mergeCommit: null,
    base: 'main',
    head: { ref: 'cms/berita/2026/11/kerja-bakti', oid: activity.at(-1)?.after ?? commit('a1') },
    kind: { kind: 'item', collection: collection!, folder, slug: 'kerja-bakti' },
    labels: [],
    reviews: [],
    comments: [],
    happenings: [],
    versions: new Map(names.map((name) => [commit(name), version(name)])),
    records: [],
    now: [],
    opened: [],
    appointments: [],
    ...more,
    activity,
  };
}

/** The events of some facts; throws the issues, where there are any. */
export function events(facts: Facts): Event[] {
  const result = eventsOf(facts, { app, describe: () => ({ kelengkapan: [] }) });
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('\n'));
  return result.value;
}
