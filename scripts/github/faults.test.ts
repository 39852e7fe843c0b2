/**
 * GitHub on its bad days, and the gate killed at any request: afterwards there is exactly one outcome, nothing is
 * published that was not signed, and nothing that was signed is lost.
 *
 * `PARAF_FAULT_ROUNDS=200` tries more schedules; a failure names its seed (`PARAF_FAULT_SEED`).
 */
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { appAccount } from '../local/accounts.ts';
import { faultKinds, type FaultKind } from '../local/faults.ts';
import { openGit } from '../publish/git.ts';
import { publish } from '../publish/publish.ts';
import { fakePages } from '../publish/testing/fake-pages.ts';
import { verify } from '../publish/verify.ts';
import { createClient } from './client.ts';
import { announce, look } from './gate.ts';
import type { Client } from './read/client.ts';
import { boardMarker } from './read/marker.ts';
import { openPulls, recentlyClosed } from './sweep.ts';
import { isOfMerges, mortal, scheduleOf, type BadLook, type Schedule } from './testing/bad-days.ts';
import { branchOf, filesOf, samples } from './testing/item.ts';
import { openNewsroom, place, type Files, type Newsroom } from './testing/newsroom.ts';
import { antreanOf, stateOf } from './testing/records.ts';

const rounds = Number(process.env['PARAF_FAULT_ROUNDS'] ?? 20);
const seed = Number(process.env['PARAF_FAULT_SEED'] ?? Date.now() % 1_000_000);

/** Many items make every look and every proof longer, and tell nothing more. */
const mostItems = 20;

let room: Newsroom;
let items = 0;
const struck = new Set<FaultKind>();
const close = async () => {
  for (const kind of room.server.faults.struck().keys()) struck.add(kind);
  await room.stop();
};
beforeEach(async () => {
  room = await openNewsroom();
});
afterAll(() => close());

