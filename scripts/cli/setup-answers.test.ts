import { expect, test } from 'vitest';
import { answersOf, type Options } from './setup-answers.ts';
import type { Terminal } from './setup-terminal.ts';

/** A person who gives these answers, in this order. */
function person(...answers: string[]): Terminal & { readonly asked: string[] } {
  const asked: string[] = [];
  const ask = (question: string) => {
    asked.push(question);
    return Promise.resolve(answers.shift() ?? '');
  };
  return { asked, ask, askSecret: ask, confirm: async (question) => (await ask(question)) === 'y' };
}

const env = { GITHUB_TOKEN: 'ghp_rahasia', GITHUB_REPOSITORY: 'diskominfo/portal' };

test('what is said on the command line goes before the environment, and github.com is meant where nothing is said', async () => {
  expect(await answersOf('dinas/situs', { check: true, pengelola: '@satu, dinas/ti' }, env, null)).toEqual({
    baseUrl: 'https://api.github.com',
    repository: { owner: 'dinas', repo: 'situs' },
    token: 'ghp_rahasia',
    owners: ['satu', 'dinas/ti'],
  });
});

test('a person is asked for what is missing, and for nothing else', async () => {
  const one = person('dinas/situs', 'ghp_rahasia');
  expect(await answersOf(undefined, {}, {}, one)).toMatchObject({
    repository: { owner: 'dinas', repo: 'situs' },
    token: 'ghp_rahasia',
    owners: null,
  });
  expect(one.asked).toEqual(['Repositori (pemilik/nama):', 'Token GitHub (tidak ditampilkan):']);
  const other = person();
  await answersOf(undefined, {}, env, other);
  expect(other.asked).toEqual([]);
});

test.each<[string, string | undefined, Options, Readonly<Record<string, string>>, string]>([
  [
    'no terminal to ask',
    undefined,
    {},
    env,
    'Tidak ada terminal untuk bertanya. Tambahkan --check, --dry-run, atau --yes.',
  ],
  [
    'no repository',
    undefined,
    { check: true },
    {},
    'Repositori belum disebut. Tulis pemilik/nama, misalnya: paraf setup diskominfo/portal.',
  ],
  [
    'a name that is none',
    'portal',
    { check: true },
    env,
    'Nama repositori “portal” tidak terbaca. Tulis pemilik/nama, misalnya diskominfo/portal.',
  ],
  [
    'no token',
    'a/b',
    { check: true },
    {},
    'GITHUB_TOKEN belum diisi. Isi dengan personal access token milik administrator organisasi, lalu ulangi.',
  ],
  [
    'everything at once',
    undefined,
    { check: true, yes: true, pengelola: 'satu', app: 'x', webhook: 'http://x', masuk: 'x' },
    { ...env, GITHUB_API_URL: 'api' },
    `Pakai salah satu saja dari --check, --dry-run, dan --yes.
--pengelola memerlukan sedikitnya dua akun atau tim GitHub, dipisah koma, misalnya admin-satu,admin-dua.
Nomor aplikasi “x” tidak terbaca. Pakai App ID dari halaman aplikasi itu, misalnya 123456.
--app memerlukan --kunci: kunci privat aplikasi itu.
Alamat --webhook “http://x” harus lengkap dan dengan https, misalnya https://paraf.contoh.go.id/.
Alamat --masuk “x” harus lengkap dan dengan https, misalnya https://paraf.contoh.go.id/.
GITHUB_API_URL “api” bukan alamat. Tulis lengkap, misalnya https://api.github.com.`,
  ],
])('%s is told with what to do', async (_name, name, options, environment, message) => {
  expect(await answersOf(name, options, environment, null)).toBe(message);
});
