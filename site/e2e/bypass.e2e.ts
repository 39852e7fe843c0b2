import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openItem, saveItem, setStatus, type Sample } from '../../scripts/local/demo/editor.ts';
import { sampleBerita } from '../../scripts/example/berita.ts';
import { positionLine, repo, startParaf, until, type Paraf } from './paraf.ts';

/** Ways around the SOP: each is refused with a sensible message, and nothing is published. */
let paraf: Paraf;
let pull: number;
let sample: Sample;
let address: string;

function named(index: number, slug: string): Sample {
  return sampleBerita(index, slug);
}

const portal = async (path: string) => (await fetch(`${paraf.origin}${path}`)).status;
const line = () => positionLine(paraf.as('peliput'), pull);

/** Status and message of a call that must be refused. */
async function refused(call: Promise<unknown>): Promise<{ status: number; message: string }> {
  try {
    await call;
  } catch (error) {
    const { status, response } = error as { status: number; response: { data: { message: string } } };
    return { status, message: response.data.message };
  }
  throw new Error('it was not refused');
}

beforeAll(async () => {
  paraf = await startParaf();
  sample = named(0, 'jalan-pintas');
  address = `/${sample.folder.slice('content/'.length)}/`;
  const peliput = paraf.as('peliput');
  pull = await openItem(peliput, sample);
  await setStatus(peliput, pull, 'pending_review');
  await until('step 3', async () => (await line())?.startsWith('Langkah 3 dari 4'));
});
afterAll(() => paraf.dispose());

test("an editor's merge, as Decap sends it, is refused, and so is its forced write to main; the draft stays", async () => {
  const peliput = paraf.as('peliput');
  const before = await peliput.rest.pulls.get({ ...repo, pull_number: pull });
  const merge = await refused(
    peliput.rest.pulls.merge({
      ...repo,
      pull_number: pull,
      sha: before.data.head.sha,
      merge_method: 'squash',
    }),
  );
  expect(merge.status).toBe(405);
  for (const login of ['peliput', 'admin-ti-satu']) {
    const forced = await refused(
      paraf.as(login).rest.git.updateRef({ ...repo, ref: 'heads/main', sha: before.data.head.sha }),
    );
    expect(forced.status).toBe(422);
    expect(forced.message).toContain('Repository rule violations found');
  }
  const after = await peliput.rest.pulls.get({ ...repo, pull_number: pull });
  expect(after.data).toMatchObject({ state: 'open', head: { sha: before.data.head.sha } });
  expect(await portal(address)).toBe(404);
});

test('the label "Ready" set by hand means nothing, and the board is put right', async () => {
  const peliput = paraf.as('peliput');
  await peliput.rest.issues.setLabels({ ...repo, issue_number: pull, labels: ['decap-cms/pending_publish'] });
  await until('the label to be put right', async () => {
    const { data } = await peliput.rest.issues.listLabelsOnIssue({ ...repo, issue_number: pull });
    return data.length === 1 && data[0]!.name === 'decap-cms/pending_review';
  });
  expect(await line()).toMatch(/^Langkah 3 dari 4/);
  expect(await portal(address)).toBe(404);
});

test('the author cannot approve: neither by an approval, nor in words', async () => {
  const peliput = paraf.as('peliput');
  const own = await refused(
    peliput.rest.pulls.createReview({ ...repo, pull_number: pull, event: 'APPROVE' }),
  );
  expect(own.status).toBe(422);
  await peliput.rest.pulls.createReview({ ...repo, pull_number: pull, event: 'COMMENT', body: '/paraf' });
  await until('the author to be told why', async () => {
    const comments = await peliput.rest.issues.listComments({ ...repo, issue_number: pull });
    return comments.data.some((comment) => comment.body?.includes('Paraf tidak dihitung'));
  });
  expect(await line()).toMatch(/^Langkah 3 dari 4/);
  expect(await portal(address)).toBe(404);
});

test('an approval of an older version clears nothing', async () => {
  const peliput = paraf.as('peliput');
  const old = (await peliput.rest.pulls.get({ ...repo, pull_number: pull })).data.head.sha;
  const path = `${sample.folder}/index.md`;
  const text = new TextDecoder().decode(sample.files.get(path));
  const files = new Map(sample.files).set(path, new TextEncoder().encode(`${text}\nTambahan.\n`));
  await saveItem(peliput, { ...sample, files }, 'Tambahan');
  await paraf.advance('PT1M');
  await paraf.as('pengolah-satu').rest.pulls.createReview({
    ...repo,
    pull_number: pull,
    event: 'APPROVE',
    commit_id: old,
  });
  await until('the reviewer to be told why', async () => {
    const comments = await peliput.rest.issues.listComments({ ...repo, issue_number: pull });
    return comments.data.some((comment) => comment.body?.includes('bukan isi cabang pada saat itu'));
  });
  expect(await line()).toMatch(/^Langkah 3 dari 4/);
  expect(await portal(address)).toBe(404);
});

test('a commit on main behind the back of the server is not published, and is reported', async () => {
  const clone = await mkdtemp(join(tmpdir(), 'paraf-clone-'));
  const git = (...args: string[]) => execFileSync('git', ['-C', clone, ...args], { encoding: 'utf8' });
  execFileSync('git', ['clone', '-q', join(paraf.dataDir, 'portal.git'), clone]);
  const sneaked = named(1, 'tanpa-paraf');
  for (const [path, bytes] of sneaked.files) {
    mkdirSync(dirname(join(clone, path)), { recursive: true });
    writeFileSync(join(clone, path), bytes);
  }
  git('add', '-A');
  git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '-qm', 'Langsung ke main');
  git('push', '-q', 'origin', 'HEAD:main');

  const issue = await until('the report', async () => {
    const { data } = await paraf.as('admin-ti-satu').rest.issues.listForRepo({ ...repo, state: 'open' });
    return data.find((item) => item.pull_request === undefined && item.body?.includes(sneaked.folder));
  });
  expect(issue.title).toContain('main');

  // What is approved goes on: another item is published, and still not the sneaked one.
  await paraf.as('pengolah-dua').rest.pulls.createReview({ ...repo, pull_number: pull, event: 'APPROVE' });
  await until('the approved item to be live', async () => (await portal(address)) === 200, 30);
  expect(await portal(`/${sneaked.folder.slice('content/'.length)}/`)).toBe(404);
  const feed = await (await fetch(`${paraf.origin}/sitemap.xml`)).text();
  expect(feed).not.toContain('tanpa-paraf');
});