/** Where the gate ends for certain in its turn: nowhere, between merge and ledger, between ledger and deployment. */
const ends: readonly BadLook['dies'][] = [null, /\/merge$/, /^PATCH .*\/git\/refs\//];

const appClient = () =>
  createClient({
    baseUrl: `${room.url}/api/v3`,
    token: room.server.appToken,
    isPaced: false,
    retryAfter: 1,
  });

/** Something the gate does while faults strike, `times` at once; that it fails is no surprise: the next look mends it. */
async function suffer(bad: BadLook, times: number, act: (client: Client) => Promise<unknown>): Promise<void> {
  room.server.faults.set(bad.faults.map((fault) => ({ ...fault, token: room.server.appToken })));
  await Promise.allSettled(Array.from({ length: times }, () => act(mortal(appClient(), bad))));
  room.server.faults.set([]);
}

const options = () => ({ now: room.now, app: appAccount.id, pauses: [1, 1, 1] });

/** Looks at what is open or was closed since a time until a look does nothing more, as sweeps do. Gives its title. */
async function sweep(since: string, pull: number): Promise<string> {
  for (let round = 0; round < 6; round += 1) {
    const pulls = [...(await openPulls(room.app, place)), ...(await recentlyClosed(room.app, place, since))];
    // Those of other rounds are at rest.
    expect(pulls).toContain(pull);
    const { applied, again, title } = await look(room.app, place, pull, options());
    if (!again && applied.every(({ outcome }) => outcome === 'sama')) return title;
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

/** Its picture is drawn once. */
const model = samples.make('berita', 0, 'gangguan')!;
const drafts = new Map([1, 2].map((no) => [no, filesOf(samples.until(model, no))]));

/** The item as it stands after a step, in a folder of its own. */
function filesAt(folder: string, no: number): Files {
  const entries = Object.entries(drafts.get(no) ?? {});
  return Object.fromEntries(entries.map(([path, bytes]) => [path.replace(model.folder, folder), bytes]));
}

/** Acts of a story. */
const acts = 8;

/** One news item from its first draft to the portal, under a schedule. Gives what came of it. */
async function live({ looks, isTwice, publications, ...schedule }: Schedule) {
  items += 1;
  // Every kind strikes in its turn, whatever the schedule says: at the last look, which merges.
  const certain = faultKinds[items % faultKinds.length]!;
  const isEditedAtTheEnd = schedule.isEditedAtTheEnd && !isOfMerges(certain);
  const last: readonly BadLook[] = [
    { faults: [{ kind: certain }], dies: null, isDone: false },
    { faults: [], dies: ends[items % ends.length]!, isDone: true },
  ];
  const since = room.now();
  const folder = model.folder.replace('gangguan', `gangguan-${items}`);
  const branch = branchOf(folder);
  const pull = await room.open('peliput', branch, filesAt(folder, 1));
  const final = filesAt(folder, 2);
  const say = (login: string, words: string) => room.review(login, pull, 'COMMENT', words);
  const story: readonly (() => Promise<unknown>)[] = [
    () => room.save('penyusun', branch, final),
    () => room.submit('penyusun', pull),
    () => room.review('pengolah-satu', pull, 'REQUEST_CHANGES', 'Cocokkan angkanya.'),
    () => say('penyusun', '/ajukan'),
    // Two that do not count: of who wrote it, and of who has another role.
    () => room.review('penyusun', pull, 'APPROVE'),
    () => room.review('kepala-dinas', pull, 'APPROVE'),
    () => say('peliput', 'Semoga lekas tayang.'),
    () => room.review('pengolah-dua', pull, 'APPROVE'),
  ];
  expect(story).toHaveLength(acts);
  let signed: string | null = null;
  for (const [index, act] of story.entries()) {
    const isLast = index === story.length - 1;
    room.wait(60);
    await act();
    if (isLast) signed = treeOf(branch, folder);
    if (isLast && isEditedAtTheEnd)
      await room.save('peliput', branch, {
        [`${folder}/index.md`]: `${String(final[`${folder}/index.md`])}\nDisisipkan.\n`,
      });
    for (const bad of [...(isLast ? last : []), ...(looks[index] ?? [])])
      await suffer(bad, isTwice ? 2 : 1, (client) => look(client, place, pull, options()));
  }
  await sweep(since, pull);
  for (const bad of publications) await suffer(bad, 1, publishNow);
  await publishNow(room.app);
  return { pull, folder, signed, isEditedAtTheEnd, position: await sweep(since, pull) };
}

/** Tree of a folder on a branch; null where there is none. */
function treeOf(branch: string, folder: string): string | null {
  const [entry] = openGit(room.server.repository).tree(`refs/heads/${branch}`, { paths: [folder] });
  return entry?.oid ?? null;
}

it(
  `${rounds} schedules of faults and deaths, and after each exactly one outcome`,
  { timeout: rounds * 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(scheduleOf(acts), async (one) => {
        if (items > 0 && items % mostItems === 0) {
          await close();
          room = await openNewsroom();
        }
        const { pull, folder, signed, isEditedAtTheEnd, position } = await live(one);
        const state = await stateOf(room, pull);
        const comments = await room.comments(pull);
        const boards = comments.filter((body) => body.startsWith(boardMarker)).length;
        const told = comments.filter((body) => body.includes('Sudah tayang di portal')).length;
        // Throws where numbers of the ledger are missing or double.
        const { ledger, findings } = await verify(openGit(room.server.repository));
        const entries = ledger.flatMap(({ entry }) => (entry.pull === pull ? [entry.sidik] : []));
        // Of an answer that came from an older state it may be told once more; never less than once.
        const outcome = {
          state,
          recorded: entries,
          onMain: treeOf('main', folder),
          position,
          boards,
          isTold: told > 0,
          findings,
        };
        const isPublished = !isEditedAtTheEnd;
        expect(outcome).toEqual(
          isPublished
            ? {
                state: 'merged',
                recorded: [signed],
                onMain: signed,
                position: 'Selesai: sudah tayang',
                boards: 1,
                isTold: true,
                findings: [],
              }
            : {
                state: 'open',
                recorded: [],
                onMain: null,
                position: expect.stringMatching(/^Langkah 3 dari 4: menunggu Tim Pengolah Informasi/),
                boards: 1,
                isTold: false,
                findings: [],
              },
        );
        const queued = (await antreanOf(room)).filter(([number]) => number === pull);
        expect(queued).toEqual([[pull, isPublished ? null : 3]]);
      }),
      { numRuns: rounds, seed, endOnFailure: true },
    );
    for (const kind of room.server.faults.struck().keys()) struck.add(kind);
    // Fewer rounds, as when one is repeated, do not come to every kind.
    if (rounds >= faultKinds.length) expect([...struck].toSorted()).toEqual([...faultKinds].toSorted());
  },
);
