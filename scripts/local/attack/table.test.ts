/**
 * Every write call of the API, by every kind of person, on every kind of thing: what the server allows stands in a
 * table that is checked in, and whatever was allowed, nothing was published that the SOP's people had not signed.
 */
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { news, openNewsroom, type Newsroom } from '../../github/testing/newsroom.ts';
import { ledgerOf } from '../../github/testing/records.ts';
import { openPulls, recentlyClosed } from '../../github/sweep.ts';
import { place } from '../../github/testing/newsroom.ts';
import { openGit } from '../../publish/git.ts';
import { verify } from '../../publish/verify.ts';
import { calls as dailyCalls, type Call } from './calls.ts';
import { settingsCalls } from './settings-calls.ts';
import { makeTarget, putBack, type Kind, type Target } from './targets.ts';

/** Who tries, in the words of the table. */
const people = [
  ['outsider', null],
  ['no role', 'tamu'],
  ['author', 'peliput'],
  ['writer', 'penyusun'],
  ['reviewer', 'pengolah-satu'],
  ['other SOP', 'kepala-dinas'],
  ['administrator', 'admin-ti-satu'],
] as const;

/** Settings last: who may switch rules off has then done so. */
const calls = [...dailyCalls, ...settingsCalls];

let room: Newsroom;
/** What the SOP's own people had published, before anybody tried anything. */
const honest: number[] = [];
const targets = new Map<Kind, Target>();
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

async function targetOf(kind: Kind): Promise<Target> {
  const there = targets.get(kind);
  if (there !== undefined) return there;
  const target = await makeTarget(room, kind);
  if (kind === 'terbit') honest.push(target.pull);
  targets.set(kind, target);
  return target;
}

/** Sends one call and gives the status of the answer. */
function attempt(call: Call, target: Target, login: string | null, turn: number): Promise<number> {
  const { path, body } = call.send(target, turn);
  return send(call.route.split(' ')[0]!, path, body, login);
}

async function send(method: string, path: string, body: unknown, login: string | null): Promise<number> {
  const response = await fetch(`${room.url}/api/v3/repos/${place.owner}/${place.repo}${path}`, {
    method,
    headers: login === null ? {} : { Authorization: `token demo-${login}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await response.text();
  return response.status;
}

it('what each may do is what the table says', { timeout: 300_000 }, async () => {
  const rows: string[] = [];
  let turn = 0;
  for (const call of calls)
    for (const kind of call.on ?? [null]) {
      const cells: string[] = [];
      for (const [, login] of people) {
        turn += 1;
        const target = await targetOf(kind ?? 'draf');
        const status = await attempt(call, target, login, turn);
        cells.push(status < 300 ? '**yes**' : `no (${status})`);
        // What was moved is put back: the next one finds the same.
        if (status < 300 && kind !== null) await putBack(room, target);
      }
      rows.push(`| ${[call.what, names[kind ?? 'none'], ...cells].join(' | ')} |`);
    }
  const head = ['Attempt', 'On', ...people.map(([name]) => name)];
  const table = [head, head.map(() => '---')].map((cells) => `| ${cells.join(' | ')} |`).concat(rows);
  const file = join(import.meta.dirname, '../../../.github/ATTACK-TABLE.md');
  const style = await resolveConfig(file);
  const text = await format(`${intro}\n${table.join('\n')}\n`, { ...style, parser: 'markdown' });
  await expect(text).toMatchFileSnapshot(file);
});

it(
  'whatever was allowed, nothing is on the portal but what the SOP’s people signed',
  { timeout: 300_000 },
  async () => {
    for (let round = 0; round < 3; round += 1)
      for (const pull of [
        ...(await openPulls(room.app, place)),
        ...(await recentlyClosed(room.app, place, '2026-11-01T00:00:00Z')),
      ])
        await room.look(pull);
    const { live, findings } = await verify(openGit(room.server.repository));
    expect(findings).toEqual([]);
    expect(live.map(({ pull }) => pull).toSorted()).toEqual(honest.toSorted());
    const pulls = (await ledgerOf(room)).flatMap(({ pull }) => pull ?? []);
    expect(pulls.toSorted()).toEqual(honest.toSorted());
  },
);

it('with the rules switched off by an administrator, what they push to main is not published', async () => {
  const git = openGit(room.server.repository);
  for (let id = 1; id <= 9; id += 1) await send('DELETE', `/rulesets/${id}`, undefined, 'admin-ti-satu');
  const commit = await room.commit('admin-ti-satu', await room.head('main'), news('langsung'));
  expect(await send('PATCH', '/git/refs/heads/main', { sha: commit }, 'admin-ti-satu')).toBe(200);
  const { live, findings } = await verify(git);
  expect(live.map(({ path }) => path)).not.toContain('content/berita/2026/11/langsung');
  expect(findings.map(({ path }) => path)).toEqual(['content/berita/2026/11/langsung']);
});

it('no write call of the server was left out', () => {
  const tried = new Set(calls.map(({ route }) => route));
  const served = room.server.app.routes
    .filter(
      ({ method, path }) => /^(POST|PUT|PATCH|DELETE)$/.test(method) && path.startsWith('/api/v3/repos/'),
    )
    .map(
      ({ method, path }) =>
        `${method} ${path.replace(/^\/api\/v3\/repos\/[^/]+\/[^/]+/, '').replace(/\{[^}]*\}/g, '') || '/'}`,
    );
  expect([...new Set(served)].filter((route) => !tried.has(route))).toEqual([]);
});

const names: Readonly<Record<Kind | 'none', string>> = {
  draf: 'draft',
  diajukan: 'submitted',
  terbit: 'published',
  sistem: 'sistem',
  none: '',
};

const intro = `# Who may write what

Every write call of the API that the server serves, tried by everybody on everything. A test tries them all again and
compares (\`scripts/local/attack/\`); after it, the portal holds what the SOP's own people signed, and nothing else. Where
a cell says **yes**, GitHub lets people with write access do it, and the gate does not trust what comes of it:
[SECURITY.md](SECURITY.md) says why that is safe.
`;
