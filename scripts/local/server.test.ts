import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLocalServer } from './server.ts';
import { openOffice, place } from './testing/office.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'paraf-start-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function fill(): Promise<void> {
  const office = await openOffice({ dataDir });
  const first = await office.commit('app', undefined, { 'a.md': 'a\n' });
  await office.server.writeBranch('main', first);
  await office.server.close();
}

const start = async () => {
  const server = await createLocalServer({ dataDir });
  await server.close();
};

describe('what is broken is said, and left as it is', () => {
  const backUp =
    'Kembalikan berkas itu dari cadangan; bila ini hanya demo, pindahkan seluruh folder datanya lalu jalankan lagi.';

  test('records that are no database', async () => {
    await fill();
    const file = join(dataDir, 'github.db');
    rmSync(`${file}-wal`, { force: true });
    writeFileSync(file, 'bukan basis data, tetapi cukup panjang untuk disangka begitu '.repeat(100));
    await expect(start()).rejects.toThrow(
      `Catatan permintaan ${file} tidak dapat dibaca: file is not a database. Berkas itu rusak atau bukan basis data SQLite. ` +
        `Tidak ada yang diubah atau dihapus. ${backUp}`,
    );
    expect(readFileSync(file, 'utf8')).toContain('bukan basis data');
  });

  test('records that are gone while the repository has content', async () => {
    await fill();
    rmSync(join(dataDir, 'github.db'));
    await expect(start()).rejects.toThrow(
      `Catatan permintaan ${join(dataDir, 'github.db')} tidak ada, padahal repositori di sebelahnya sudah berisi.`,
    );
    expect(existsSync(join(dataDir, 'github.db'))).toBe(false);
  });

  test('records of another version', async () => {
    await fill();
    const db = new DatabaseSync(join(dataDir, 'github.db'));
    db.exec('PRAGMA user_version = 99');
    db.close();
    await expect(start()).rejects.toThrow(
      'berversi 99, sedangkan program ini memakai versi 1. Tidak ada yang diubah.',
    );
  });

  test('a repository that is gone', async () => {
    await fill();
    rmSync(join(dataDir, 'portal.git'), { recursive: true });
    await expect(start()).rejects.toThrow(
      `Repositori ${join(dataDir, 'portal.git')} tidak ada, padahal catatan permintaan (github.db) di sebelahnya ada.`,
    );
    expect(existsSync(join(dataDir, 'portal.git'))).toBe(false);
  });

  test('a repository that git cannot read', async () => {
    await fill();
    writeFileSync(join(dataDir, 'portal.git', 'HEAD'), 'rusak');
    await expect(start()).rejects.toThrow(
      `Repositori ${join(dataDir, 'portal.git')} tidak dapat dibaca oleh Git: git rev-parse --is-bare-repository ended with 128`,
    );
  });

  test('a token that is none', async () => {
    await fill();
    writeFileSync(join(dataDir, 'app-token'), 'rusak');
    await expect(start()).rejects.toThrow(
      `Berkas ${join(dataDir, 'app-token')} rusak: isinya bukan token Paraf. Tidak ada yang diubah. ` +
        'Pindahkan berkas itu, lalu jalankan lagi; token baru akan dibuat.',
    );
  });

  test('a second server on the same folder', async () => {
    const first = await createLocalServer({ dataDir });
    await expect(start()).rejects.toThrow(
      `Catatan permintaan ${join(dataDir, 'github.db')} sedang dipakai oleh program lain, mungkin Paraf yang sudah berjalan. ` +
        'Tutup yang satu itu dahulu, atau pakai folder data lain lewat PARAF_DATA.',
    );
    await first.close();
    await start();
  });

  test('a folder that cannot be made', async () => {
    writeFileSync(join(dataDir, 'berkas'), '');
    await expect(createLocalServer({ dataDir: join(dataDir, 'berkas', 'data') })).rejects.toThrow(
      /^Folder data .* tidak dapat dibuat: .* Beri hak tulis pada folder itu, atau pakai folder lain lewat PARAF_DATA\.$/,
    );
  });

  test('a port that is taken', async () => {
    const first = await createLocalServer({ dataDir });
    const port = Number(new URL(await first.listen(0)).port);
    const other = mkdtempSync(join(tmpdir(), 'paraf-port-'));
    const second = await createLocalServer({ dataDir: other });
    await expect(second.listen(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await second.close();
    await first.close();
    rmSync(other, { recursive: true, force: true });
  });
});

test('stopping and starting again loses nothing', async () => {
  const before = await openOffice({ dataDir });
  const first = await before.commit('app', undefined, { 'a.md': 'a\n' });
  await before.server.writeBranch('main', first);
  const { number } = await before.draft('peliput', 'bertahan');
  await before.call('peliput', 'PUT', `/issues/${number}/labels`, { labels: ['decap-cms/draft'] });
  const token = before.server.appToken;
  await before.server.close();
  const after = await openOffice({ dataDir });
  const { data } = await after.as('peliput').rest.pulls.get({ ...place, pull_number: number });
  expect(data).toMatchObject({ state: 'open', labels: [{ name: 'decap-cms/draft' }], user: { id: 1003 } });
  expect(after.server.appToken).toBe(token);
  await after.server.close();
});

test('the token of the app is for its owner alone', async () => {
  await start();
  // Windows knows no such modes: there the folder of the user is what protects it.
  const wanted = process.platform === 'win32' ? 0o666 : 0o600;
  expect(statSync(join(dataDir, 'app-token')).mode & 0o777).toBe(wanted);
});
