import { expect, it } from 'vitest';
import { readAuthSettings } from './settings.ts';

const whole = {
  PARAF_MASUK_ALAMAT: 'https://masuk.contoh.go.id',
  PARAF_MASUK_ASAL: 'https://portal.contoh.go.id, https://tulis.contoh.go.id',
  PARAF_CLIENT_ID: 'Iv23',
  PARAF_CLIENT_SECRET: 'rahasia',
};

it('reads what a server or a Worker is told', () => {
  expect(readAuthSettings(whole)).toEqual({
    ok: true,
    value: {
      self: 'https://masuk.contoh.go.id',
      origins: ['https://portal.contoh.go.id', 'https://tulis.contoh.go.id'],
      clientId: 'Iv23',
      clientSecret: 'rahasia',
      server: 'https://github.com',
      api: 'https://api.github.com',
    },
  });
});

it('names everything that is missing', () => {
  expect(readAuthSettings({})).toEqual({
    ok: false,
    faults: [
      'PARAF_MASUK_ALAMAT “” bukan asal. Tulis https dan nama host saja, misalnya https://masuk.contoh.go.id.',
      'PARAF_MASUK_ASAL belum diisi. Tulis asal halaman Ruang tulis dan Meja, misalnya https://portal.contoh.go.id.',
      'PARAF_CLIENT_ID belum diisi. Salin Client ID dari halaman GitHub App.',
      'PARAF_CLIENT_SECRET belum diisi. Buat client secret di halaman GitHub App.',
    ],
  });
});

it.each([
  ['*'],
  ['https://*.contoh.go.id'],
  ['http://portal.contoh.go.id'],
  ['https://portal.contoh.go.id/'],
  ['https://portal.contoh.go.id/admin'],
  ['https://Portal.contoh.go.id'],
  ['https://portal.contoh.go.id:443'],
  ['https://a@portal.contoh.go.id'],
  ['portal.contoh.go.id'],
  ['null'],
  ['file://'],
])('“%s” is no exact origin', (origin) => {
  expect(readAuthSettings({ ...whole, PARAF_MASUK_ASAL: origin })).toEqual({
    ok: false,
    faults: [
      `PARAF_MASUK_ASAL “${origin}” bukan asal yang pasti. Tulis https dan nama host saja, tanpa bintang, jalur, atau garis miring di akhir.`,
    ],
  });
});

it('without TLS only this machine is trusted, and GitHub never', () => {
  const local = {
    ...whole,
    PARAF_MASUK_ALAMAT: 'http://localhost:8081',
    PARAF_MASUK_ASAL: 'http://localhost:4321',
  };
  expect(readAuthSettings(local).ok).toBe(true);
  expect(readAuthSettings({ ...whole, GITHUB_SERVER_URL: 'http://github.contoh.go.id' })).toEqual({
    ok: false,
    faults: [
      'GITHUB_SERVER_URL “http://github.contoh.go.id” tidak dapat dipakai. Tulis alamat https yang lengkap, misalnya https://github.com.',
    ],
  });
});
