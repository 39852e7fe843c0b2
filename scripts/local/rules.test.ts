import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOffice, place, type Office } from './testing/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.stop());

const throughPull = 'Repository rule violations found\n\nChanges must be made through a pull request.\n\n';
const mainIsRead =
  `${throughPull}Cabang "main" adalah isi yang dibaca publik. Hanya Paraf yang menulisnya, setelah semua langkah ` +
  'SOP diparaf. Draf Anda tetap utuh: kirim untuk diperiksa, lalu tunggu paraf.';
const ledgerIsParafs = `${throughPull}Cabang "paraf" adalah buku catatan penayangan. Hanya Paraf yang menulisnya.`;

describe('nobody but the app writes main and paraf, whatever their rights', () => {
  test.each(['peliput', 'kepala-dinas', 'admin-ti-satu'])('%s', async (login) => {
    const before = await office.main();
    const sha = await office.commit(login, before, { 'content/berita/selundupan.md': 'x\n' });
    for (const force of [false, true]) {
      const patch = await office.call(login, 'PATCH', '/git/refs/heads%2Fmain', { sha, force });
      expect([patch.status, patch.message]).toEqual([422, mainIsRead]);
    }
    const post = await office.call(login, 'POST', '/git/refs', { ref: 'refs/heads/paraf', sha });
    expect([post.status, post.message]).toEqual([422, ledgerIsParafs]);
    const gone = await office.call(login, 'DELETE', '/git/refs/heads%2Fmain');
    expect([gone.status, gone.message]).toEqual([
      422,
      'Repository rule violations found\n\nCannot delete this branch\n\nCabang "main" tidak boleh dihapus oleh siapa pun.',
    ]);
    expect(await office.main()).toBe(before);
  });

  test('the app adds to them, but takes nothing from their history', async () => {
    const before = await office.main();
    const sha = await office.commit('app', undefined, { 'lain.md': 'x\n' });
    const forced = await office.call('app', 'PATCH', '/git/refs/heads/main', { sha, force: true });
    expect([forced.status, forced.message]).toEqual([
      422,
      'Repository rule violations found\n\nCannot force-push to this branch\n\nRiwayat cabang "main" hanya boleh bertambah. Buat perubahan baru di atasnya.',
    ]);
    expect((await office.call('app', 'DELETE', '/git/refs/heads/main')).status).toBe(422);
    expect(
      (await office.call('app', 'POST', '/git/refs', { ref: 'refs/heads/paraf', sha: before })).status,
    ).toBe(201);
    const row = await office.commit('app', before, { 'ledger/2026/11/1.json': '{}\n' });
    expect((await office.call('app', 'PATCH', '/git/refs/heads/paraf', { sha: row })).status).toBe(200);
  });
});

