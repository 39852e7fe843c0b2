import { describe, expect, it } from 'vitest';
import { commit } from '../testing/history.ts';
import {
  clientOf,
  recorded,
  recordedPlace,
  type Recorded,
  type RecordedMove,
} from '../testing/recorded-github.ts';
import type { Client } from './client.ts';
import { readItem } from './item.ts';
import { readPullRequest } from './pull.ts';

const app = 999;
const now = '2026-11-02T02:00:00Z';

/** Reads and judges what github.com told, after a change of it. */
async function judged(change: (world: Recorded) => void, client?: (world: Recorded) => Client) {
  const world = recorded();
  change(world);
  const facts = await readPullRequest((client ?? clientOf)(world), recordedPlace, 7, [1]);
  if (!facts.ok) return { world, said: facts.issues.map(({ message }) => message).join('\n') };
  if (facts.value.kind.kind !== 'item') return { world, said: facts.value.kind.kind };
  const item = readItem(facts.value, app, now);
  if (!item.ok) throw new Error(item.issues.map(({ message }) => message).join('\n'));
  const { position } = item.value;
  return { world, said: `${position.status} ${position.langkah ?? '-'}`, position };
}

const review = (world: Recorded) => world.pull.reviews[0]!;
const label = (world: Recorded) => world.pull.timelineItems[0] as { actor: unknown; createdAt: string };
const user = (id: number, login = `akun-${id}`) => ({ __typename: 'User', login, databaseId: id });
const move = (world: Recorded, more: Partial<RecordedMove>): RecordedMove => ({
  ...world.activity[0]!,
  ...more,
});

/** One more move, and the head that it made. */
function moved(world: Recorded, timestamp: string, after: string, more: Partial<RecordedMove> = {}) {
  world.activity.unshift(
    move(world, { before: world.pull.headRefOid, after: commit(after), timestamp, ...more }),
  );
  world.pull.headRefOid = commit(after);
}

const signed = 'siap -';
const waiting = 'berjalan 3';

describe('a review on github.com or in its app, by the answers as GitHub documents them', () => {
  it.each<[string, (world: Recorded) => void, string]>([
    ['signs what stood on the branch, also after a force-push of the same bytes', () => undefined, signed],
    [
      'signs nothing where it names a commit of other content than stood there',
      (world) => (review(world)['commit'] = { oid: commit('a1') }),
      waiting,
    ],
    ['signs nothing where its commit is gone', (world) => (review(world)['commit'] = null), waiting],
    [
      'signs nothing where the branch went on to other content, and GitHub moved it there',
      (world) => {
        moved(world, '2026-11-02T01:30:00Z', 'c1');
        review(world)['commit'] = { oid: commit('c1') };
      },
      waiting,
    ],
    [
      'signs nothing in the second of a push',
      (world) => (world.activity[0]!.timestamp = '2026-11-02T01:15:00Z'),
      waiting,
    ],
    [
      'signs nothing where the record of moves has a gap',
      (world) => world.activity.splice(1, 1),
      'berjalan 2',
    ],
    [
      'signs nothing once it was edited',
      (world) => {
        review(world)['lastEditedAt'] = '2026-11-02T01:16:00Z';
        review(world)['editor'] = user(1005);
        review(world)['includesCreatedEdit'] = true;
        review(world)['userContentEdits'] = [
          { createdAt: '2026-11-02T01:16:00Z', diff: 'Baik.' },
          { createdAt: '2026-11-02T01:15:00Z', diff: '' },
        ];
      },
      waiting,
    ],
    ['is nobody’s business before it is sent', (world) => pending(world), waiting],
    ['signs nothing of an account that is gone', (world) => (review(world)['author'] = null), waiting],
    [
      'signs nothing of the ghost that GitHub shows in the place of one',
      (world) => (review(world)['author'] = user(10137, 'ghost')),
      waiting,
    ],
    [
      'signs nothing of an app, whatever it is called',
      (world) => (review(world)['author'] = { __typename: 'Bot', login: 'pengolah-satu', databaseId: 1005 }),
      waiting,
    ],
    ['signs under whatever login', (world) => (review(world)['author'] = user(1005, 'nama-baru')), signed],
    [
      'counts as it was sent, though somebody hid it',
      (world) => (review(world)['isMinimized'] = true),
      signed,
    ],
    [
      'counts until it is dismissed by a holder of its step',
      (world) => {
        review(world)['state'] = 'DISMISSED';
        world.pull.timelineItems.push({
          __typename: 'ReviewDismissedEvent',
          createdAt: '2026-11-02T01:40:00Z',
          actor: user(1005),
          previousReviewState: 'APPROVED',
          review: { fullDatabaseId: '3000000001' },
        });
      },
      waiting,
    ],
    [
      'is in vain where the app set the label, and nobody submitted',
      (world) => (label(world).actor = { __typename: 'Bot', login: 'paraf', databaseId: app }),
      'berjalan 2',
    ],
    [
      'signs although the mover’s login is another in each answer: ids count',
      (world) => {
        for (const one of world.activity) one.actor = { ...one.actor!, login: 'dahulu' };
      },
      signed,
    ],
    [
      'is not touched by what another branch did',
      (world) => world.activity.unshift(move(world, { ref: 'refs/heads/cms/lain', after: commit('c1') })),
      signed,
    ],
    [
      'is void once somebody without an account moved the branch to other content',
      (world) => moved(world, '2026-11-02T01:30:00Z', 'c1', { actor: null }),
      waiting,
    ],
    ['of a copy counts for nothing', (world) => (world.pull.isCrossRepository = true), 'ditolak'],
  ])('%s', async (_, change, expected) => {
    expect((await judged(change)).said).toBe(expected);
  });

  it('takes three reads', async () => {
    const { world } = await judged(() => undefined);
    expect(world.asked).toEqual(['Pull', 'GET /repos/{owner}/{repo}/activity', 'Parts']);
  });
});

