import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { demoClient } from '../sign-in/oauth-app.ts';
import { openOffice, place, type Office } from '../testing/office.ts';
import { untried } from '../testing/served.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterEach(() => expect(office.faults.splice(0)).toEqual([]));
afterAll(() => office.stop());

describe('octokit finds what GitHub describes', () => {
  test('an item goes from draft to main, and each answer is as in the OpenAPI description', async () => {
    const editor = office.as('peliput').rest;
    const reviewer = office.as('pengolah-satu').rest;
    const app = office.as('app').rest;
    const { number, head, branch } = await office.draft('peliput', 'kerja-bakti');
    const at = { ...place, pull_number: number };
    const issue = { ...place, issue_number: number };

    await editor.issues.setLabels({ ...issue, labels: ['decap-cms/draft', 'penting'] });
    await editor.issues.setLabels({ ...issue, labels: ['decap-cms/pending_review', 'penting'] });
    const returned = await reviewer.pulls.createReview({
      ...at,
      event: 'REQUEST_CHANGES',
      body: 'Nama salah.',
    });
    expect(returned.data).toMatchObject({ state: 'CHANGES_REQUESTED', commit_id: head, user: { id: 1005 } });

    const fixed = await office.commit('peliput', head, {
      'content/berita/2026/11/kerja-bakti/index.md': 'isi benar\n',
    });
    await editor.git.updateRef({ ...place, ref: `heads/${branch}`, sha: fixed });
    const approval = await reviewer.pulls.createReview({ ...at, event: 'APPROVE' });
    const id = { ...at, review_id: approval.data.id };
    await reviewer.pulls.getReview(id);
    await reviewer.pulls.updateReview({ ...id, body: 'Sudah benar' });
    expect((await editor.pulls.listReviews(at)).data.map((review) => review.state)).toEqual([
      'CHANGES_REQUESTED',
      'APPROVED',
    ]);

    const comment = await app.issues.createComment({ ...issue, body: 'Langkah 2 dari 3' });
    await app.issues.updateComment({ ...place, comment_id: comment.data.id, body: 'Langkah 3 dari 3' });
    await app.issues.getComment({ ...place, comment_id: comment.data.id });
    await app.issues.listComments(issue);
    const run = await app.checks.create({ ...place, name: 'paraf', head_sha: fixed, status: 'in_progress' });
    await app.checks.update({
      ...place,
      check_run_id: run.data.id,
      conclusion: 'success',
      output: { title: 'Siap', summary: 'Semua langkah diparaf.' },
    });
    await app.checks.get({ ...place, check_run_id: run.data.id });
    expect((await app.checks.listForRef({ ...place, ref: branch })).data.total_count).toBe(1);
    await app.repos.createCommitStatus({
      ...place,
      sha: fixed,
      state: 'success',
      context: 'deploy/preview',
      target_url: `${office.url}/pratinjau/`,
    });
    expect((await app.repos.getCombinedStatusForRef({ ...place, ref: branch })).data.state).toBe('success');
    await app.repos.listCommitStatusesForRef({ ...place, ref: branch });

    expect((await app.pulls.get(at)).data).toMatchObject({
      mergeable: true,
      mergeable_state: 'clean',
      commits: 2,
    });
    expect((await app.pulls.listFiles(at)).data).toMatchObject([
      { status: 'added', patch: '@@ -0,0 +1 @@\n+isi benar' },
    ]);
    expect((await app.pulls.listCommits(at)).data.map((commit) => commit.sha)).toEqual([head, fixed]);
    await expect(app.pulls.checkIfMerged(at)).rejects.toMatchObject({ status: 404 });
    const merged = await app.pulls.merge({
      ...at,
      merge_method: 'squash',
      sha: fixed,
      commit_title: 'Kerja bakti',
    });
    expect((await app.pulls.checkIfMerged(at)).status).toBe(204);
    expect(await office.main()).toBe(merged.data.sha);
    expect((await app.git.getCommit({ ...place, commit_sha: merged.data.sha })).data).toMatchObject({
      message: 'Kerja bakti',
      author: { name: 'Tim Peliputan dan Penyusun' },
      committer: { name: 'Paraf' },
      parents: [{}],
    });
    // The head branch goes with the merge.
    await expect(app.repos.getBranch({ ...place, branch })).rejects.toMatchObject({ status: 404 });
    expect((await app.pulls.get(at)).data).toMatchObject({
      merged: true,
      state: 'closed',
      merged_by: { id: 2000 },
    });

    const events = await office
      .as('app')
      .paginate(app.issues.listEventsForTimeline, { ...issue, per_page: 3 });
    expect(events.map((event) => event.event)).toEqual([
      'committed',
      ...['labeled', 'labeled', 'unlabeled', 'labeled'],
      'reviewed',
      'committed',
      'reviewed',
      'commented',
      'merged',
      'closed',
    ]);
    const activity = await app.repos.listActivities({ ...place, ref: `refs/heads/${branch}` });
    expect(activity.data.map((row) => [row.activity_type, row.actor?.id])).toEqual([
      ['branch_deletion', 2000],
      ['push', 1003],
      ['branch_creation', 1003],
    ]);
    expect((await app.repos.listActivities({ ...place, ref: 'main' })).data[0]?.activity_type).toBe(
      'pr_merge',
    );
  });

  test('a review that is dismissed keeps what it was in the timeline', async () => {
    const reviewer = office.as('pengolah-satu').rest;
    const { number } = await office.draft('peliput', 'batal');
    const at = { ...place, pull_number: number };
    const { data } = await reviewer.pulls.createReview({ ...at, event: 'APPROVE' });
    const gone = await reviewer.pulls.dismissReview({ ...at, review_id: data.id, message: 'Keliru' });
    expect(gone.data.state).toBe('DISMISSED');
    const events = await reviewer.issues.listEventsForTimeline({ ...place, issue_number: number });
    expect(events.data.at(-1)).toMatchObject({
      event: 'review_dismissed',
      dismissed_review: { state: 'approved', review_id: data.id, dismissal_message: 'Keliru' },
    });
  });

  test('a sign-in server ends a token that it gave', async () => {
    const { tokens, clock } = office.server.store;
    const access_token = tokens.give('ghu_', 1003, clock.now() + 1000);
    const response = await office.fetch(`${office.url}/api/v3/applications/${demoClient.id}/token`, {
      method: 'DELETE',
      headers: { Authorization: `Basic ${btoa(`${demoClient.id}:${demoClient.secret}`)}` },
      body: JSON.stringify({ access_token }),
    });
    expect(response.status).toBe(204);
  });

  test('a fault is reported as an issue, changed and closed', async () => {
    const app = office.as('app').rest;
    const { data } = await app.issues.create({
      ...place,
      title: 'Penayangan gagal',
      body: 'Isi',
      labels: ['gangguan'],
    });
    const at = { ...place, issue_number: data.number };
    await app.issues.addLabels({ ...at, labels: ['lama'] });
    await app.issues.removeLabel({ ...at, name: 'lama' });
    await app.issues.listLabelsOnIssue(at);
    await app.issues.update({
      ...at,
      title: 'Penayangan gagal dua kali',
      state: 'closed',
      state_reason: 'completed',
    });
    expect((await app.issues.get(at)).data).toMatchObject({
      state: 'closed',
      labels: [{ name: 'gangguan' }],
    });
    const open = await app.issues.listForRepo({ ...place, state: 'all', labels: 'gangguan' });
    expect(open.data.map((issue) => issue.title)).toEqual(['Penayangan gagal dua kali']);
    await app.issues.removeAllLabels(at);
    await app.issues.listEventsForTimeline(at);
  });

  test('labels, people, contents and the rest', async () => {
    const { rest } = office.as('kepala-dinas');
    await rest.issues.createLabel({ ...place, name: 'ralat', color: 'ff0000', description: 'Perbaikan' });
    await rest.issues.getLabel({ ...place, name: 'ralat' });
    await rest.issues.listLabelsForRepo(place);
    expect((await rest.users.getAuthenticated()).data).toMatchObject({ login: 'kepala-dinas', type: 'User' });
    expect((await rest.users.getByUsername({ username: 'paraf[bot]' })).data.type).toBe('Bot');
    expect((await rest.repos.get(place)).data.permissions).toMatchObject({ push: true, admin: false });
    await rest.repos.listCollaborators(place);
    await rest.repos.getCollaboratorPermissionLevel({ ...place, username: 'peliput' });
    const file = await rest.repos.getContent({ ...place, path: 'content/halaman/tentang.md' });
    expect(Buffer.from((file.data as { content: string }).content, 'base64').toString()).toBe('tentang\n');
    await rest.repos.getContent({ ...place, path: 'content' });
    await rest.repos.getContent({ ...place, path: '' });
    const raw = await rest.repos.getContent({
      ...place,
      path: 'content/halaman/tentang.md',
      mediaType: { format: 'raw' },
    });
    expect(Buffer.from(raw.data as unknown as ArrayBuffer).toString()).toBe('tentang\n');
    await rest.repos.listBranches(place);
    await rest.git.listMatchingRefs({ ...place, ref: 'heads/ma' });
    const blob = await rest.git.createBlob({ ...place, content: 'aGFsbw==', encoding: 'base64' });
    expect((await rest.git.getBlob({ ...place, file_sha: blob.data.sha })).data).toMatchObject({
      content: 'aGFsbw==',
    });
    await rest.git.createRef({ ...place, ref: 'refs/heads/sementara', sha: await office.main() });
    expect((await rest.git.deleteRef({ ...place, ref: 'heads/sementara' })).status).toBe(204);
    const commits = await rest.repos.listCommits({ ...place, per_page: 1 });
    await rest.repos.getCommit({ ...place, ref: commits.data[0]!.sha });
    await rest.git.getTree({ ...place, tree_sha: 'main', recursive: '1' });
    await rest.search.issuesAndPullRequests({ q: 'repo:diskominfo/portal' });
    const { data } = await rest.pulls.list({ ...place, state: 'all', per_page: 1 });
    expect(data).toHaveLength(1);
  });

  test('a branch that main has left behind is brought up to it', async () => {
    const { number } = await office.draft('peliput', 'tertinggal');
    const app = office.as('app').rest;
    const next = await office.commit('app', await office.main(), { 'content/halaman/baru.md': 'baru\n' });
    await app.git.updateRef({ ...place, ref: 'heads/main', sha: next });
    await app.pulls.updateBranch({ ...place, pull_number: number });
    const { data } = await app.repos.compareCommitsWithBasehead({
      ...place,
      basehead: 'main...cms/berita/tertinggal',
    });
    expect(data).toMatchObject({ status: 'ahead', behind_by: 0, ahead_by: 2 });
    await expect(app.pulls.updateBranch({ ...place, pull_number: number })).rejects.toMatchObject({
      status: 422,
    });
  });

  test('a closed pull request is opened again, unless its branch was rewritten', async () => {
    const { number, branch } = await office.draft('peliput', 'tutup');
    const { rest } = office.as('peliput');
    const at = { ...place, pull_number: number };
    await rest.pulls.update({ ...at, state: 'closed', title: 'Judul baru' });
    expect((await rest.pulls.update({ ...at, state: 'open' })).data.state).toBe('open');
    await rest.pulls.update({ ...at, state: 'closed' });
    const other = await office.commit('peliput', await office.main(), { 'content/berita/lain.md': 'lain\n' });
    await rest.git.updateRef({ ...place, ref: `heads/${branch}`, sha: other, force: true });
    await expect(rest.pulls.update({ ...at, state: 'open' })).rejects.toMatchObject({ status: 422 });
  });
});

