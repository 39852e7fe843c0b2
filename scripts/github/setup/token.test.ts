import { expect, test } from 'vitest';
import { describeToken, kindOf, tokenFaults, type TokenFacts } from './token.ts';

const facts = (more: Partial<TokenFacts>): TokenFacts => ({
  kind: 'classic',
  scopes: ['repo', 'workflow'],
  login: 'admin-ti',
  isAdmin: true,
  ...more,
});

test.each([
  ['ghp_x', 'classic'],
  ['github_pat_x', 'fine-grained'],
  ['gho_x', 'oauth'],
  ['ghs_x', 'app'],
  ['ghu_x', 'app'],
  ['demo-admin-ti-satu', 'other'],
])('%s is a token of the kind %s', (token, kind) => {
  expect(kindOf(token)).toBe(kind);
});

test.each<[string, Partial<TokenFacts>, string[]]>([
  ['a classic token with both scopes of an administrator will do', {}, []],
  ['a fine-grained token has no scopes to look at', { kind: 'fine-grained', scopes: null }, []],
  ['a token for a repository that is not there yet', { isAdmin: null }, []],
  [
    'a classic token without workflow cannot send workflows',
    { scopes: ['repo'] },
    [
      'Token ini tidak punya scope workflow. Buat token baru dengan scope repo dan workflow (ditambah admin:org untuk memeriksa pemasangan aplikasi), lalu ulangi.',
    ],
  ],
  [
    'everything that is wrong is told at once',
    { scopes: [], isAdmin: false },
    [
      'Token ini tidak punya scope repo dan workflow. Buat token baru dengan scope repo dan workflow (ditambah admin:org untuk memeriksa pemasangan aplikasi), lalu ulangi.',
      'Akun admin-ti bukan administrator repositori ini, atau token ini tidak diberi hak Administration. Minta pemilik organisasi menjalankan perintah ini, atau memberi hak admin.',
    ],
  ],
  [
    'a token of an app',
    { kind: 'app', scopes: null },
    [
      'Token ini milik sebuah GitHub App, padahal pengaturan repositori hanya boleh diubah oleh orang. Pakai personal access token milik administrator organisasi.',
    ],
  ],
])('%s', (_name, more, faults) => {
  expect(tokenFaults(facts(more))).toEqual(faults);
});

test('a token is told in one line', () => {
  expect(describeToken(facts({}))).toBe(
    'personal access token (classic) (repo, workflow) milik admin-ti, administrator repositori',
  );
  expect(describeToken(facts({ kind: 'fine-grained', scopes: null, isAdmin: false }))).toBe(
    'fine-grained personal access token milik admin-ti, bukan administrator repositori',
  );
});