function pending(world: Recorded): void {
  Object.assign(review(world), { state: 'PENDING', submittedAt: null });
}

describe('lists are read to their end', () => {
  it('a hundred and one reviews, the signature last', async () => {
    const { said, world } = await judged((given) => {
      const [last] = given.pull.reviews;
      given.pull.reviews = Array.from({ length: 100 }, (_, place) => ({
        ...last!,
        fullDatabaseId: String(place + 1),
        state: 'COMMENTED',
        body: 'Catatan.',
        submittedAt: '2026-11-02T01:14:00Z',
      }));
      given.pull.reviews.push(last!);
    });
    expect([said, world.asked.length]).toEqual([signed, 4]);
  });

  it('a thousand moves and one', async () => {
    const { said, world } = await judged((given) => {
      const oldest = given.activity.at(-1)!;
      given.activity.pop();
      // There and back, before the draft was submitted.
      const moves = Array.from({ length: 999 }, (_, place) => {
        const [from, to] = place % 2 === 0 ? ['a1', 'c1'] : ['c1', 'a1'];
        return { ...oldest, before: commit(from), after: commit(to), timestamp: '2026-11-02T01:02:00Z' };
      });
      given.activity.at(-1)!.before = commit('c1');
      given.activity.push(...moves.toReversed(), oldest);
    });
    expect([said, world.asked.filter((what) => what.endsWith('/activity')).length]).toEqual([signed, 11]);
  });

  it('pages of one, of every list there is', async () => {
    const { said } = await judged((world) => {
      world.perPage = 1;
      world.pull.comments = [1, 2, 3].map((place) => ({
        fullDatabaseId: String(place),
        createdAt: now,
        lastEditedAt: null,
        body: 'Catatan.',
        author: null,
      }));
    });
    expect(said).toBe(signed);
  });
});

/** A client that throws what octokit throws, at the first read or at another. */
const failing =
  (error: object, at = 'Pull') =>
  (world: Recorded): Client => {
    const whole = clientOf(world);
    return {
      graphql: (query, variables) =>
        query.includes(`query ${at}`)
          ? Promise.reject(Object.assign(new Error('GitHub'), error))
          : whole.graphql(query, variables),
      request: (route, parameters) =>
        route.includes(at)
          ? Promise.reject(Object.assign(new Error('GitHub'), error))
          : whole.request(route, parameters),
    };
  };

