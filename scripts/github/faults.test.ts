/**
 * GitHub on its bad days, and the gate killed at any request: afterwards there is exactly one outcome, nothing is
 * published that was not signed, and nothing that was signed is lost.
 *
 * `PARAF_FAULT_ROUNDS=200` tries more schedules; a failure names its seed (`PARAF_FAULT_SEED`).
 */
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appAccount } from '../local/accounts.ts';
import { faultKinds, type Fault, type FaultKind } from '../local/faults.ts';
import { openGit } from '../publish/git.ts';
import { publish } from '../publish/publish.ts';
import { fakePages } from '../publish/testing/fake-pages.ts';
import { verify } from '../publish/verify.ts';
import { createClient } from './client.ts';
import { announce, look } from './gate.ts';
import type { Client } from './read/client.ts';
import { boardMarker } from './read/marker.ts';
import { openPulls, recentlyClosed } from './sweep.ts';
import { filesOf, samples } from './testing/item.ts';
import { openNewsroom, place, type Newsroom } from './testing/newsroom.ts';
import { antreanOf, entriesOf, ledgerOf, stateOf } from './testing/records.ts';

const rounds = Number(process.env['PARAF_FAULT_ROUNDS'] ?? 12);
const seed = Number(process.env['PARAF_FAULT_SEED'] ?? Date.now() % 1_000_000);

let room: Newsroom;
let items = 0;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

/** One look of the gate that meets faults, and may be killed at one of its requests. */
interface BadLook {
  readonly faults: readonly Fault[];
  /** Requests that it may send before it is killed; null: it lives. */
  readonly dies: number | null;
  /** Whether the request at which it is killed was done. */
  readonly isDone: boolean;
}

const isOfMerges = (kind: FaultKind) => kind === 'base-modified' || kind === 'mergeable-unknown';

/** There is one merge in a look, and many other requests. */
const fault = (kind: FaultKind): fc.Arbitrary<Fault> =>
  fc.record({
    kind: fc.constant(kind),
    after: isOfMerges(kind) ? fc.constant(0) : fc.nat(14),
    times: fc.integer({ min: 1, max: 6 }),
  });

const badLook: fc.Arbitrary<BadLook> = fc.record({
  faults: fc.array(fc.constantFrom(...faultKinds).chain(fault), { minLength: 1, maxLength: 3 }),
  dies: fc.option(fc.nat(24), { nil: null }),
  isDone: fc.boolean(),
});

/** What the gate went through after each act of the story, and whether somebody writes once more after the last paraf. */
interface Schedule {
  readonly looks: readonly (readonly BadLook[])[];
  readonly isEditedAtTheEnd: boolean;
  readonly publications: readonly BadLook[];
}

const acts = 8;
const schedule: fc.Arbitrary<Schedule> = fc.record({
  looks: fc.array(fc.array(badLook, { maxLength: 2 }), { minLength: acts, maxLength: acts }),
  isEditedAtTheEnd: fc.boolean(),
  publications: fc.array(badLook, { maxLength: 2 }),
});

/** A client whose process ends at its nth request. */
function mortal(client: Client, { dies, isDone }: BadLook): Client {
  if (dies === null) return client;
  let left = dies;
  const guard = async <T>(send: () => Promise<T>): Promise<T> => {
    left -= 1;
    if (left < -1 || (left === -1 && !isDone)) throw new Error('killed');
    const answer = await send();
    if (left === -1) throw new Error('killed');
    return answer;
  };
  return {
    graphql: (query, variables) => guard(() => client.graphql(query, variables)),
    request: (route, parameters) => guard(() => client.request(route, parameters)),
  };
}

const appClient = () =>
  createClient({
    baseUrl: `${room.url}/api/v3`,
    token: room.server.appToken,
    isPaced: false,
    retryAfter: 1,
  });

/** Something the gate does while faults strike; that it fails is no surprise. */
async function suffer(bad: BadLook, act: (client: Client) => Promise<unknown>): Promise<void> {
  room.server.faults.set(bad.faults.map((fault) => ({ ...fault, token: room.server.appToken })));
  try {
    await act(mortal(appClient(), bad));
  } catch {
    // The next look mends it.
  } finally {
    room.server.faults.set([]);
  }
}

const options = () => ({ now: room.now, app: appAccount.id, pauses: [1, 1, 1] });

/** Looks at what is open or was closed since a time until a look does nothing more, as sweeps do. */
async function sweep(since: string): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    const pulls = [...(await openPulls(room.app, place)), ...(await recentlyClosed(room.app, place, since))];
    const looks = [];
    for (const pull of new Set(pulls)) looks.push(await look(room.app, place, pull, options()));
    if (looks.every(({ applied, again }) => !again && applied.every(({ outcome }) => outcome === 'sama')))
      return;
  }
  throw new Error('the gate does not come to rest');
}