describe('the app signs in with its key', () => {
  const tokenFor = async (permissions?: Record<string, 'read' | 'write'>) => {
    const app = office.signIn();
    const found = await app.octokit.request('GET /repos/{owner}/{repo}/installation', place);
    const { token } = (await app.octokit.auth({
      type: 'installation',
      installationId: found.data.id,
      repositoryNames: [place.repo],
      ...(permissions === undefined ? {} : { permissions }),
    })) as { token: string };
    return token;
  };

  test('and acts as its own account, whose number is another than its own', async () => {
    const { data } = await office.signIn().octokit.request('GET /app');
    expect(data).toMatchObject({ id: 300, slug: 'paraf' });
    const app = office.holding(await tokenFor()).rest;
    expect((await app.users.getByUsername({ username: 'paraf[bot]' })).data).toMatchObject({ id: 2000 });
    const made = await app.issues.create({ ...place, title: 'Dari aplikasi' });
    expect(made.data.user?.id).toBe(2000);
  });

  test('a narrowed token does what was asked for it, and no more', async () => {
    const { rest } = office.holding(await tokenFor({ contents: 'read', issues: 'write' }));
    expect((await rest.git.getRef({ ...place, ref: 'heads/main' })).status).toBe(200);
    await rest.issues.create({ ...place, title: 'Boleh' });
    const sha = await office.main();
    for (const refused of [
      () => rest.git.createRef({ ...place, ref: 'refs/heads/baru', sha }),
      () => rest.checks.create({ ...place, name: 'paraf', head_sha: sha }),
      () => rest.pulls.list(place),
      () => rest.repos.createDispatchEvent({ ...place, event_type: 'paraf-terbit' }),
    ])
      await expect(refused()).rejects.toMatchObject({
        status: 403,
        message: expect.stringContaining('Resource not accessible by integration') as string,
      });
    await expect(tokenFor({ administration: 'write' })).rejects.toMatchObject({ status: 422 });
  });

  test('a request of the app to its own workflows is heard', async () => {
    const heard = new Promise((resolve) => {
      office.server.onChange((change) =>
        change.event === 'repository_dispatch' ? resolve(change) : undefined,
      );
    });
    const { rest } = office.holding(await tokenFor());
    await rest.repos.createDispatchEvent({ ...place, event_type: 'paraf-terbit' });
    expect(await heard).toEqual({ event: 'repository_dispatch', action: 'paraf-terbit', by: 2000 });
  });

  test('its signature opens no other route, no token opens its routes, and nobody else signs for it', async () => {
    const { token } = (await office.signIn().octokit.auth({ type: 'app' })) as { token: string };
    await expect(office.holding(token).rest.pulls.list(place)).rejects.toMatchObject({ status: 401 });
    for (const other of [await tokenFor(), office.server.appToken, 'demo-admin-ti-satu'])
      await expect(office.holding(other).request('GET /app')).rejects.toMatchObject({ status: 401 });
    const stranger = office.signIn(7).octokit;
    await expect(stranger.request('GET /app')).rejects.toMatchObject({ status: 401 });
    const forged = `${token.slice(0, token.lastIndexOf('.'))}.${'A'.repeat(342)}`;
    await expect(office.holding(forged).request('GET /app')).rejects.toMatchObject({ status: 401 });
  });
});

