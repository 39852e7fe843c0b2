import { afterAll, beforeAll, expect, test } from 'vitest';
import { git } from './git/command.ts';
import { findDisagreements } from './testing/consistency.ts';
import { openOffice, place, type Office } from './testing/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.stop());

const writers = 8;

test('of parallel writers on one branch exactly one wins, and the others are told', async () => {
  const { head, branch } = await office.draft('peliput', 'rebutan');
  const commits = await Promise.all(
    Array.from({ length: writers }, (_, index) =>
      office.commit('peliput', head, { [`berkas-${index}.md`]: 'x\n' }),
    ),
  );
  const answers = await Promise.all(
    commits.map((sha) => office.call('peliput', 'PATCH', `/git/refs/heads/${branch}`, { sha, force: false })),
  );
  const won = answers.filter((answer) => answer.status === 200);
  expect(won).toHaveLength(1);
  const lost = answers.filter((answer) => answer.status !== 200);
  expect(new Set(lost.map((answer) => `${answer.status} ${answer.message}`))).toEqual(
    new Set(['422 Update is not a fast forward']),
  );
  const stands = await office.server.store.repository.refOid(`refs/heads/${branch}`);
  expect(commits[answers.indexOf(won[0]!)]).toBe(stands);
  expect(await findDisagreements(office.server.store)).toEqual([]);
});

test('of two merges at once each is made once, and a pull request is merged once', async () => {
  const drafts = [await office.draft('peliput', 'satu'), await office.draft('peliput', 'dua')];
  for (const { head } of drafts)
    await office.call('app', 'POST', '/check-runs', { name: 'paraf', head_sha: head, conclusion: 'success' });
  const merge = ({ number, head }: { number: number; head: string }) =>
    office.call('app', 'PUT', `/pulls/${number}/merge`, { merge_method: 'squash', sha: head });
  const answers = await Promise.all([...drafts, ...drafts].map(merge));
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 405, 405]);
  const { data } = await office.as('app').rest.git.getTree({ ...place, tree_sha: 'main', recursive: '1' });
  expect(data.tree.map((entry) => entry.path)).toEqual(
    expect.arrayContaining(['content/berita/2026/11/satu/index.md', 'content/berita/2026/11/dua/index.md']),
  );
  expect(await findDisagreements(office.server.store)).toEqual([]);
});

test('git itself, writing at the same time, neither loses nor is lost', async () => {
  const { head, branch } = await office.draft('peliput', 'dari-luar');
  const ref = `refs/heads/${branch}`;
  const commits = await Promise.all(
    Array.from({ length: writers }, (_, index) =>
      office.commit('peliput', head, { [`luar-${index}.md`]: 'x\n' }),
    ),
  );
  await Promise.allSettled(
    commits.map((sha, index) =>
      index % 2 === 0
        ? office.call('peliput', 'PATCH', `/git/${ref}`, { sha, force: true })
        : git(office.server.repository, ['update-ref', ref, sha]),
    ),
  );
  await office.server.look();
  const { data } = await office.as('app').rest.repos.listActivities({ ...place, ref });
  expect(data[0]?.after).toBe(await office.server.store.repository.refOid(ref));
  data.reverse();
  for (const [index, row] of data.entries())
    expect(row.before).toBe(data[index - 1]?.after ?? '0'.repeat(40));
});