function publishNow(client: Client) {
  return publish({
    repoDir: room.server.repository,
    dataDir: join(room.dataDir, 'portal'),
    modules: '/tidak-dipakai',
    now: room.now,
    pages: fakePages,
    onLive: async (entries) => {
      for (const { pull, path, sidik } of entries)
        if (pull !== null) await announce(client, place, appAccount.id, { pull, path, sidik });
    },
  });
}

/** One news item from its first draft to the portal, under a schedule. Gives what came of it. */
async function live({ looks, publications, ...schedule }: Schedule) {
  items += 1;
  // Every kind strikes in its turn, whatever the schedule says: at the last look, which merges.
  const certain = faultKinds[items % faultKinds.length]!;
  const isEditedAtTheEnd = schedule.isEditedAtTheEnd && !isOfMerges(certain);
  const since = room.now();
  const item = samples.make('berita', 0, `gangguan-${items}`)!;
  const branch = `cms/berita/2026/11/gangguan-${items}`;
  const pull = await room.open('peliput', branch, filesOf(samples.until(item, 1)));
  const final = filesOf(samples.until(item, 2));
  const say = (login: string, words: string) => room.review(login, pull, 'COMMENT', words);
  const story: readonly (() => Promise<unknown>)[] = [
    () => room.save('penyusun', branch, final),
    () => room.submit('penyusun', pull),
    () => room.review('pengolah-satu', pull, 'REQUEST_CHANGES', 'Cocokkan angkanya.'),
    () => say('penyusun', '/ajukan'),
    () => room.review('pengolah-satu', pull, 'APPROVE'),
    () => room.review('kepala-dinas', pull, 'APPROVE'),
    () => say('peliput', 'Semoga lekas tayang.'),
    () => room.review('pengolah-dua', pull, 'APPROVE'),
  ];
  const signed = await treeOf(branch, item.folder, () => undefined);
  let wanted = signed;
  for (const [index, act] of story.entries()) {
    room.wait(60);
    await act();
    wanted = await treeOf(branch, item.folder, () => wanted);
    if (index === story.length - 1 && isEditedAtTheEnd)
      await room
        .save('peliput', branch, {
          [`${item.folder}/index.md`]: `${String(final[`${item.folder}/index.md`])}\nDisisipkan.\n`,
        })
        .catch(() => undefined);
    const last: BadLook = { faults: [{ kind: certain }], dies: null, isDone: false };
    for (const bad of [...(index === story.length - 1 ? [last] : []), ...(looks[index] ?? [])])
      await suffer(bad, (client) => look(client, place, pull, options()));
  }
  await sweep(since);
  for (const bad of publications) await suffer(bad, publishNow);
  await publishNow(room.app);
  await sweep(since);
  return { pull, folder: item.folder, signed: wanted, isEditedAtTheEnd };
}

async function treeOf(branch: string, folder: string, otherwise: () => string | undefined) {
  const git = openGit(room.server.repository);
  const commit = git.commitOf(`refs/heads/${branch}`);
  return commit === null ? otherwise() : git.text('rev-parse', `${commit}:${folder}`).trim();
}

it(
  `${rounds} schedules of faults and deaths, and after each exactly one outcome`,
  { timeout: rounds * 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (one) => {
        const { pull, folder, signed, isEditedAtTheEnd } = await live(one);
        const git = openGit(room.server.repository);
        const state = await stateOf(room, pull);
        const entries = await entriesOf(room, pull);
        const comments = await room.comments(pull);
        const boards = comments.filter((body) => body.startsWith(boardMarker)).length;
        const told = comments.filter((body) => body.includes('Sudah tayang di portal')).length;
        const onMain = await treeOf('main', folder, () => undefined).catch(() => undefined);
        const position = (await look(room.app, place, pull, options())).title;
        // Of an answer that came from an older state it may be told once more; never less than once.
        const outcome = {
          state,
          recorded: entries.map(({ sidik }) => sidik),
          onMain,
          position,
          boards,
          isTold: told > 0,
        };
        const isPublished = state === 'merged';
        if (!isEditedAtTheEnd) expect(isPublished).toBe(true);
        expect(outcome).toEqual(
          isPublished
            ? {
                state: 'merged',
                recorded: [signed],
                onMain: signed,
                position: 'Selesai: sudah tayang',
                boards: 1,
                isTold: true,
              }
            : {
                state: 'open',
                recorded: [],
                onMain: undefined,
                position: expect.stringMatching(/^Langkah 3 dari 4: menunggu Tim Pengolah Informasi/),
                boards: 1,
                isTold: false,
              },
        );
        expect((await verify(git)).findings).toEqual([]);
        const numbers = (await ledgerOf(room)).map(({ number }) => number);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
        const queued = (await antreanOf(room)).filter(([number]) => number === pull);
        expect(queued).toEqual([[pull, isPublished ? null : 3]]);
      }),
      { numRuns: rounds, seed, endOnFailure: true },
    );
    expect([...room.server.faults.struck().keys()].toSorted()).toEqual([...faultKinds].toSorted());
  },
);
