import { afterAll, beforeAll, expect, test } from 'vitest';
import { appManifest } from '../../local/store/app-manifest.ts';
import { writeSetting } from '../../local/store/settings.ts';
import { place } from '../../local/testing/office.ts';
import { admin, openFreshOffice, readOnly, type FreshOffice } from './testing/fresh-office.ts';

let office: FreshOffice;
let back: () => void;
beforeAll(async () => {
  office = await openFreshOffice();
  await office.setUp();
  back = office.remember();
});
afterAll(() => office.stop());

type Drift = readonly [name: string, drift: () => Promise<unknown>, message: RegExp];

/** What only a person can set right: it is named, and setup leaves it. */
test.each<Drift>([
  [
    'a ruleset that nobody described',
    () =>
      office.client.request('POST /repos/{owner}/{repo}/rulesets', {
        ...place,
        name: 'darurat',
        enforcement: 'active',
        rules: [],
      }),
    /^Aturan cabang: darurat: aktif → tidak ada$/,
  ],
  [
    'a right of the app that it does not need',
    async () => changePermissions({ administration: 'write' }),
    /^Aplikasi: hak administration: membaca dan menulis → tidak ada$/,
  ],
  [
    'a right of the app that is missing',
    async () => changePermissions({ workflows: undefined }),
    /^Aplikasi: hak workflows: tidak ada → membaca dan menulis$/,
  ],
  [
    'the id of another app',
    () => setVariable('4711'),
    /^Aplikasi: pemasangan: aplikasi 4711 tidak terpasang → terpasang pada repositori ini$/,
  ],
  [
    'one code owner',
    () => writeFile('.github/CODEOWNERS', '* @admin-ti-satu\n'),
    /^CODEOWNERS: pengelola: admin-ti-satu → admin-ti-dua, admin-ti-satu$/,
  ],
  [
    'a code owner of items',
    async () =>
      writeFile('.github/CODEOWNERS', `${await original('.github/CODEOWNERS')}/content/berita/ @peliput\n`),
    /^CODEOWNERS: \/content\/berita\/: @peliput → tanpa pengelola: berjalan menurut SOP$/,
  ],
  [
    'only one account that may approve the system',
    async () =>
      writeFile(
        'content/pelaksana.yml',
        (await original('content/pelaksana.yml')).replace('akun: 1019', 'akun: 9999'),
      ),
    /^Pengelola: pemegang pengelola-sistem yang boleh menulis: 1 akun → sedikitnya 2 akun$/,
  ],
])('%s is named, and left to a person', async (_name, drift, message) => {
  await drift();
  const { differences } = await office.look(readOnly(office.client));
  back();
  await putFilesBack();
  const found = differences.filter(({ area, name, is, should }) =>
    message.test(`${area}: ${name}: ${is} → ${should}`),
  );
  expect(found.map(({ step }) => step)).toEqual([null]);
  expect(found[0]!.does).toMatch(/^Anda yang mengerjakan: /);
});

test('and when a person has put it back, nothing differs', async () => {
  expect((await office.look()).differences).toEqual([]);
});

function changePermissions(change: Record<string, string | undefined>): void {
  const { store } = office.local.server;
  const made = appManifest(store)!;
  const default_permissions = { ...made.default_permissions, ...change };
  writeSetting(store, 'app', { codes: {}, made: { ...made, default_permissions } });
}

function setVariable(value: string): Promise<unknown> {
  const variable = { ...place, environment_name: 'gerbang', name: 'PARAF_APP_ID', value };
  return office.local.as(admin).rest.actions.updateEnvironmentVariable(variable);
}

const originals = new Map<string, string>();

async function original(path: string): Promise<string> {
  const known = originals.get(path);
  if (known !== undefined) return known;
  const found = await office.local.server.store.repository.reader.read(`refs/heads/main:${path}`);
  const text = found!.content.toString('utf8');
  originals.set(path, text);
  return text;
}

async function writeFile(path: string, text: string): Promise<void> {
  await original(path);
  const sha = await office.local.commit('app', await office.local.main(), { [path]: text });
  await office.local.as('app').rest.git.updateRef({ ...place, ref: 'heads/main', sha });
}

async function putFilesBack(): Promise<void> {
  for (const [path, text] of originals) await writeFile(path, text);
  originals.clear();
}
