import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { news, openNewsroom, type Newsroom } from '../../github/testing/newsroom.ts';
import { appAccount } from '../accounts.ts';
import type { Run, Runner } from './runner.ts';
import { officeRunner } from './testing/office-runner.ts';

let room: Newsroom;
let runner: Runner;
const scratch = mkdtempSync(join(tmpdir(), 'paraf-program-'));

beforeAll(async () => {
  room = await openNewsroom({}, { isWhole: true });
  runner = officeRunner(room, scratch, {
    without: ['check.yml'],
    vars: { PARAF_SIGN_IN: 'https://masuk.contoh.example' },
  });
  // What GitHub itself tells workflows of: pushes to main, and requests of the app.
  room.server.onChange((change) => {
    if (change.event === 'repository_dispatch')
      runner.fire({ name: change.event, ref: 'refs/heads/main', payload: { action: change.action } });
    if (change.event === 'push' && change.ref === 'refs/heads/main' && change.by === appAccount.id)
      runner.fire({ name: 'push', ref: change.ref, payload: {} });
  });
});
afterAll(async () => {
  await room.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** Something a person did to a pull request; the workflow files are those of the pull request itself. */
async function happened(name: string, action: string, pull: number, branch: string): Promise<Run[]> {
  const before = runner.runs.length;
  runner.fire(
    {
      name,
      ref: `refs/pull/${pull}/merge`,
      payload: { action, sender: { type: 'User' }, pull_request: { number: pull } },
    },
    await room.head(branch),
  );
  await runner.idle();
  return runner.runs.slice(before);
}

const told = (runs: readonly Run[]) =>
  runs.map(({ workflow, event, conclusion }) => `${workflow} on ${event}: ${conclusion}`).toSorted();

const branch = 'cms/berita/2026/11/kerja-bakti';
const path = 'content/berita/2026/11/kerja-bakti';
let pull: number;

it('a submitted item gets its check by way of the trigger and the gate', { timeout: 120_000 }, async () => {
  pull = await room.open('peliput', branch, news('kerja-bakti'));
  await room.submit('peliput', pull);
  const runs = await happened('pull_request', 'labeled', pull, branch);
  expect(told(runs)).toEqual(['gate on workflow_run: success', 'gate-trigger on pull_request: success']);
  expect(runs.map(({ title }) => title)).toEqual([`Paraf #${pull}`, `gate Paraf #${pull}`]);
  expect(await room.check(await room.head(branch))).toMatch(/^berjalan Langkah 3 dari 4: menunggu/);
});

/** With git itself, and with a gate that says yes to everything: code and an item that nobody approved. */
async function pushAroundTheRules(): Promise<void> {
  const commit = await room.commit('app', await room.head('main'), {
    'content/berita/2026/11/selundupan/index.md': 'Tidak disetujui.',
    '.github/actions/gate/dist/index.cjs': 'process.exit(0)',
  });
  execFileSync('git', [`--git-dir=${room.server.repository}`, 'update-ref', 'refs/heads/main', commit]);
  await room.server.look();
}

it(
  'its last signature leads to the public page, and what an admin pushed to main does not',
  { timeout: 400_000 },
  async () => {
    await pushAroundTheRules();
    await room.review('pengolah-satu', pull, 'APPROVE');
    const runs = await happened('pull_request_review', 'submitted', pull, branch);
    // The push of the merge and the gate's request: one may wait for the other, or take its place.
    expect(new Set(told(runs))).toEqual(
      new Set([
        'gate on workflow_run: success',
        'gate-trigger on pull_request_review: success',
        'publish on push: success',
        'publish on repository_dispatch: success',
      ]),
    );
    const shown = runner.deployed.at(-1)!;
    const page = execFileSync('tar', ['-xOf', shown, `./${path}/index.html`], { encoding: 'utf8' });
    expect(page).toContain('Warga membersihkan parit bersama petugas.');
    const desk = execFileSync('tar', ['-xOf', shown, './meja/config.json'], { encoding: 'utf8' });
    expect(JSON.parse(desk)).toEqual({
      repo: 'diskominfo/portal',
      app: appAccount.id,
      apiRoot: `${room.url}/api/v3`,
      signInOrigin: 'https://masuk.contoh.example',
    });
    const front = execFileSync('tar', ['-xOf', shown, './index.html'], { encoding: 'utf8' });
    expect(front).toBe(path);
    const security = execFileSync('tar', ['-xOf', shown, './.well-known/security.txt'], { encoding: 'utf8' });
    expect(security).toContain('Contact:');
    expect(runner.attested).toEqual(expect.arrayContaining(['artifact.tar', 'SHA256SUMS']));
    expect((await room.look(pull)).title).toBe('Selesai: sudah tayang');
    const { data } = await room.app.request('GET /repos/{owner}/{repo}/issues', {
      owner: 'diskominfo',
      repo: 'portal',
      labels: 'paraf-temuan',
    });
    // The gate that ran was the recorded one: the other would have done nothing.
    expect((data as { title: string }[]).map(({ title }) => title)).toEqual([
      'Isi main tidak disetujui: sistem dan 1 lagi',
    ]);
  },
);

it(
  'every night the portal is made for the new day, and what links are broken is told',
  { timeout: 200_000 },
  async () => {
    const before = runner.runs.length;
    runner.fire({ name: 'schedule', ref: 'refs/heads/main', payload: {} });
    await runner.idle();
    const runs = runner.runs.slice(before);
    expect(told(runs)).toEqual(['publish on schedule: success', 'sweep on schedule: success']);
    const build = runs.find(({ workflow }) => workflow === 'publish')?.jobs['build'];
    expect(build?.log).toContain('Gambar dari simpanan terakhir dipakai; seluruh portal dibuat lagi.');
    // What the day made piece by piece, taken to the night, is what the night made.
    expect(build?.log).toMatch(/^Simpanan terakhir dipakai: portal [0-9a-f]{16}, \d+ berkas/m);
    expect(build?.log).not.toContain('title=Portal berbeda');
    expect(build?.log).toContain('::warning title=Tautan dan informasi::');
    expect(build?.log).toContain('Tautan /hilang/ di /ppid/index.html tidak menuju apa pun.');
    expect(build?.log).toContain('1 putus; 0 informasi perlu diperbarui.');
  },
);

it(
  'a pull request that brings its own workflow gets no key, no token that writes, and no word into the gate',
  { timeout: 200_000 },
  async () => {
    const thief = `name: gate-trigger
run-name: "Paraf #${pull}"
on: [pull_request, pull_request_review]
permissions:
  contents: read
jobs:
  steal:
    runs-on: ubuntu-24.04
    environment: gerbang
    permissions:
      contents: read
    steps:
      - run: echo "kunci=$KEY" >> "$GITHUB_OUTPUT"
        id: steal
        env:
          KEY: \${{ secrets.PARAF_APP_KEY }}
  look:
    runs-on: ubuntu-24.04
    permissions:
      contents: read
    outputs:
      got: \${{ steps.look.outputs.got }}
    steps:
      - id: look
        run: |
          echo "got=$KEY/$(curl -s -o /dev/null -w '%{http_code}' -X POST -H "Authorization: Bearer $TOKEN" -d '{"ref":"refs/heads/x","sha":"'$SHA'"}' "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/git/refs")" >> "$GITHUB_OUTPUT"
        env:
          KEY: \${{ secrets.PARAF_APP_KEY }}
          TOKEN: \${{ github.token }}
          SHA: ${await room.head('main')}
`;
    const other = 'cms/berita/2026/11/curang';
    const stolen = await room.open('admin-ti-satu', other, {
      ...news('curang'),
      '.github/workflows/gate-trigger.yml': thief,
      'content/pelaksana.yml': '[]\n',
    });
    const runs = await happened('pull_request', 'opened', stolen, other);
    const [run] = runs.filter(({ workflow }) => workflow === 'gate-trigger');
    expect(run?.jobs['steal']).toMatchObject({ result: 'failure', outputs: {} });
    expect(run?.jobs['steal']?.log).toContain('is not allowed to deploy to gerbang');
    expect(run?.jobs['look']?.outputs).toEqual({ got: '/403' });
    // Its title named another pull request: that one was looked at, by the gate of main, and stayed as it was.
    expect(told(runs)).toContain('gate on workflow_run: success');
    expect((await room.look(stolen)).title).toMatch(/^Ditolak: /);
    expect((await room.look(pull)).title).toBe('Selesai: sudah tayang');
  },
);
