import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appNumber } from '../../local/accounts.ts';
import { findEnvironment } from '../../local/store/environments.ts';
import { openSealed } from '../../local/store/sealing.ts';
import type { Client } from '../read/client.ts';
import { installedClient } from './app-keys.ts';
import { place } from '../../local/testing/office.ts';
import type { Difference } from './difference.ts';
import { SetupFault } from './fault.ts';
import { rulesetsOf } from './rulesets.ts';
import type { State } from './state.ts';
import { admin, mortal, openFreshOffice, readOnly, spend, type FreshOffice } from './testing/fresh-office.ts';
import { look, setUp, type Hands } from './setup.ts';

const named = (differences: readonly Difference[]) => differences.map(({ area, name }) => `${area}: ${name}`);

/** A state without the numbers, times and addresses that a server gives. */
function withoutIds(state: State): unknown {
  return JSON.parse(JSON.stringify(state), (key, value: unknown) =>
    key === 'id' || /_(at|url)$/.test(key) || key === 'url' ? undefined : value,
  );
}

describe('an empty organisation', () => {
  let office: FreshOffice;
  beforeAll(async () => {
    office = await openFreshOffice();
  });
  afterAll(() => office.stop());

  test('is told everything that is missing, and nothing is changed by the telling', async () => {
    const { differences } = await office.look(readOnly(office.client));
    expect(named(differences)).toMatchInlineSnapshot(`
      [
        "Repositori: repositori",
        "Repositori: penggabungan dengan squash",
        "Repositori: penggabungan dengan merge commit",
        "Repositori: penggabungan dengan rebase",
        "Repositori: judul commit gabungan",
        "Repositori: isi pesan commit gabungan",
        "Repositori: penggabungan otomatis GitHub",
        "Repositori: penghapusan cabang sesudah digabung",
        "Repositori: Issues",
        "Repositori: wiki",
        "Repositori: Projects",
        "Isi awal: cabang main",
        "Actions: GitHub Actions",
        "Actions: action yang boleh dipakai",
        "Actions: action harus dikunci pada commit",
        "Actions: action milik GitHub",
        "Actions: action pembuat terverifikasi",
        "Actions: action lain",
        "Actions: hak bawaan token workflow",
        "Actions: workflow boleh menyetujui pull request",
        "Actions: workflow dari luar menunggu izin",
        "Label: decap-cms/draft",
        "Label: decap-cms/pending_review",
        "Label: decap-cms/pending_publish",
        "Label: paraf-temuan",
        "Environment: gerbang: environment",
        "Environment: gerbang: cabang main",
        "Environment: github-pages: environment",
        "Environment: github-pages: cabang main",
        "Pages: GitHub Pages",
        "Aplikasi: gerbang: rahasia PARAF_APP_KEY",
        "Aplikasi: gerbang: variabel PARAF_APP_ID",
        "Catatan: cabang paraf",
        "Aturan cabang: semua aturan",
      ]
    `);
    await expect(office.local.as(admin).rest.repos.get(place)).rejects.toMatchObject({ status: 404 });
  });

  test('is set up in one run, and then nothing differs', async () => {
    expect(await office.setUp()).toEqual([]);
    expect((await office.look(readOnly(office.client))).differences).toEqual([]);
  });

  test('a second run changes nothing', async () => {
    const before = await office.look();
    expect(await office.setUp(before, readOnly(office.client))).toEqual([]);
    expect(await office.look()).toEqual(before);
  });

  test('nobody but the app writes main and paraf, and item branches stay', async () => {
    const { local } = office;
    const sha = await local.commit(admin, await local.main(), { 'a.txt': 'a' });
    for (const branch of ['main', 'paraf']) {
      const push = await local.call(admin, 'PATCH', `/git/refs/heads/${branch}`, { sha, force: true });
      expect([branch, push.status]).toEqual([branch, 422]);
    }
    expect((await local.call('app', 'PATCH', '/git/refs/heads/main', { sha })).status).toBe(200);
  });

  test('the secret that is stored is the key of the app, and it stands nowhere else', async () => {
    const { store } = office.local.server;
    const sealed = findEnvironment(store, 'gerbang')!.secrets['PARAF_APP_KEY']!.sealed;
    const privateKey = (await openSealed(store, sealed))!;
    const waiting = { tries: 1, pause: () => Promise.resolve() };
    const app = await installedClient(
      `${office.local.url}/api/v3`,
      { id: appNumber, privateKey },
      place,
      false,
      waiting,
    );
    expect((await app.request('GET /user', {})).data).toMatchObject({ login: 'paraf[bot]' });
    expect(office.said.join('\n')).not.toMatch(/PRIVATE KEY|BEGIN/);
    expect(JSON.stringify(await office.look())).not.toMatch(/PRIVATE KEY|BEGIN/);
  });
});

