import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoStart, parseDuration, parseInstant, timestamp } from './clock.ts';
import { createLocalServer } from './server.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'paraf-clock-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test.each([
  ['PT2H', 7_200_000],
  ['P1DT30M', 88_200_000],
  ['P2W', 1_209_600_000],
  ['PT1.5S', 1500],
  ['PT', undefined],
  ['P', undefined],
  ['2 jam', undefined],
  ['-PT2H', undefined],
])('the duration %s is %s ms', (text, expected) => expect(parseDuration(text)).toBe(expected));

test.each([
  ['2026-11-02T08:00+07:00', demoStart],
  ['2026-11-02T01:00:00Z', demoStart],
  ['2026-11-02T08:00', undefined],
  ['2026-11-02', undefined],
  ['2026-13-02T08:00Z', undefined],
])('the instant %s is %s', (text, expected) => expect(parseInstant(text)).toBe(expected));

test('the demo begins on a Monday morning, and runs on from where it stood', async () => {
  const first = await createLocalServer({ dataDir });
  expect(timestamp(first.clock.now())).toMatch(/^2026-11-02T01:00:0\dZ$/);
  const url = await first.listen(0);
  const post = (body: object, headers = {}) =>
    fetch(`${url}/paraf/dev/clock`, { method: 'POST', body: JSON.stringify(body), headers });
  const moved = await post({ advance: 'PT2H' });
  expect(await moved.json()).toEqual({ now: expect.stringMatching(/^2026-11-02T03:00:\d\dZ$/) as string });
  const wrong = await post({ advance: 'dua jam' });
  expect([wrong.status, await wrong.json()]).toEqual([
    422,
    {
      message:
        'Jam demo tidak diubah. Kirim {"advance":"PT2H"} (lama menurut ISO 8601: P1D, PT30M) atau ' +
        '{"set":"2026-11-05T08:00+07:00"} (waktu yang belum lewat, dengan zona). Jam tidak dapat mundur.',
    },
  ]);
  expect((await post({ set: '2026-11-01T08:00+07:00' })).status).toBe(422);
  expect((await post({ advance: 'PT2H' }, { Origin: 'https://jahat.example' })).status).toBe(403);
  expect((await post({ set: '2026-11-05T08:00+07:00' })).status).toBe(200);
  await first.close();

  const second = await createLocalServer({ dataDir });
  expect(timestamp(second.clock.now())).toMatch(/^2026-11-05T01:00:\d\dZ$/);
  await second.close();
});

test('a start set before what is recorded is moved behind it, so that no event comes before its cause', async () => {
  const first = await createLocalServer({ dataDir, startAt: Date.parse('2026-11-10T08:00:00+07:00') });
  const { store } = first;
  const tree = await store.repository.writeTree(undefined, []);
  const who = { name: 'Paraf', email: 'x@localhost', seconds: 0, zone: '+0000' };
  await first.writeBranch(
    'main',
    await store.repository.writeCommit({ tree, parents: [], author: who, committer: who, message: 'awal' }),
  );
  await first.close();
  const second = await createLocalServer({ dataDir, startAt: demoStart });
  expect(timestamp(second.clock.now())).toMatch(/^2026-11-10T01:00:\d\dZ$/);
  await second.close();
});

test('outside the demo nobody moves the clock or lists accounts', async () => {
  const server = await createLocalServer({ dataDir, demo: false });
  const url = await server.listen(0);
  expect((await fetch(`${url}/paraf/dev/clock`, { method: 'POST', body: '{"advance":"PT2H"}' })).status).toBe(
    404,
  );
  expect((await fetch(`${url}/paraf/dev/accounts`)).status).toBe(404);
  expect(await (await fetch(`${url}/paraf/health`)).json()).toEqual({ ready: true });
  await server.close();
});