describe('what cannot be read whole fails closed, and says why', () => {
  const late =
    'Catatan gerak cabang #7 di GitHub belum sampai pada isinya yang sekarang, sehingga belum terbukti apa yang diparaf. Paraf mencoba lagi sendiri; bila tetap begini, dorong satu commit baru ke cabang itu.';
  const partial = {
    data: { repository: {} },
    errors: [{ message: 'Something went wrong while executing your query.' }],
  };
  const nothing = () => undefined;
  it.each<[string, (world: Recorded) => void, ((world: Recorded) => Client) | undefined, string]>([
    ['a record that is late', (world) => world.activity.shift(), undefined, late],
    [
      'a replica that answers an older head',
      (world) => (world.pull.headRefOid = commit('b1')),
      undefined,
      late,
    ],
    [
      'more than two thousand moves',
      (world) => {
        world.perPage = 1;
        while (world.activity.length < 21) world.activity.push(world.activity[0]!);
      },
      undefined,
      'Cabang ini sudah bergerak lebih dari 2.000 kali. Buat cabang dan pull request baru.',
    ],
    [
      'fewer files than it says',
      (world) => (world.pull.changedFiles = 3001),
      undefined,
      'Menurut GitHub #7 mengubah 3001 berkas, tetapi hanya 2 yang disebutnya. Coba lagi; bila memang sebanyak itu, pisahkan menjadi beberapa pull request.',
    ],
    [
      'no list of files at all',
      (world) => (world.pull.files = null),
      undefined,
      'Menurut GitHub #7 mengubah 2 berkas, tetapi hanya 0 yang disebutnya. Coba lagi; bila memang sebanyak itu, pisahkan menjadi beberapa pull request.',
    ],
    [
      'a rename among other files than the first answer named',
      (world) => {
        world.pull.files![0]!.changeType = 'RENAMED';
        world.files.pop();
      },
      undefined,
      'Pull request #7 berubah selagi dibaca. Coba lagi.',
    ],
    [
      'a review without an id',
      (world) => (review(world)['fullDatabaseId'] = null),
      undefined,
      'Jawaban GitHub tentang #7 tidak terbaca (repository.pullRequest.reviews.nodes.0.fullDatabaseId: Invalid input).',
    ],
    [
      'an answer with errors beside the data',
      nothing,
      failing(partial),
      'GitHub menjawab hanya sebagian tentang #7 (Something went wrong while executing your query.), dan sebagian tidak cukup. Paraf mencoba lagi sendiri.',
    ],
    [
      'an answer about the versions with errors beside the data',
      nothing,
      failing(
        { errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }] },
        'Parts',
      ),
      'GitHub hanya mengizinkan Paraf membaca sebagian dari #7, dan sebagian tidak cukup (Resource not accessible by integration). Periksa izin aplikasi dengan npm run -s paraf -- setup --check.',
    ],
    [
      'a pull request that GraphQL does not know',
      nothing,
      failing({ errors: [{ type: 'NOT_FOUND', message: 'Could not resolve to a PullRequest' }] }),
      'Pull request #7 tidak ditemukan.',
    ],
    [
      'a secondary rate limit',
      nothing,
      failing(
        {
          status: 403,
          message: 'You have exceeded a secondary rate limit.',
          response: { headers: { 'retry-after': '60' } },
        },
        'activity',
      ),
      'GitHub membatasi banyaknya pertanyaan Paraf selama 60 detik, jadi belum semuanya terbaca. Paraf mencoba lagi sendiri; tidak ada yang perlu dilakukan.',
    ],
    [
      'the hourly rate limit of GraphQL',
      nothing,
      failing({ errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] }),
      'GitHub membatasi banyaknya pertanyaan Paraf, jadi belum semuanya terbaca. Paraf mencoba lagi sendiri; tidak ada yang perlu dilakukan.',
    ],
    [
      'a token that no longer counts',
      nothing,
      failing({ status: 401, message: 'Bad credentials' }),
      'GitHub menolak token Paraf (401: Bad credentials). Periksa kunci aplikasi dan apakah aplikasinya masih terpasang di repositori ini.',
    ],
    [
      'a permission that the app lacks',
      nothing,
      failing({ status: 403, message: 'Resource not accessible by integration' }, 'activity'),
      'GitHub tidak mengizinkan Paraf membaca #7 (403: Resource not accessible by integration). Periksa izin aplikasi dengan npm run -s paraf -- setup --check.',
    ],
    [
      'a repository that is not there for it',
      nothing,
      failing({ status: 404, message: 'Not Found' }, 'activity'),
      '#7 atau catatannya tidak ditemukan di GitHub (404). Periksa nomornya, dan apakah aplikasi Paraf terpasang di repositori ini.',
    ],
    [
      'an outage',
      nothing,
      failing({ status: 502 }),
      'GitHub sedang terganggu (502), jadi #7 belum terbaca utuh. Paraf mencoba lagi sendiri; keadaannya ada di githubstatus.com.',
    ],
  ])('%s', async (_, change, client, message) => {
    expect((await judged(change, client)).said).toBe(message);
  });

  it('a network that is down is no answer of GitHub’s, and is thrown on', async () => {
    await expect(judged(nothing, failing({ message: 'fetch failed' }))).rejects.toThrow('fetch failed');
  });

  it('what was late a moment ago is read again', async () => {
    let reads = 0;
    const { said } = await judged(nothing, (world) => {
      const whole = clientOf(world);
      const newest = world.activity.shift()!;
      return {
        graphql: (query, variables) => whole.graphql(query, variables),
        request(route, parameters) {
          reads += 1;
          if (reads === 2) world.activity.unshift(newest);
          return whole.request(route, parameters);
        },
      };
    });
    expect([said, reads]).toEqual([signed, 2]);
  });
});

it('a rename takes its old place along', async () => {
  const { said } = await judged((world) => (world.pull.files![0]!.changeType = 'RENAMED'));
  expect(said).toBe('ditolak');
});