test('a key that GitHub does not take is told as such, and not shown', async () => {
  const office = await openFreshOffice();
  await office.setUp(undefined, office.client, { ...office.hands, appKey: async () => null });
  const refusing: Client = {
    graphql: (query, variables) => office.client.graphql(query, variables),
    request: (route, parameters) => {
      if (route.startsWith('PUT ') && route.includes('/secrets/'))
        throw Object.assign(new Error('Secret is not valid.'), { status: 422 });
      return office.client.request(route, parameters);
    },
  };
  await expect(office.setUp(undefined, refusing)).rejects.toThrow(
    /^Kunci aplikasi 300 belum tersimpan\. GitHub menolak \(422\): Secret is not valid\. Bila aplikasinya baru dibuat dan kuncinya tidak disimpan ke berkas, buat kunci baru di halaman aplikasi itu \(Private keys → Generate a private key\), lalu ulangi dengan --app 300 --kunci <berkas>\.$/,
  );
  // Whoever repeats it with a new key is through.
  expect(await office.setUp()).toEqual([]);
  await office.stop();
});

test('nothing is closed while nobody could approve a change of the system, and it is when two can', async () => {
  const office = await openFreshOffice();
  const { local, client, hands } = office;
  await client.request('POST /orgs/{org}/repos', { org: place.owner, name: place.repo });
  await hands.push();
  const pelaksana = readFileSync('content/pelaksana.yml', 'utf8');
  const write = async (text: string) => {
    const sha = await local.commit(admin, await local.main(), { 'content/pelaksana.yml': text });
    await client.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', { ...place, ref: 'heads/main', sha });
  };
  await write(pelaksana.replaceAll('akun: 1018', 'akun: 9998'));
  expect((await office.setUp()).map(({ area, name, step }) => [area, name, step])).toEqual([
    ['Pengelola', 'pemegang pengelola-sistem yang boleh menulis', null],
    ['Catatan', 'cabang paraf', null],
    ...rulesetsOf(appNumber).map(({ name }) => ['Aturan cabang', name, null]),
  ]);
  await write(pelaksana);
  const key = office.key();
  expect(
    await office.setUp(undefined, client, { ...hands, appKey: async () => key, hasNewKey: true }),
  ).toEqual([]);
  await office.stop();
});

test('an organisation that is none is told as such', async () => {
  const office = await openFreshOffice();
  const elsewhere = {
    client: office.client,
    repository: { owner: 'siapa', repo: 'portal' },
    owners: [],
    isPrivate: false,
  };
  const first = await look(elsewhere, office.hands.now());
  await expect(setUp(elsewhere, office.hands, first)).rejects.toThrow(
    /^Repositori siapa\/portal tidak dapat dibuat: siapa bukan organisasi, atau token ini tidak boleh membuat repositori di dalamnya\./,
  );
  await office.stop();
});

test('an app that is not installed is told, and the rules are set all the same', async () => {
  const office = await openFreshOffice();
  const asApp = () => Promise.reject(new SetupFault('Aplikasi 300 belum terpasang.'));
  const remaining = await office.setUp(undefined, office.client, { ...office.hands, asApp });
  expect(named(remaining)).toEqual(['Catatan: cabang paraf']);
  expect(office.said).toContain('✗ Catatan: Aplikasi 300 belum terpasang.');
  await office.stop();
});

test('runs that are killed after any of their changes, and repeated, come to the same', async () => {
  const whole = await openFreshOffice();
  await whole.setUp();
  const wanted = withoutIds((await whole.look()).state);
  await whole.stop();

  const office = await openFreshOffice();
  let deaths = 0;
  // Each run makes one change; where that alone leads nowhere (a tree, a commit), the next one makes more.
  for (let changes = 1, last = ''; ;) {
    // Looking at what a dead run left changes nothing.
    const first = await office.look(readOnly(office.client));
    if (first.differences.length === 0) break;
    const now = JSON.stringify(first.state);
    changes = now === last ? changes + 1 : 1;
    last = now;
    const life = { changes };
    const hands: Hands = {
      ...office.hands,
      push: async () => {
        await office.hands.push();
        spend(life);
      },
      asApp: async (key) => mortal(await office.hands.asApp(key), life),
    };
    await expect(office.setUp(first, mortal(office.client, life), hands)).rejects.toThrow('killed');
    deaths += 1;
  }
  expect(withoutIds((await office.look()).state)).toEqual(wanted);
  expect(deaths).toBeGreaterThan(20);
  await office.stop();
}, 300_000);
