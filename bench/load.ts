/**
 * `paraf serve` under load: `node bench/load.ts` opens 500 news items on the local server and lets 50 people act on
 * them at once for ten minutes, everything on this machine alone. Then nothing may be lost and nothing twice; printed
 * besides is after what time positions were current, and what memory the service took.
 *
 * PARAF_LOAD_SECONDS (600), PARAF_LOAD_ITEMS (500), PARAF_LOAD_PEOPLE (50), PARAF_LOAD_PAUSE (seconds that a person
 * thinks between two acts, 20 on the average). Exits with 1 where an event was lost or something was published twice.
 */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnServe } from '../scripts/github/serve/testing/spawn-serve.ts';
import { openGit } from '../scripts/publish/git.ts';
import { verify } from '../scripts/publish/verify.ts';
import { load, quantile, watchMemory } from './load/measures.ts';
import { act, isCurrent, openItem, openLoadedNewsroom, type Expected, type Item } from './load/newsroom.ts';
import { makePeople } from './load/people.ts';

const number = (name: string, usual: number) => Number(process.env[`PARAF_LOAD_${name}`] ?? usual);
const [seconds, count, crowd, pause] = [
  number('SECONDS', 600),
  number('ITEMS', 500),
  number('PEOPLE', 50),
  number('PAUSE', 20),
];
/** So long after the end of the work is waited for the rest: what has not come then is lost. */
const patience = 300_000;
const secret = 'rahasia-webhook-untuk-pengujian-saja';
const say = (line: string) => process.stdout.write(`${line}\n`);

const people = makePeople(crowd);
const room = await openLoadedNewsroom(people);
const items: Item[] = [];
const waits: number[] = [];
const lost: string[] = [];
const merged: number[] = [];
let acts = 0;
let end = Infinity;

/** Positions that are awaited: one watch over all, so that measuring takes nothing from what is measured. */
const awaited = new Set<{ item: Item; expected: Expected; begin: number; done: () => void }>();
const watch = setInterval(() => {
  for (const one of awaited) {
    const waited = performance.now() - one.begin;
    const isLost = performance.now() > end + patience;
    if (!isLost && !isCurrent(room, one.item, one.expected)) continue;
    awaited.delete(one);
    if (isLost)
      lost.push(`#${one.item.pull} is not ${String(one.expected)} after ${Math.round(waited / 1000)} s`);
    else waits.push(waited);
    one.done();
  }
}, 250);

/** Resolves when the gate has seen what was done. */
const awaitPosition = (item: Item, expected: Expected) =>
  new Promise<void>((done) => awaited.add({ item, expected, begin: performance.now(), done }));

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;

/**
 * A person at work until the end: an item that nobody holds, an act, a pause. A draft that became a publication makes
 * room for a new one.
 */
async function work(login: string): Promise<void> {
  const isMaker = people.makers.includes(login);
  while (performance.now() < end) {
    const free = items.filter(
      ({ isHeld, notBefore, standing }) =>
        !isHeld && notBefore < performance.now() && (standing === 'diajukan') !== isMaker,
    );
    if (free.length > 0) {
      const item = pick(free);
      item.isHeld = true;
      const expected = await act(room, item, login);
      acts += 1;
      await awaitPosition(item, expected);
      item.isHeld = false;
      if (expected === 'tergabung') {
        merged.push(item.pull);
        items.splice(items.indexOf(item), 1);
        const next = await openItem(room, item.maker);
        items.push(next);
        acts += 1;
        await awaitPosition(next, /^Langkah 2 /);
        next.isHeld = false;
      }
    }
    await sleep(Math.min(2 * Math.random() * pause * 1000, Math.max(0, end - performance.now())));
  }
}

try {
  let begin = performance.now();
  const lanes = Array.from({ length: 8 }, async (_, lane) => {
    for (let index = lane; index < count; index += 8)
      items.push(await openItem(room, people.makers[index % people.makers.length]!));
  });
  await Promise.all(lanes);
  say(
    `${count} butir dibuka dalam ${((performance.now() - begin) / 1000).toFixed(0)} s (beban mesin ${load()}).`,
  );

  begin = performance.now();
  const dataDir = join(room.dataDir, 'layanan');
  const served = await spawnServe(room, dataDir, secret);
  let told = 0;
  room.server.onChange(() => (told += 1));
  room.server.deliverTo(`${served.address}/webhook`, secret);
  while (!items.every((item) => isCurrent(room, item, /^Langkah 2 /))) await sleep(500);
  for (const item of items) item.isHeld = false;
  say(`Sapuan pertama: ${((performance.now() - begin) / 1000).toFixed(0)} s (beban mesin ${load()}).`);

  const memory = watchMemory(served.child.pid!);
  end = performance.now() + seconds * 1000;
  const report = setInterval(() => {
    const p95 = (quantile(waits, 0.95) / 1000).toFixed(1);
    say(
      `  ${acts} tindakan, ${merged.length} terbit, 95 % dalam ${p95} s, memori ${memory.thirds().join(' → ')} MB, beban ${load()}`,
    );
  }, 30_000);
  await Promise.all([...people.makers, ...people.reviewers].map(work));
  clearInterval(report);
  memory.stop();

  // What is under way still, and deliveries of the service's own doing.
  let taken = 0;
  for (let tries = 0; tries < 60 && taken < told; tries += 1) {
    await sleep(500);
    taken = new Set(readFileSync(join(dataDir, 'kiriman.txt'), 'utf8').split('\n').filter(Boolean)).size;
  }
  served.child.kill('SIGTERM');
  const code = await served.gone();
  const { ledger, findings } = await verify(openGit(room.server.repository));
  const recorded = ledger
    .flatMap(({ entry }) => (entry.pull === null ? [] : [entry.pull]))
    .toSorted((a, b) => a - b);
  const wrong = [
    ...lost,
    ...(taken === told ? [] : [`${told} deliveries were sent, ${taken} were taken`]),
    ...(code === 0 ? [] : [`the service ended with ${code}`]),
    ...findings.map(({ message }) => message),
    ...(JSON.stringify(recorded) === JSON.stringify(merged.toSorted((a, b) => a - b))
      ? []
      : [`merged were ${merged.length}, the ledger has ${recorded.length} of ${new Set(recorded).size}`]),
  ];
  const [first = 0, , last = 0] = memory.thirds();
  const within = waits.filter((wait) => wait <= 5000).length / waits.length;
  say(`${acts} tindakan oleh ${crowd} orang dalam ${seconds} s, ${merged.length} terbit, ${told} kiriman.`);
  say(
    `Posisi mutakhir dalam 5 s: ${(100 * within).toFixed(1)} % (separuh ${(quantile(waits, 0.5) / 1000).toFixed(1)} s, 95 % ${(quantile(waits, 0.95) / 1000).toFixed(1)} s, terlama ${(Math.max(...waits) / 1000).toFixed(1)} s); beban mesin ${load()}.`,
  );
  say(`Memori: ${memory.thirds().join(' → ')} MB (${last > first ? '+' : ''}${last - first}).`);
  for (const line of wrong) say(`SALAH: ${line}`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  clearInterval(watch);
  await room.stop();
}