describe('merging', () => {
  test('nobody but the app, and then the forced merge of Decap is refused too, with the draft intact', async () => {
    const { number, head, branch } = await office.draft('peliput', 'paksa');
    const before = await office.main();
    const merge = await office.call('admin-ti-satu', 'PUT', `/pulls/${number}/merge`, {
      merge_method: 'squash',
      sha: head,
    });
    expect([merge.status, merge.message]).toEqual([
      405,
      'Repository rule violations found\n\nCannot update this protected ref.\n\n' +
        'Hanya Paraf yang menayangkan, setelah semua langkah SOP diparaf. Draf Anda tetap utuh.',
    ]);
    const forced = await office.commit('admin-ti-satu', before, {
      'content/berita/2026/11/paksa/index.md': 'x\n',
    });
    const patch = await office.call('admin-ti-satu', 'PATCH', '/git/refs/heads/main', {
      sha: forced,
      force: false,
    });
    expect([patch.status, patch.message]).toEqual([422, mainIsRead]);
    const pull = await office.as('peliput').rest.pulls.get({ ...place, pull_number: number });
    expect(pull.data).toMatchObject({ state: 'open', merged: false, head: { sha: head, ref: branch } });
    expect(await office.main()).toBe(before);
  });

  test.each([
    ['without a check', [], 'squash', 405, 'Required status check "paraf" is expected.'],
    [
      'with a check that fails',
      ['success', 'failure'],
      'squash',
      405,
      'Required status check "paraf" is failing.',
    ],
    ['by a merge commit', ['success'], 'merge', 405, 'Merge commits are not allowed on this repository.'],
    ['by a rebase', ['success'], 'rebase', 405, 'Rebase merges are not allowed on this repository.'],
  ] as const)('the app does not merge %s', async (name, conclusions, merge_method, status, message) => {
    const { number, head } = await office.draft('peliput', name.replaceAll(' ', '-'));
    for (const conclusion of conclusions)
      await office.call('app', 'POST', '/check-runs', { name: 'paraf', head_sha: head, conclusion });
    const merge = await office.call('app', 'PUT', `/pulls/${number}/merge`, { merge_method, sha: head });
    expect(merge.status).toBe(status);
    expect(merge.message).toContain(message);
  });

  test('a check of the same name by a person, or a status, does not count', async () => {
    const { number, head } = await office.draft('peliput', 'tiruan');
    const run = await office.call('admin-ti-satu', 'POST', '/check-runs', {
      name: 'paraf',
      head_sha: head,
      conclusion: 'success',
    });
    expect([run.status, run.message]).toEqual([
      403,
      'You must authenticate via a GitHub App. Hanya Paraf yang menulis pemeriksaan.',
    ]);
    await office.call('peliput', 'POST', `/statuses/${head}`, { state: 'success', context: 'paraf' });
    const merge = await office.call('app', 'PUT', `/pulls/${number}/merge`, {
      merge_method: 'squash',
      sha: head,
    });
    expect(merge.message).toContain('Required status check "paraf" is expected.');
  });

  test('a head that moved is 409, and a check on the older head does not count for the new one', async () => {
    const { number, head, branch } = await office.draft('peliput', 'bergerak');
    await office.call('app', 'POST', '/check-runs', { name: 'paraf', head_sha: head, conclusion: 'success' });
    const next = await office.commit('peliput', head, {
      'content/berita/2026/11/bergerak/index.md': 'baru\n',
    });
    await office.call('peliput', 'PATCH', `/git/refs/heads/${branch}`, { sha: next });
    const body = { merge_method: 'squash', sha: head };
    expect((await office.call('app', 'PUT', `/pulls/${number}/merge`, body)).status).toBe(405);
    await office.call('app', 'POST', '/check-runs', { name: 'paraf', head_sha: next, conclusion: 'success' });
    const late = await office.call('app', 'PUT', `/pulls/${number}/merge`, body);
    expect([late.status, late.message]).toEqual([
      409,
      'Head branch was modified. Review and try the merge again.',
    ]);
  });

  test('a conflict with main is said to be one', async () => {
    const path = 'content/berita/2026/11/bentrok/index.md';
    const { number, head } = await office.draft('peliput', 'bentrok');
    const other = await office.commit('app', await office.main(), { [path]: 'isi lain\n' });
    await office.call('app', 'PATCH', '/git/refs/heads/main', { sha: other });
    await office.call('app', 'POST', '/check-runs', { name: 'paraf', head_sha: head, conclusion: 'success' });
    const pull = await office.as('app').rest.pulls.get({ ...place, pull_number: number });
    expect(pull.data).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
    const merge = await office.call('app', 'PUT', `/pulls/${number}/merge`, {
      merge_method: 'squash',
      sha: head,
    });
    expect([merge.status, merge.message]).toEqual([
      405,
      'Pull Request is not mergeable. Isinya bertentangan dengan "main" yang sudah berubah; perbarui cabangnya dahulu.',
    ]);
    const update = await office.call('app', 'PUT', `/pulls/${number}/update-branch`, {});
    expect([update.status, update.message]).toEqual([422, 'merge conflict between base and head']);
  });
});

