import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { news, openNewsroom, place, type Newsroom } from './testing/newsroom.ts';
import { ledgerOf, stateOf } from './testing/records.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

/** A slug, a branch and a folder of its own for each test. */
let count = 0;
function fresh() {
  const slug = `kerja-bakti-${(count += 1)}`;
  return { slug, branch: `cms/berita/2026/11/${slug}`, folder: `content/berita/2026/11/${slug}` };
}

describe('a change of the system', () => {
  const own = readFileSync(new URL('../../content/situs.yml', import.meta.url), 'utf8');
  /** The checkout's own settings of the site, under another name. */
  const named = (nama: string) => ({ 'content/situs.yml': own.replace(/^nama: .*$/m, `nama: ${nama}`) });

  it('needs another code owner, is merged by the app, and recorded with its tree', async () => {
    const pull = await room.open('admin-ti-satu', 'ubah-nama', named('Portal Contoh'));
    expect((await room.look(pull)).title).toBe('Perubahan sistem: menunggu persetujuan pengelola sistem');
    await room.review('admin-ti-satu', pull, 'COMMENT', '/paraf');
    await room.review('pengolah-satu', pull, 'APPROVE');
    expect((await room.look(pull)).title).toBe('Perubahan sistem: menunggu persetujuan pengelola sistem');
    expect(await stateOf(room, pull)).toBe('open');

    await room.review('admin-ti-dua', pull, 'APPROVE');
    const done = await room.look(pull);
    expect(done.title).toBe('Perubahan sistem: sudah digabung');
    expect((await ledgerOf(room)).at(-1)).toMatchObject({ jenis: 'sistem', pull, disetujuiOleh: [1019] });
    const records = JSON.parse((await room.read('paraf', 'sistem.json')) ?? '[]') as {
      pull: number | null;
      commit: string;
    }[];
    expect(records.map(({ pull: number, commit }) => [number, commit])).toEqual([
      [null, expect.any(String)],
      [pull, await room.head('main')],
    ]);
    expect((await room.look(pull)).recorded).toBeNull();
  });

  it('ends rows of pelaksana.yml and never removes one', async () => {
    const roles = (await room.read('main', 'content/pelaksana.yml')) ?? '';
    const rest = roles.replace(/- akun: 1004\n(?: {2}.*\n)+/, '');
    expect(rest).not.toBe(roles);
    const pull = await room.open('admin-ti-satu', 'baris-hilang', { 'content/pelaksana.yml': rest });
    await room.review('admin-ti-dua', pull, 'APPROVE');
    expect((await room.look(pull)).title).toBe('Perubahan sistem: 1 hal dalam pengaturan perlu dibetulkan');
    expect(await stateOf(room, pull)).toBe('open');
    expect((await room.comments(pull)).join('\n')).toContain(
      'Baris akun 1004 sebagai penyusun-bahan-informasi sejak 2026-01-01 tidak ada lagi.',
    );
  });

  it('never brings along what somebody pushed to main, unless it takes that back', async () => {
    const before = await room.head('main');
    const pushed = await room.commit('app', before, { 'site/jahat.ts': 'export {};\n' });
    await room.app.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
      ...place,
      ref: 'heads/main',
      sha: pushed,
    });
    const pull = await room.open('admin-ti-satu', 'di-atasnya', named('Portal Tiga'));
    await room.review('admin-ti-dua', pull, 'APPROVE');
    expect((await room.look(pull)).title).toBe(
      'Perubahan sistem: menunggu main dipulihkan, isinya bukan yang terakhir disetujui',
    );
    expect(await stateOf(room, pull)).toBe('open');

    const back = await room.open('admin-ti-satu', 'pulihkan', { 'site/jahat.ts': null });
    await room.review('admin-ti-dua', back, 'APPROVE');
    expect((await room.look(back)).title).toBe('Perubahan sistem: sudah digabung');
    // The branch had the push in it: it is brought up to date, and what is approved is what it shows then.
    expect((await room.look(pull)).title).toBe('Perubahan sistem: menunggu persetujuan pengelola sistem');
  });

  it('is approved anew after a push', async () => {
    const pull = await room.open('admin-ti-satu', 'ubah-nama-2', named('Portal Dua'));
    await room.review('admin-ti-dua', pull, 'APPROVE');
    await room.save('admin-ti-satu', 'ubah-nama-2', named('Portal Lain Lagi'));
    expect((await room.look(pull)).title).toBe('Perubahan sistem: menunggu persetujuan pengelola sistem');
    expect(await stateOf(room, pull)).toBe('open');
  });

  it('with a fault in its settings is not merged, whoever approves it', async () => {
    const pull = await room.open('admin-ti-satu', 'peran-keliru', {
      'content/pelaksana.yml': '- akun: satu\n  peran: kepala-dinas\n',
    });
    await room.review('admin-ti-dua', pull, 'APPROVE');
    expect((await room.look(pull)).title).toMatch(
      /^Perubahan sistem: \d+ hal dalam pengaturan perlu dibetulkan$/,
    );
    expect(await stateOf(room, pull)).toBe('open');
    expect((await room.comments(pull)).join('\n')).toContain('content/pelaksana.yml:1 0.akun');
  });

  it('leaves an open item under its SOP, but its roles to the present', async () => {
    const { slug, branch } = fresh();
    const item = await room.open('peliput', branch, news(slug));
    await room.submit('peliput', item);
    await room.look(item);
    const sop = 'content/sop/penyebarluasan-informasi/index.md';
    const before = (await room.read('main', sop)) ?? '';
    const roles = (await room.read('main', 'content/pelaksana.yml')) ?? '';
    const change = await room.open('admin-ti-satu', 'ubah-sop', {
      [sop]: before.replace('nama: PENYEBARLUASAN INFORMASI', 'nama: PENYEBARAN INFORMASI'),
      // Nobody may check and approve any more but a new holder.
      'content/pelaksana.yml': roles.replace(
        /(- akun: 100[56]\n {2}peran: tim-pengolah-informasi\n {2}mulai: "2026-01-01"\n)/g,
        '$1  selesai: "2026-10-31"\n',
      ),
    });
    await room.review('admin-ti-dua', change, 'APPROVE');
    expect((await room.look(change)).title).toBe('Perubahan sistem: sudah digabung');

    await room.review('pengolah-satu', item, 'APPROVE');
    const done = await room.look(item);
    expect(done.title).toMatch(/^Langkah 3 dari 4: menunggu Tim Pengolah Informasi, tenggat /);
    const [board] = await room.comments(item);
    expect(board).toContain('SOP PENYEBARLUASAN INFORMASI, versi');
    expect(board).toContain('tidak ada yang memegang peran Tim Pengolah Informasi');
  });

  it('moves the deadlines of open items when a holiday is added, and says so', async () => {
    const branch = 'cms/berita/2026/11/libur-mendadak';
    const item = await room.open('peliput', branch, news('libur-mendadak'));
    await room.submit('peliput', item);
    const waiting = 'Langkah 3 dari 4: menunggu Tim Pengolah Informasi, tenggat';
    expect((await room.look(item)).title).toMatch(new RegExp(`^${waiting} Sen 02/11/2026 `));

    const path = 'content/kalender.yml';
    const change = await room.open('admin-ti-satu', 'libur-mendadak', {
      [path]: ((await room.read('main', path)) ?? '').replace(
        '    cutiBersama:\n',
        '      - { tanggal: 2026-11-02, nama: Libur Mendadak }\n    cutiBersama:\n',
      ),
    });
    await room.review('admin-ti-dua', change, 'APPROVE');
    const done = await room.look(change);
    expect(done.title).toBe('Perubahan sistem: sudah digabung');
    // Nobody touched the item, and yet it must be looked at.
    expect(done.next).toContain(item);

    expect((await room.look(item)).title).toBe(`${waiting} Sel 03/11/2026 08.00 WIB`);
    const [board] = await room.comments(item);
    expect(board).toMatch(
      /### Waktu\n\n- Tenggat bergeser dari Sen 02\/11\/2026 08\.\d\d WIB, karena kalender diubah sesudah butir ini dibuka\. Tenggat Sel 03\/11\/2026 08\.00 WIB: 30 menit kerja sejak Sen 02\/11\/2026 08\.\d\d WIB, yang di luar jam kerja sehingga dihitung mulai Sel 03\/11\/2026 07\.30 WIB; melewati Senin 2\/11 \(libur Libur Mendadak\)\.\n/,
    );
  });

  it('gives nobody a right that they did not have when they signed', async () => {
    const { slug, branch } = fresh();
    const item = await room.open('peliput', branch, news(slug));
    await room.submit('peliput', item);
    await room.review('bidang-ikp', item, 'APPROVE');
    const roles = (await room.read('main', 'content/pelaksana.yml')) ?? '';
    const row = [
      '',
      '- akun: 1007',
      '  peran: tim-pengolah-informasi',
      '  mulai: "2026-01-01"',
      '  jenis: definitif',
      '  jabatan: Pengolah',
      '  surat: Contoh nomor 021/SP/2026',
      '',
    ].join('\n');
    const change = await room.open('admin-ti-satu', 'mundur', { 'content/pelaksana.yml': roles + row });
    await room.review('admin-ti-dua', change, 'APPROVE');
    expect((await room.look(change)).title).toBe('Perubahan sistem: sudah digabung');
    expect((await room.look(item)).title).toMatch(/^Langkah 3 dari 4: menunggu Tim Pengolah Informasi/);
    await room.review('bidang-ikp', item, 'APPROVE');
    expect((await room.look(item)).title).not.toContain('Langkah 3');
  });
});
