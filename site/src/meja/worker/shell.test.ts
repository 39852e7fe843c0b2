import { expect, it } from 'vitest';
import { answerTo, type Shell } from './shell.ts';

const shell: Shell = {
  version: 'v',
  files: [
    { address: '', hash: 'a', isFixed: false },
    { address: 'kantor.json', hash: 'b', isFixed: false },
    { address: '../_aset/kartu.x1.js', hash: 'c', isFixed: true },
  ],
};
const scope = 'https://kota.example/portal/meja/';

it.each([
  ['the page', 'GET', 'navigate', `${scope}`, 'segar'],
  ['the page, as somebody linked to it', 'GET', 'navigate', `${scope}?dari=pesan`, 'segar'],
  ['what changes under its name', 'GET', 'cors', `${scope}kantor.json`, 'segar'],
  ['a script', 'GET', 'cors', 'https://kota.example/portal/_aset/kartu.x1.js', 'tetap'],
  ['the settings', 'GET', 'cors', `${scope}config.json`, 'pengaturan'],
  ['a script of another build', 'GET', 'cors', 'https://kota.example/portal/_aset/kartu.x2.js', null],
  ['a file with a query', 'GET', 'cors', `${scope}kantor.json?x`, null],
  ['a page of the portal', 'GET', 'navigate', 'https://kota.example/portal/berita/', null],
  ['the API of the same origin', 'GET', 'cors', 'https://kota.example/api/v3/user', null],
  ['GitHub', 'GET', 'cors', 'https://api.github.com/user', null],
  ['the same path elsewhere', 'GET', 'cors', 'https://jahat.example/portal/meja/kantor.json', null],
  ['a message to the page', 'POST', 'navigate', `${scope}`, null],
])('%s (%s, %s, %s) is answered: %s', (_, method, mode, url, kind) => {
  expect(answerTo({ method, mode, url }, shell, scope)?.kind ?? null).toBe(kind);
});
