import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, recorded, recordedPlace } from '../testing/recorded-github.ts';
import { news, openNewsroom, place, type Newsroom } from '../testing/newsroom.ts';
import type { Client } from './client.ts';
import { readPullRequest } from './pull.ts';

let room: Newsroom;
let pull: number;
const folder = 'content/berita/2026/11/kerja-bakti';
beforeAll(async () => {
  room = await openNewsroom();
  pull = await room.open('peliput', 'cms/berita/2026/11/kerja-bakti', news('kerja-bakti'));
});
afterAll(() => room.stop());

/** The app's client, with its answers to GraphQL changed. */
const changed = (change: (answer: { repository: Record<string, unknown> }) => void): Client => ({
  request: (route, parameters) => room.app.request(route, parameters),
  async graphql(query, variables) {
    const answer = structuredClone(await room.app.graphql(query, variables)) as {
      repository: Record<string, unknown>;
    };
    change(answer);
    return answer;
  },
});

const messages = async (client: Client, number = pull) => {
  const read = await readPullRequest(client, place, number);
  return read.ok ? 'dibaca' : read.issues.map(({ message }) => message).join('\n');
};

/** Every place in an answer and the kind of value there; lists are one place, and null says nothing. */
function shapeOf(value: unknown, at = ''): [string, string][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item) => shapeOf(item, `${at}[]`));
  if (typeof value !== 'object') return [[at, typeof value]];
  return Object.entries(value).flatMap(([key, inner]) => shapeOf(inner, `${at}.${key}`));
}

describe('the local server', () => {
  it('answers the reader in the shape that GitHub documents', async () => {
    const number = await room.open('peliput', 'cms/berita/2026/11/bentuk', news('bentuk'));
    await room.submit('peliput', number);
    await room.review('pengolah-satu', number, 'APPROVE');
    const read = async (client: Client, where: typeof place, wanted: number) => {
      const answers: [string, unknown][] = [];
      const listening: Client = {
        async graphql(query, variables) {
          const answer = await client.graphql(query, variables);
          answers.push([/query (\w+)/.exec(query)?.[1] ?? '', answer]);
          return answer;
        },
        async request(route, parameters) {
          const answer = await client.request(route, parameters);
          answers.push([route, answer.data]);
          return answer;
        },
      };
      await readPullRequest(listening, where, wanted);
      return answers.flatMap(([name, answer]) => shapeOf(answer, name));
    };
    const github = new Map(await read(clientOf(recorded()), recordedPlace, 7));
    const local = new Map(await read(room.app, place, number));
    // Both must tell enough to be compared.
    const common = [...local.keys()].filter((key) => github.has(key));
    expect(common.length).toBeGreaterThan(40);
    expect(common.filter((key) => local.get(key) !== github.get(key))).toEqual([]);
    const first = ['Pull', 'GET /repos/{owner}/{repo}/activity'];
    const missing = [...github.keys()].filter(
      (key) => first.some((name) => key.startsWith(name)) && !local.has(key),
    );
    // Earlier wordings are not kept there: DIFFERENCES.md.
    expect(missing).toEqual([
      'Pull.repository.pullRequest.reviews.nodes[].userContentEdits.pageInfo.hasNextPage',
    ]);
  });

  it('serves short pages, and the reader still reads all of them', async () => {
    const number = await room.open('peliput', 'cms/berita/2026/11/halaman', news('halaman'));
    await room.submit('peliput', number);
    for (let place = 0; place < 3; place += 1)
      await room.review('pengolah-satu', number, 'COMMENT', `Catatan ${place}`);
    const stingy: Client = {
      graphql: (query, variables) =>
        room.app.graphql(query.replaceAll('first:100,after', 'first:1,after'), variables),
      request: (route, parameters) => room.app.request(route, { ...parameters, per_page: 1 }),
    };
    const [whole, pieces] = [
      await readPullRequest(room.app, place, number),
      await readPullRequest(stingy, place, number),
    ];
    expect(pieces).toEqual(whole);
    expect(whole.ok && whole.value.reviews.length).toBe(3);
  });
});

describe('reading a pull request', () => {
  it('takes three reads', async () => {
    const asked: string[] = [];
    const counting: Client = {
      graphql(query, variables) {
        asked.push(/query (\w+)/.exec(query)?.[1] ?? '');
        return room.app.graphql(query, variables);
      },
      request(route, parameters) {
        asked.push(route);
        return room.app.request(route, parameters);
      },
    };
    const read = await readPullRequest(counting, place, pull);
    expect(asked).toEqual(['Pull', 'GET /repos/{owner}/{repo}/activity', 'Parts']);
    expect(read.ok && [read.value.kind.kind, read.value.activity.length, read.value.versions.size]).toEqual([
      'item',
      1,
      1,
    ]);
  });

  it('works with the rights of any reader, as Meja does', async () => {
    expect(await messages(room.as('tamu'))).toBe('dibaca');
  });

  it('reads every page', async () => {
    let page = 0;
    const client = changed(({ repository }) => {
      const found = repository['pullRequest'] as
        | { comments: { pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: unknown[] } }
        | undefined;
      if (found === undefined) return;
      page += 1;
      const body = `Catatan ${page}`;
      found.comments.nodes = [
        { fullDatabaseId: page, createdAt: room.now(), lastEditedAt: null, body, author: null },
      ];
      found.comments.pageInfo = { hasNextPage: page < 3, endCursor: null };
    });
    const read = await readPullRequest(client, place, pull);
    expect(read.ok && read.value.comments.map(({ body }) => body)).toEqual([
      'Catatan 1',
      'Catatan 2',
      'Catatan 3',
    ]);
  });

  it.each<[string, (answer: { repository: Record<string, unknown> }) => void, string]>([
    [
      'no record of the system',
      ({ repository }) => void (repository['sistem'] = null),
      'Repositori ini belum punya catatan sistem, sehingga belum diketahui aturan mana yang berlaku. Jalankan `npm run -s paraf -- bootstrap` sekali sebagai aplikasi Paraf.',
    ],
    [
      'a list without end',
      ({ repository }) => {
        const found = repository['pullRequest'] as { files: { pageInfo: object } } | undefined;
        if (found) found.files.pageInfo = { hasNextPage: true, endCursor: null };
      },
      'Riwayat #1 terlalu panjang untuk dibaca utuh. Buat pull request baru.',
    ],
    [
      'a commit that is gone',
      ({ repository }) => {
        if ('v0' in repository) repository['v0'] = null;
      },
      'pernah ada di cabang ini, tetapi tidak dapat dibaca lagi.',
    ],
    [
      'settings that are cut',
      ({ repository }) => {
        const file = repository['now_alur'] as { isTruncated: boolean } | undefined;
        if (file) file.isTruncated = true;
      },
      'Berkas pengaturan content/alur.yml tidak terbaca utuh.',
    ],
  ])('fails closed: %s', async (_, change, expected) => {
    expect(await messages(changed(change))).toContain(expected);
  });

  it('counts both paths of a rename', async () => {
    const main = await room.head('main');
    const settings = (await room.read('main', 'content/situs.yml')) ?? '';
    expect(main).toMatch(/^[0-9a-f]{40}$/);
    const number = await room.open('peliput', 'pindah', {
      'content/situs.yml': null,
      [`${folder}-dua/situs.yml`]: settings,
    });
    const read = await readPullRequest(room.app, place, number);
    expect(read.ok && read.value.kind).toMatchObject({ kind: 'ditolak', faults: [{ code: 'campuran' }] });
  });
});
