import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { announce } from '../github/gate.ts';
import { news, openNewsroom, place, type Newsroom } from '../github/testing/newsroom.ts';
import { appAccount } from '../local/accounts.ts';
import { currentSite } from './deploy.ts';
import { appAccountOf, failureOf, handoverOf, writeOut } from './handover.ts';
import { hashesOf, readManifest, siteFiles } from './manifest.ts';
import { publish } from './publish.ts';
import { fakeBuild, pagesBy } from './testing/fake-pages.ts';

let room: Newsroom;
let pull: number;
const path = 'content/berita/2026/11/kerja-bakti';
beforeAll(async () => {
  room = await openNewsroom();
  pull = await room.open('peliput', 'cms/berita/2026/11/kerja-bakti', news('kerja-bakti'));
  await room.submit('peliput', pull);
  await room.review('pengolah-satu', pull, 'APPROVE');
  await room.look(pull);
});
afterAll(() => room.stop());

/** Meja's page, as far as its policy goes. */
const desk = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">';

/** Publishes as a workflow does: on a machine that remembers nothing of the last time. */
async function publishAnew(name: string) {
  const dataDir = join(room.dataDir, name);
  const result = await publish({
    repoDir: room.server.repository,
    dataDir,
    modules: '/tidak-dipakai',
    now: room.now,
    pages: pagesBy((job) => {
      fakeBuild(job);
      mkdirSync(join(job.outDir, 'meja'));
      writeFileSync(join(job.outDir, 'meja/index.html'), desk);
    }),
  });
  return { dataDir, handover: await handoverOf(room.server.repository, dataDir, result, 7) };
}

it('hands over what is live and was not told yet, and nothing once it was', async () => {
  const { handover } = await publishAnew('satu');
  const sidik = (await room.read('paraf', 'antrean.json'))?.match(/"sidik": ?"([0-9a-f]{40})"/)?.[1];
  expect(handover).toEqual({
    live: [{ pull, path, sidik }],
    findings: [],
    omitted: 0,
    failure: null,
    bytes: 7,
  });
  await announce(room.app, place, appAccount.id, handover.live[0]!);
  await room.look(pull);
  expect((await publishAnew('dua')).handover).toEqual({
    live: [],
    findings: [],
    omitted: 0,
    failure: null,
    bytes: 7,
  });
});

it('says with each finding what Git says of its author', async () => {
  const commit = await room.commit('app', await room.head('main'), { [`${path}/index.md`]: 'Diganti.' });
  await room.server.writeBranch('main', commit);
  const { handover } = await publishAnew('tiga');
  expect(handover.findings.map(({ code, path, author }) => [code, path, author])).toEqual([
    ['bukan-yang-disetujui', path, expect.stringMatching(/^ Commit [0-9a-f]{7,}, menurut Git oleh “.+”\.$/)],
  ]);
  expect(failureOf('Portal tidak dapat dibangun.')).toEqual({
    live: [],
    findings: [],
    omitted: 0,
    failure: 'Portal tidak dapat dibangun.',
    bytes: null,
  });
});

it('writes out all that a plain host serves: the portal, and both desks told where they work', async () => {
  const { dataDir } = await publishAnew('empat');
  const out = join(room.dataDir, 'keluar');
  const bytes = await writeOut(room.server.repository, dataDir, out, {
    repo: 'diskominfo/portal',
    app: (await appAccountOf(room.app, place))!,
    apiRoot: 'https://api.github.com',
    signInOrigin: 'https://masuk.contoh.example',
  });
  expect(readdirSync(out)).toEqual(expect.arrayContaining(['admin', 'index.html', 'meja']));
  const where = {
    repo: 'diskominfo/portal',
    app: 2000,
    apiRoot: 'https://api.github.com',
    signInOrigin: 'https://masuk.contoh.example',
  };
  expect(JSON.parse(readFileSync(join(out, 'meja/config.json'), 'utf8'))).toEqual(where);
  const admin = JSON.parse(readFileSync(join(out, 'admin/admin-config.json'), 'utf8')) as {
    relations: { opd: { value: string }[] };
    years: Record<string, number[]>;
    alur: Record<string, unknown>;
  };
  expect(admin).toMatchObject({ ...where, years: { berita: [2026] } });
  expect(Object.keys(admin.alur)).toEqual(
    expect.arrayContaining(['berita', 'informasi-publik', 'kampanye', 'konten']),
  );
  expect(admin.relations.opd.map(({ value }) => value)).toContain('dinas-kesehatan');
  expect('now' in admin).toBe(false);
  const page = readFileSync(join(out, 'admin/index.html'), 'utf8');
  expect(page).toContain('<meta http-equiv="Content-Security-Policy" content="default-src \'none\';');
  expect(page).toContain(
    "connect-src 'self' blob: data: https://api.github.com https://masuk.contoh.example;",
  );
  expect(page).not.toContain('frame-ancestors');
  expect(existsSync(join(out, 'admin/decap-cms.js'))).toBe(true);
  expect(readFileSync(join(out, 'meja/index.html'), 'utf8')).toContain('https://masuk.contoh.example');

  // Files of the portal stand in both folders: what was changed for the host is changed there alone.
  const site = currentSite(dataDir)!;
  expect(readFileSync(join(site, 'meja/index.html'), 'utf8')).toBe(desk);
  for (const folder of [site, out])
    expect(readManifest(folder)?.files).toEqual(await hashesOf(folder, siteFiles(folder)));
  expect(bytes).toBe(siteFiles(out).reduce((sum, path) => sum + readFileSync(join(out, path)).length, 0));
});

it('knows the app by what it wrote, and by nobody else’s word', async () => {
  expect(await appAccountOf(room.as('tamu'), place)).toBe(appAccount.id);
});
