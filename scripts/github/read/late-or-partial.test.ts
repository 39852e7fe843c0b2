import { describe, expect, it } from 'vitest';
import { commit } from '../testing/history.ts';
import { clientOf, type Recorded } from '../testing/recorded-github.ts';
import { judged } from '../testing/recorded-reading.ts';
import type { Client } from './client.ts';

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
      (world) => (world.pull.reviews[0]!['fullDatabaseId'] = null),
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
    expect([said, reads]).toEqual(['siap -', 2]);
  });
});
