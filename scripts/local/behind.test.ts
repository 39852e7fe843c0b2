import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { git } from './git/command.ts';
import type { Change } from './local.ts';
import { openOffice, place, type Office } from './testing/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.stop());

const activity = async (ref: string) =>
  (await office.as('app').rest.repos.listActivities({ ...place, ref })).data.map((row) => [
    row.activity_type,
    row.after,
    row.actor,
  ]);

test('a push to main behind the back of the server is recorded without an actor, and told', async () => {
  await new Promise(setImmediate);
  const heard: Change[] = [];
  const stop = office.server.onChange((change) => heard.push(change));
  const sha = await office.commit('app', await office.main(), {
    'content/berita/selundupan/index.md': 'x\n',
  });
  await git(office.server.repository, ['update-ref', 'refs/heads/main', sha]);
  // Reading main is enough for it to be seen.
  expect(await office.main()).toBe(sha);
  expect((await activity('refs/heads/main'))[0]).toEqual(['push', sha, null]);
  expect(heard).toEqual([
    {
      event: 'push',
      ref: 'refs/heads/main',
      before: expect.any(String) as string,
      after: sha,
      forced: false,
      by: null,
    },
  ]);
  stop();
});

test('the server looks by itself every two seconds', async () => {
  const { number, branch, head } = await office.draft('peliput', 'diam-diam');
  const seen = new Promise<Change>((resolve) => {
    const stop = office.server.onChange((change) => {
      if (change.event !== 'pull_request' || change.number !== number) return;
      stop();
      resolve(change);
    });
  });
  const sha = await office.commit('app', await office.main(), { 'content/berita/lain.md': 'x\n' });
  await new Promise(setImmediate);
  await git(office.server.repository, ['update-ref', `refs/heads/${branch}`, sha]);
  const moved = { before: head, after: sha, by: null };
  expect(await seen).toEqual({ event: 'pull_request', action: 'synchronize', number, ...moved });
  expect((await activity(branch))[0]).toEqual(['force_push', sha, null]);
  const pull = await office.as('peliput').rest.pulls.get({ ...place, pull_number: number });
  expect(pull.data.head.sha).toBe(sha);
  const events = await office.as('app').rest.issues.listEventsForTimeline({ ...place, issue_number: number });
  expect(events.data.map((event) => event.event)).toEqual(['head_ref_force_pushed', 'committed']);
  expect(head).not.toBe(sha);
});

test('a push while the server was down is found at the next start', async () => {
  const sha = await office.commit('app', await office.main(), { 'malam.md': 'x\n' });
  await office.server.close();
  await git(office.server.repository, ['update-ref', 'refs/heads/main', sha]);
  office = await openOffice({ dataDir: office.dataDir });
  expect((await activity('refs/heads/main'))[0]).toEqual(['push', sha, null]);
});

test('a listener that throws takes nothing from the others', async () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const heard: Change[] = [];
  const stops = [
    office.server.onChange(() => {
      throw new Error('rusak');
    }),
    office.server.onChange((change) => heard.push(change)),
  ];
  await office.call('peliput', 'POST', '/issues', { title: 'x' });
  await new Promise(setImmediate);
  expect(heard).toEqual([{ event: 'issues', action: 'opened', number: 2, by: 1003 }]);
  expect(complaint.mock.calls.map(([text]) => text as string)).toEqual(['Pendengar perubahan gagal:']);
  complaint.mockRestore();
  for (const stop of stops) stop();
});

test('a push that brings the head of a pull request to main merges it, by nobody', async () => {
  const { rest } = office.as('app');
  const base = await office.main();
  const { number, branch } = await office.draft('peliput', 'didorong');
  const head = await office.commit(
    'peliput',
    (await rest.git.getRef({ ...place, ref: `heads/${branch}` })).data.object.sha,
    {
      'content/berita/2026/11/didorong/foto.txt': 'x\n',
    },
  );
  await rest.git.updateRef({ ...place, ref: `heads/${branch}`, sha: head });
  const other = await office.draft('peliput', 'tidak-didorong');
  const above = await office.commit('app', head, { 'atas.md': 'x\n' });
  await git(office.server.repository, ['update-ref', 'refs/heads/main', above]);
  await office.server.look();

  const { data } = await rest.pulls.get({ ...place, pull_number: number });
  expect([data.state, data.merged, data.merged_by, data.merge_commit_sha]).toEqual([
    'closed',
    true,
    null,
    above,
  ]);
  expect(data.base.sha).toBe(base);
  const files = await rest.pulls.listFiles({ ...place, pull_number: number });
  expect(files.data.map(({ filename }) => filename)).toEqual([
    'content/berita/2026/11/didorong/foto.txt',
    'content/berita/2026/11/didorong/index.md',
  ]);
  const events = await rest.issues.listEventsForTimeline({ ...place, issue_number: number });
  expect(events.data.map((event) => event.event)).toEqual(['committed', 'committed', 'merged', 'closed']);
  expect((await rest.git.getRef({ ...place, ref: `heads/${branch}` })).data.object.sha).toBe(head);
  expect((await rest.pulls.get({ ...place, pull_number: other.number })).data.state).toBe('open');
});
