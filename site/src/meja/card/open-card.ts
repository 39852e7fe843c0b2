import './zod-without-eval.ts';
import type { Alur } from '../../../../scripts/core/aturan.ts';
import type { Result } from '../../../../scripts/core/issue.ts';
import type { Client } from '../../../../scripts/github/read/client.ts';
import type { Facts, Version } from '../../../../scripts/github/read/facts.ts';
import { readItem, type ItemReading } from '../../../../scripts/github/read/item.ts';
import { readPullRequest } from '../../../../scripts/github/read/pull.ts';
import { sopOfFacts } from '../../../../scripts/github/read/settings.ts';
import { parseDocument } from '../../../../scripts/markdown/front-matter.ts';
import type { Desk } from '../config.ts';
import type { Content } from './changes.ts';

/** An item as the gate reads it, with its content. */
export interface Card {
  readonly facts: Facts;
  readonly folder: string;
  readonly koleksi: string;
  readonly reading: ItemReading;
  readonly alur: Alur;
  /** Content at the head; null where `index.md` cannot be read. */
  readonly content: Content | null;
  /** Names of the files in the folder. */
  readonly files: readonly string[];
  /** What is published under the same address; null for a new item. */
  readonly published: Content | null;
  readonly logins: ReadonlyMap<number, string>;
}

/** Opens an item in four calls: the three reads of the gate, and what `main` has under the same address. */
export async function openCard(desk: Desk, client: Client, pull: number): Promise<Result<Card>> {
  const repository = { owner: desk.owner, repo: desk.repo };
  const read = await withOwnFaults(client, (own) => readPullRequest(own, repository, pull));
  if (!read.ok) return read;
  const facts = read.value;
  const { kind } = facts;
  if (kind.kind !== 'item') {
    const message =
      kind.kind === 'ditolak'
        ? kind.faults.map(({ message }) => message).join(' ')
        : `#${pull} mengubah sistem, bukan satu butir. Periksa di GitHub; perubahan sistem tidak diparaf di Meja.`;
    return { ok: false, issues: [{ code: 'bukan-butir', file: `#${pull}`, message }] };
  }
  const reading = readItem(facts, desk.app, desk.now());
  if (!reading.ok) return reading;
  const rules = sopOfFacts(facts);
  if (!rules.ok) return rules;
  const head = facts.versions.get(facts.head.oid);
  return {
    ok: true,
    value: {
      facts,
      folder: kind.folder,
      koleksi: kind.collection.name,
      reading: reading.value,
      alur: rules.value.alur,
      content: head === undefined ? null : contentOf(head),
      files: head?.entries.map(({ name }) => name) ?? [],
      published: facts.state === 'OPEN' ? await readPublished(desk, client, kind.folder) : null,
      logins: loginsIn(facts),
    },
  };
}

/** A fault on its way past the gate's reader. */
class Passing extends Error {
  constructor(readonly fault: unknown) {
    super('fault of a client');
  }
}

/** Reads so that faults of the client come out as they are: the gate's words for them are the app's, not a person's. */
async function withOwnFaults<T>(client: Client, read: (own: Client) => Promise<T>): Promise<T> {
  const pass = (fault: unknown): never => {
    throw new Passing(fault);
  };
  try {
    return await read({
      graphql: (query, variables) => client.graphql(query, variables).catch(pass),
      request: (route, parameters) => client.request(route, parameters).catch(pass),
    });
  } catch (error) {
    throw error instanceof Passing ? error.fault : error;
  }
}

/** Content of a version; null where its `index.md` is missing or broken. */
export function contentOf(version: Version): Content | null {
  return version.index === null ? null : contentFrom(version.index);
}

function contentFrom(text: string): Content | null {
  const parsed = parseDocument('index.md', '', text);
  return parsed.ok ? { data: parsed.value.data, body: parsed.value.body } : null;
}

/** Content that some version of this pull request had; null where none had it. */
export function contentBySidik(facts: Facts, sidik: string): Content | null {
  const version = [...facts.versions.values()].find((one) => one.sidik === sidik);
  return version === undefined ? null : contentOf(version);
}

const publishedQuery = `query Published($owner:String!,$repo:String!,$expression:String!){
 repository(owner:$owner,name:$repo){object(expression:$expression){... on Blob{text isTruncated}}}}`;

interface PublishedAnswer {
  readonly repository: {
    readonly object: { readonly text?: string | null; readonly isTruncated?: boolean | null } | null;
  };
}

async function readPublished(desk: Desk, client: Client, folder: string): Promise<Content | null> {
  const { owner, repo } = desk;
  const expression = `refs/heads/main:${folder}/index.md`;
  const { repository } = (await client.graphql(publishedQuery, {
    owner,
    repo,
    expression,
  })) as PublishedAnswer;
  const { text, isTruncated } = repository.object ?? {};
  return typeof text === 'string' && isTruncated !== true ? contentFrom(text) : null;
}

function loginsIn(facts: Facts): ReadonlyMap<number, string> {
  const actors = [
    facts.author,
    ...facts.reviews.map(({ by }) => by),
    ...facts.comments.map(({ by }) => by),
    ...facts.happenings.map(({ by }) => by),
    ...facts.activity.map(({ by }) => by),
  ];
  return new Map(actors.flatMap((actor) => (actor === null ? [] : [[actor.id, actor.login]])));
}