describe('what was submitted is not thrown away', () => {
  test.each([
    ['a label, taken off again', 'label'],
    ['a comment review /ajukan', 'review'],
  ])('by %s', async (_name, how) => {
    const { number, branch } = await office.draft('peliput', `diajukan-${how}`);
    if (how === 'label')
      for (const label of ['decap-cms/pending_review', 'decap-cms/draft'])
        await office.call('peliput', 'PUT', `/issues/${number}/labels`, { labels: [label] });
    else
      await office.call('peliput', 'POST', `/pulls/${number}/reviews`, { event: 'COMMENT', body: '/ajukan' });
    // Decap closes the pull request first, then deletes the branch.
    await office.call('peliput', 'PATCH', `/pulls/${number}`, { state: 'closed' });
    const gone = await office.call('peliput', 'DELETE', `/git/refs/heads/${encodeURIComponent(branch)}`);
    expect([gone.status, gone.message]).toEqual([
      422,
      `Repository rule violations found\n\nCannot delete this branch\n\nDraf ini (permintaan #${number}) sudah pernah ` +
        'diajukan, maka tidak boleh dihapus. Bila tidak jadi, minta pemeriksa mengembalikannya dengan alasan.',
    ]);
  });

  test('a draft that was never submitted is deleted by who opened it, and by nobody else', async () => {
    const { number, branch } = await office.draft('peliput', 'coretan');
    const other = await office.call('pembuat-konten', 'DELETE', `/git/refs/heads/${branch}`);
    expect([other.status, other.message]).toEqual([
      422,
      `Repository rule violations found\n\nCannot delete this branch\n\nDraf ini (permintaan #${number}) dibuat oleh ` +
        'akun lain. Hanya pembuatnya yang boleh menghapusnya.',
    ]);
    expect((await office.call('peliput', 'DELETE', `/git/refs/heads/${branch}`)).status).toBe(204);
    const pull = await office.as('peliput').rest.pulls.get({ ...place, pull_number: number });
    expect(pull.data.state).toBe('closed');
  });
});

describe('reviews', () => {
  test.each([
    ['APPROVE', 'Review Can not approve your own pull request'],
    ['REQUEST_CHANGES', 'Review Can not request changes on your own pull request'],
  ])('nobody gives %s to their own pull request', async (event, error) => {
    const { number } = await office.draft('peliput', `sendiri-${event.toLowerCase()}`);
    const answer = await office.call('peliput', 'POST', `/pulls/${number}/reviews`, { event, body: 'x' });
    expect(answer).toMatchObject({ status: 422, json: { message: 'Unprocessable Entity', errors: [error] } });
    const comment = { event: 'COMMENT', body: '/paraf' };
    expect((await office.call('peliput', 'POST', `/pulls/${number}/reviews`, comment)).status).toBe(200);
  });

  test('a review is of a commit of the pull request; an older version of it is recorded as such', async () => {
    const { number, head, branch } = await office.draft('peliput', 'versi');
    const next = await office.commit('peliput', await office.main(), {
      'content/berita/2026/11/versi/index.md': 'dua\n',
    });
    await office.call('peliput', 'PATCH', `/git/refs/heads/${branch}`, { sha: next, force: true });
    const review = (commit_id: string | undefined) =>
      office.call('pengolah-satu', 'POST', `/pulls/${number}/reviews`, { event: 'APPROVE', commit_id });
    expect((await review(undefined)).json).toMatchObject({ commit_id: next });
    expect((await review(head)).json).toMatchObject({ commit_id: head });
    expect((await review(await office.main())).status).toBe(422);
  });

  test('only its author changes the text of a review', async () => {
    const { number } = await office.draft('peliput', 'teks');
    const review = await office.call('pengolah-satu', 'POST', `/pulls/${number}/reviews`, {
      event: 'APPROVE',
    });
    const { id } = review.json as { id: number };
    const other = await office.call('admin-ti-satu', 'PUT', `/pulls/${number}/reviews/${id}`, { body: 'x' });
    expect([other.status, other.message]).toEqual([403, 'Must be the author of the review to change it.']);
  });
});

test('setting labels records only what changed, with who and when', async () => {
  const { number } = await office.draft('peliput', 'label');
  const put = (login: string, labels: string[]) =>
    office.call(login, 'PUT', `/issues/${number}/labels`, { labels });
  await put('peliput', ['decap-cms/draft', 'a']);
  office.clock.advance(60_000);
  await put('app', ['a', 'decap-cms/pending_review']);
  await put('app', ['decap-cms/pending_review', 'a', 'a']);
  const events = await office.as('app').rest.issues.listEventsForTimeline({ ...place, issue_number: number });
  const seen = events.data.filter((event) => event.event?.endsWith('labeled')) as {
    event: string;
    label: { name: string };
    actor: { id: number };
    created_at: string;
  }[];
  expect(seen.map((event) => [event.event, event.label.name, event.actor.id])).toEqual([
    ['labeled', 'decap-cms/draft', 1003],
    ['labeled', 'a', 1003],
    ['unlabeled', 'decap-cms/draft', 2000],
    ['labeled', 'decap-cms/pending_review', 2000],
  ]);
  expect(Date.parse(seen[2]!.created_at) - Date.parse(seen[1]!.created_at)).toBeGreaterThanOrEqual(60_000);
});
