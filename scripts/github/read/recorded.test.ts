import { describe, expect, it } from 'vitest';
import { commit } from '../testing/history.ts';
import type { Recorded, RecordedMove } from '../testing/recorded-github.ts';
import { app, judged, now } from '../testing/recorded-reading.ts';

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

it('a rename takes its old place along', async () => {
  const { said } = await judged((world) => (world.pull.files![0]!.changeType = 'RENAMED'));
  expect(said).toBe('ditolak');
});