describe('runs of workflows', () => {
  test('are found by their branch and end; what one handed over is fetched from another place, without a token', async () => {
    const { workflowRuns } = office.server.store;
    const begun = {
      file: 'publish.yml',
      name: 'publish',
      title: 'publish',
      event: 'push',
      sha: await office.main(),
    };
    const lost = workflowRuns.begin({ ...begun, branch: 'main' });
    const run = workflowRuns.begin({ ...begun, branch: 'main' });
    const other = workflowRuns.begin({ ...begun, branch: 'cms/berita/kerja-bakti' });
    for (const ended of [run, other]) ended.conclusion = 'success';
    const file = join(office.dataDir, 'simpanan.tar.zst');
    writeFileSync(file, 'simpanan');
    workflowRuns.keep(run, { name: 'simpanan.tar.zst', file, isPlain: true, days: 2 });
    workflowRuns.keep(run, { name: 'github-pages', file, isPlain: false });

    const { actions } = office.as('tamu').rest;
    const of = { ...place, workflow_id: 'publish.yml', branch: 'main' };
    const all = await actions.listWorkflowRuns(of);
    expect(all.data.workflow_runs.map(({ id, status }) => [id, status])).toEqual([
      [run.id, 'completed'],
      [lost.id, 'in_progress'],
    ]);
    const good = await actions.listWorkflowRuns({ ...of, status: 'success', event: 'push' });
    expect(good.data.workflow_runs).toMatchObject([
      { id: run.id, head_branch: 'main', conclusion: 'success' },
    ]);
    const kept = await actions.listWorkflowRunArtifacts({
      ...place,
      run_id: run.id,
      name: 'simpanan.tar.zst',
    });
    const sha256 = createHash('sha256').update('simpanan').digest('hex');
    expect(kept.data.artifacts).toMatchObject([
      { size_in_bytes: 8, expired: false, digest: `sha256:${sha256}` },
    ]);

    const wanted = { ...place, artifact_id: kept.data.artifacts[0]!.id, archive_format: 'zip' };
    const moved = await actions.downloadArtifact({ ...wanted, request: { redirect: 'manual' } });
    expect(moved.status as number).toBe(302);
    const address = moved.headers.location!;
    expect(await (await fetch(address)).text()).toBe('simpanan');
    expect((await fetch(address)).status).toBe(404);
    const { token } = office.server.store.installationTokens.make({ metadata: 'read', contents: 'read' });
    await expect(office.holding(token).rest.actions.listWorkflowRuns(of)).rejects.toMatchObject({
      status: 403,
    });
    office.clock.advance(2 * 86_400_000);
    await expect(actions.downloadArtifact(wanted)).rejects.toMatchObject({ status: 410 });
  });
});

test('every route of the daily work was held against the description in these tests', () => {
  expect(untried(office, 'work')).toEqual([]);
});
