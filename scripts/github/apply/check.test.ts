import { expect, it } from 'vitest';
import type { Client } from '../read/client.ts';
import { applyCheck } from './check.ts';

const place = { owner: 'o', repo: 'r' };
const head = 'a'.repeat(40);

/** A platform with these check runs; the first `foreign` of them belong to another app. */
function platform(
  runs: readonly { id: number; status: string; conclusion: string | null; title: string }[],
  foreign = 0,
) {
  const asked: string[] = [];
  const client: Client = {
    graphql: () => Promise.reject(new Error('not asked')),
    request(route, parameters) {
      if (route.startsWith('GET')) {
        const check_runs = runs.map(({ title, ...run }) => ({ ...run, output: { title, summary: 'Isi' } }));
        return Promise.resolve({ status: 200, data: { check_runs }, headers: {} });
      }
      const id = Number(parameters['check_run_id'] ?? 0);
      asked.push(
        `${route.split(' ')[0] ?? ''} ${id === 0 ? 'baru' : id} ${String(parameters['conclusion'] ?? parameters['status'])}`,
      );
      if (runs.findIndex((run) => run.id === id) + 1 > 0 && id <= foreign)
        return Promise.reject(Object.assign(new Error('Invalid app_id'), { status: 403 }));
      return Promise.resolve({ status: 200, data: {}, headers: {} });
    },
  };
  return { client, asked };
}

const check = (conclusion: 'success' | 'failure' | null, title = 'Siap') =>
  ({ kind: 'check', head, title, summary: 'Isi', conclusion }) as const;

const done = (id: number, conclusion: string, title = 'Siap') => ({
  id,
  status: 'completed',
  conclusion,
  title,
});
const running = (id: number, title = 'Siap') => ({ id, status: 'in_progress', conclusion: null, title });

it.each([
  ['makes the first run', platform([]), check(null), ['POST baru in_progress']],
  ['leaves what is so already', platform([done(1, 'success')]), check('success'), []],
  ['changes a running one', platform([running(1, 'Menunggu')]), check('success'), ['PATCH 1 success']],
  [
    'changes a complete one to another end',
    platform([done(1, 'success')]),
    check('failure'),
    ['PATCH 1 failure'],
  ],
  [
    'begins a new one after a complete one',
    platform([done(1, 'success')]),
    check(null),
    ['POST baru in_progress'],
  ],
  [
    'looks at the newest alone',
    platform([done(1, 'success'), running(2)]),
    check('success'),
    ['PATCH 2 success'],
  ],
  [
    'makes its own beside one that another app made',
    platform([running(1)], 1),
    check('success'),
    ['PATCH 1 success', 'POST baru success'],
  ],
])('%s', async (_, { client, asked }, wanted, expected) => {
  expect(await applyCheck(client, place, wanted)).toBe(expected.length === 0 ? 'sama' : 'dilakukan');
  expect(asked).toEqual(expected);
});
