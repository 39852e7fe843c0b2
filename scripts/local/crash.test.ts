import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { git } from './git/command.ts';
import { refOf } from './local.ts';
import { createLocalServer } from './server.ts';
import { activityOf } from './store/activity.ts';
import { findPull, reviewsOf } from './store/issues.ts';
import { findDisagreements } from './testing/consistency.ts';
import { openOffice, type Office } from './testing/office.ts';

const repo = '/api/v3/repos/diskominfo/portal';
/** More of them find rarer faults: PARAF_CRASH_ROUNDS=200. */
const rounds = Number(process.env['PARAF_CRASH_ROUNDS'] ?? 9);

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'paraf-crash-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

interface Child {
  readonly process: ChildProcess;
  readonly url: string;
  readonly token: string;
}

async function startChild(): Promise<Child> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing', 'crash-child.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: process.platform !== 'win32',
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { process: child, ...(JSON.parse(line.toString()) as { url: string; token: string }) };
}

/** What the server said was done: it must be found again after the crash. */
interface Promised {
  readonly moves: [ref: string, sha: string][];
  readonly reviews: [number: number, id: number][];
  readonly merges: number[];
}

/** One editor and the app at work: draft, submit, save again, review, merge, until the server is gone. */
async function work(child: Child, name: string, promised: Promised): Promise<void> {
  const ask = async (login: string, method: string, path: string, body: unknown) => {
    const token = login === 'app' ? child.token : `demo-${login}`;
    const response = await fetch(`${child.url}${repo}${path}`, {
      method,
      headers: { Authorization: `token ${token}` },
      body: method === 'GET' ? null : JSON.stringify(body),
    });
    const json = (await response.json()) as { sha: string; number: number; id: number; message?: string };
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${json.message}`);
    return json;
  };
  const commit = async (parent: string, text: string) => {
    const tree = [{ path: `content/berita/${name}/index.md`, mode: '100644', type: 'blob', content: text }];
    const { sha } = await ask('peliput', 'POST', '/git/trees', { base_tree: parent, tree });
    return (await ask('peliput', 'POST', '/git/commits', { message: text, tree: sha, parents: [parent] }))
      .sha;
  };
  const base = await ask('app', 'GET', '/git/ref/heads/main', {});
  const first = await commit((base as unknown as { object: { sha: string } }).object.sha, 'satu\n');
  const ref = `refs/heads/cms/berita/${name}`;
  await ask('peliput', 'POST', '/git/refs', { ref, sha: first });
  promised.moves.push([ref, first]);
  const { number } = await ask('peliput', 'POST', '/pulls', {
    title: name,
    head: ref.slice(11),
    base: 'main',
  });
  await ask('peliput', 'PUT', `/issues/${number}/labels`, { labels: ['decap-cms/pending_review'] });
  const second = await commit(first, 'dua\n');
  await ask('peliput', 'PATCH', `/git/${ref}`, { sha: second, force: true });
  promised.moves.push([ref, second]);
  const review = await ask('pengolah-satu', 'POST', `/pulls/${number}/reviews`, { event: 'APPROVE' });
  promised.reviews.push([number, review.id]);
  await ask('app', 'POST', '/check-runs', { name: 'paraf', head_sha: second, conclusion: 'success' });
  await ask('app', 'PUT', `/pulls/${number}/merge`, { merge_method: 'squash', sha: second });
  promised.merges.push(number);
}

describe('killed in the middle of writes', () => {
  test(
    `${rounds} times at random points, nothing is half and nothing that was answered is lost`,
    async () => {
      const setUp = await createLocalServer({ dataDir });
      const tree = await setUp.store.repository.writeTree(undefined, []);
      const who = { name: 'Paraf', email: 'x@localhost', seconds: 0, zone: '+0000' };
      const first = { tree, parents: [], author: who, committer: who, message: 'awal' };
      await setUp.writeBranch('main', await setUp.store.repository.writeCommit(first));
      await setUp.close();
      const promised: Promised = { moves: [], reviews: [], merges: [] };
      let lasted = 0;
      for (let round = 0; round < rounds; round += 1) {
        const child = await startChild();
        const ended = once(child.process, 'exit');
        const gone = Promise.allSettled(
          ['a', 'b', 'c'].map(async (who) => {
            for (let turn = 0; ; turn += 1) await work(child, `${who}-${round}-${turn}`, promised);
          }),
        );
        // Some rounds are long enough for merges.
        const longest = round % 3 === 2 ? 2500 : 700;
        await new Promise((resolve) => setTimeout(resolve, 30 + Math.random() * longest));
        // Every second time git's own processes die with the server, as when the power fails.
        if (round % 2 === 0 || process.platform === 'win32') child.process.kill('SIGKILL');
        else process.kill(-child.process.pid!, 'SIGKILL');
        await ended;
        for (const outcome of await gone)
          expect(String((outcome as PromiseRejectedResult).reason)).toMatch(
            /fetch failed|terminated|aborted/,
          );
        const server = await createLocalServer({ dataDir });
        try {
          expect(await findDisagreements(server.store)).toEqual([]);
          lasted += 1;
        } finally {
          await server.close();
        }
      }
      expect(lasted).toBe(rounds);
      const server = await createLocalServer({ dataDir });
      const { store } = server;
      for (const [ref, sha] of promised.moves)
        expect(
          activityOf(store, { ref }).map((row) => row.after),
          `${ref} was at ${sha}`,
        ).toContain(sha);
      for (const [number, id] of promised.reviews)
        expect(reviewsOf(store, number).map((review) => review.id)).toContain(id);
      for (const number of promised.merges) expect(findPull(store, number)?.merged_at).not.toBeNull();
      expect(promised.merges.length).toBeGreaterThan(0);
      await server.close();
      const fsck = await git(join(dataDir, 'portal.git'), ['fsck', '--full', '--strict', '--no-dangling']);
      expect(fsck.code).toBe(0);
      const files = readdirSync(join(dataDir, 'portal.git', 'refs'), { recursive: true, encoding: 'utf8' });
      expect(files.filter((name) => name.endsWith('.lock'))).toEqual([]);
    },
    60_000 + rounds * 15_000,
  );
});

describe('killed between the two stores', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => rmSync(office.dataDir, { recursive: true, force: true }));

  /** Does the first steps of a move and stops there. */
  async function stopAfter(steps: 'intent' | 'swap', merges?: number, ref = 'refs/heads/main') {
    const { store } = office.server;
    const before = (await store.repository.refOid(ref))!;
    const after = await office.commit('app', before, { [`berkas-${steps}-${merges}.md`]: 'x\n' });
    const facts = { actor: 2000, kind: merges ? 'pr_merge' : 'push', commits: [], baseOid: before, merges };
    const row = { ref, before, after, at: store.now(), data: JSON.stringify(facts) };
    const id = store.db.insert('intent', row);
    if (steps === 'swap') await store.repository.compareAndSwap(ref, before, after, `paraf intent ${id}`);
    return { before, after, id };
  }

  async function restart() {
    await office.server.close();
    office = await openOffice({ dataDir: office.dataDir });
  }

  test('before git moved the branch, the move is dropped', async () => {
    const { before } = await stopAfter('intent');
    await restart();
    expect(await office.main()).toBe(before);
    expect(await findDisagreements(office.server.store)).toEqual([]);
  });

  test('after git moved the branch, the records follow, and the pull request is merged', async () => {
    const { number, branch } = await office.draft('peliput', 'setengah');
    const { after } = await stopAfter('swap', number);
    await restart();
    const { store } = office.server;
    expect(await office.main()).toBe(after);
    expect(findPull(store, number)).toMatchObject({ state: 'closed', merge_commit: after, merged_by: 2000 });
    expect(await store.repository.refOid(refOf(branch))).toBeUndefined();
    expect(await findDisagreements(store)).toEqual([]);
  });

  test('after git moved the branch and somebody moved it on, both moves are recorded', async () => {
    const { after } = await stopAfter('swap');
    const next = await office.commit('app', after, { 'susulan.md': 'x\n' });
    await office.server.store.repository.compareAndSwap('refs/heads/main', after, next, 'push');
    await restart();
    const rows = activityOf(office.server.store, { ref: 'refs/heads/main' });
    expect(rows.slice(0, 2).map((row) => [row.after, row.actor])).toEqual([
      [next, null],
      [after, 2000],
    ]);
  });

  test('a git that outlives the server and moves the branch late is still the move that was asked for', async () => {
    const { before, after, id } = await stopAfter('intent');
    await restart();
    const { store } = office.server;
    await store.repository.compareAndSwap('refs/heads/main', before, after, `paraf intent ${id}`);
    await office.server.look();
    expect(activityOf(store, { ref: 'refs/heads/main' })[0]).toMatchObject({ after, actor: 2000 });
  });
});
