/**
 * github.com for tests of the reader, from answers written down in GitHub's documented form: GraphQL is executed on
 * its published schema, so that a value of a wrong kind is an error; REST answers are held against its OpenAPI
 * description. Lists are cut into pages, by cursor where GitHub does so.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { execute, type GraphQLFieldResolver } from 'graphql';
import { checkQuery, gitHubSchema } from '../../local/graphql/schema.ts';
import { connection } from '../../local/graphql/connection.ts';
import { judge } from '../../local/testing/openapi.ts';
import { sidik } from './history.ts';
import { news } from './newsroom.ts';
import type { Client } from '../read/client.ts';

export const recordedPlace = { owner: 'kota', repo: 'portal' };

export interface RecordedReview {
  [field: string]: unknown;
}

/** A pull request as GitHub would tell it; lists are whole, and cut into pages when asked for. */
export interface RecordedPull {
  headRefOid: string;
  isCrossRepository: boolean;
  changedFiles: number;
  files: { path: string; changeType: string }[] | null;
  reviews: RecordedReview[];
  comments: object[];
  timelineItems: object[];
  [field: string]: unknown;
}

export interface RecordedMove {
  before: string;
  after: string;
  ref: string;
  timestamp: string;
  actor: { id: number; login: string; type: string } | null;
  [field: string]: unknown;
}

/** Everything that is written down, to be changed by a test before it is asked. */
export interface Recorded {
  pull: RecordedPull;
  /** Newest first. */
  activity: RecordedMove[];
  /** As `GET …/pulls/{n}/files` gives them. */
  files: object[];
  /** Entries on one page, whatever was asked for. */
  perPage: number;
  /** What was asked, in order. */
  readonly asked: string[];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`recorded/${name}.json`, import.meta.url), 'utf8'));

/** A fresh copy: one approval by github.com's own button, and then a force-push that brought the same bytes. */
export function recorded(): Recorded {
  return {
    pull: read('pull-request') as RecordedPull,
    activity: read('activity') as RecordedMove[],
    files: read('files') as object[],
    perPage: 100,
    asked: [],
  };
}

export function clientOf(world: Recorded): Client {
  return {
    async graphql(query, variables) {
      world.asked.push(/query (\w+)/.exec(query)?.[1] ?? '');
      const document = checkQuery(query);
      if (!('kind' in document)) throw new Error(document.map(({ message }) => message).join('\n'));
      const result = await execute({
        schema: gitHubSchema(),
        document,
        rootValue: { repository: () => repositoryOf(world) },
        variableValues: variables,
        fieldResolver,
      });
      if (result.errors) throw new Error(result.errors.map(({ message }) => message).join('\n'));
      return JSON.parse(JSON.stringify(result.data)) as unknown;
    },
    request(route, parameters) {
      world.asked.push(route);
      const [list, kind] = route.endsWith('/activity')
        ? [world.activity, 'activity' as const]
        : [world.files, 'pulls/7/files' as const];
      const start = Number(parameters['after'] ?? 0);
      const data = list.slice(start, start + Math.min(world.perPage, Number(parameters['per_page'])));
      judge('GET', `/repos/kota/portal/${kind}`, 200, data);
      const next = start + data.length;
      const link = `<https://api.github.com/repositories/1300192/${kind}?per_page=100&after=${next}>; rel="next"`;
      const first = `<https://api.github.com/repositories/1300192/${kind}?per_page=100>; rel="first"`;
      return Promise.resolve({
        status: 200,
        data: structuredClone(data),
        headers: next < list.length ? { link: `${first}, ${link}` } : {},
      });
    },
  };
}

/** GitHub serves pages no longer than it likes. */
const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (source, args, _context, info) => {
  const value = (source as Record<string, unknown>)[info.fieldName];
  return typeof value === 'function' ? (value as (given: unknown) => unknown)(args) : value;
};

const lists = ['labels', 'files', 'reviews', 'comments', 'timelineItems'] as const;

function repositoryOf(world: Recorded): object {
  const { pull, perPage } = world;
  const paged = (name: string, list: unknown) =>
    list === null
      ? null
      : (paging: { first: number; after?: string | null }) =>
          connection(name, list as unknown[], { ...paging, first: Math.min(paging.first, perPage) });
  return {
    pullRequest: ({ number }: { number: number }) =>
      number !== pull['number']
        ? null
        : {
            ...pull,
            ...Object.fromEntries(lists.map((name) => [name, paged(name, pull[name])])),
            reviews: paged(
              'reviews',
              pull.reviews.map((review) => ({
                ...review,
                userContentEdits: paged('userContentEdits', review['userContentEdits']),
              })),
            ),
          },
    object: ({ expression }: { expression: string }) => objectAt(expression),
  };
}

const folder = 'content/berita/2026/11/kerja-bakti';
const checkout = new URL('../../../', import.meta.url);

const index = String(news('kerja-bakti')[`${folder}/index.md`]);

function blob(text: string): object {
  const oid = createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest('hex');
  return { __typename: 'Blob', oid, text, isTruncated: false, isBinary: false };
}

/** What lies at a place: commits `a1`, `a2` hold content `a`, and so on; settings are those of this checkout. */
function objectAt(expression: string): object | null {
  const colon = expression.indexOf(':');
  const [rev, path] = [
    expression.slice(0, colon < 0 ? undefined : colon),
    colon < 0 ? '' : expression.slice(colon + 1),
  ];
  if (path === 'sistem.json')
    return blob(
      JSON.stringify([
        { commit: 'f'.repeat(40), sidik: 'e'.repeat(40), at: '2026-11-01T00:00:00Z', pull: null },
      ]),
    );
  if (path === '') {
    const authors = { pageInfo: { hasNextPage: false }, nodes: [] };
    const nodes = rev === 'refs/heads/main' ? [] : [{ oid: rev, authors }];
    return { __typename: 'Commit', oid: rev, history: { pageInfo: { hasNextPage: false }, nodes } };
  }
  if (path === folder) {
    const entries = ['index.md', 'lapangan.png'].map((name) => ({ name, type: 'blob', mode: 0o100644 }));
    return { __typename: 'Tree', oid: sidik(rev), entries };
  }
  if (path === `${folder}/index.md`) return blob(index);
  if (path === 'content/sop') {
    const entries = readdirSync(new URL('content/sop/', checkout)).map((name) => ({
      name,
      type: 'tree',
      object: {
        __typename: 'Tree',
        entries: [
          {
            name: 'index.md',
            type: 'blob',
            object: blob(readFileSync(new URL(`content/sop/${name}/index.md`, checkout), 'utf8')),
          },
        ],
      },
    }));
    return { __typename: 'Tree', entries };
  }
  return blob(readFileSync(new URL(path, checkout), 'utf8'));
}
