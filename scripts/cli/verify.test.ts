import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folder, openArchive, type Archive } from '../publish/testing/archive.ts';
import { paraf } from './testing/paraf.ts';

let archive: Archive;
let clone: string;
let paths: { main: string; paraf: string };

/** A plain clone of the office's repository as it stands now. */
function cloned(): string {
  rmSync(clone, { recursive: true, force: true });
  execFileSync('git', ['clone', '--quiet', archive.repoDir, clone]);
  return clone;
}

beforeAll(() => {
  archive = openArchive();
  clone = join(mkdtempSync(join(tmpdir(), 'paraf-klon-')), 'portal');
  archive.merge(folder('satu'), { [`${folder('satu')}/index.md`]: '---\njudul: Satu\n---\n' });
  const tip = (name: string) => archive.git.commitOf(`refs/heads/${name}`) ?? '';
  paths = { main: tip('main'), paraf: tip('paraf') };
});
afterAll(() => {
  archive.stop();
  rmSync(join(clone, '..'), { recursive: true, force: true });
});

describe('paraf verify', () => {
  it('proves the portal from a plain clone, and says what to keep for the next time', async () => {
    const { main, paraf: tip } = paths;
    expect(await paraf('verify', '--repo', cloned(), '--sejak', tip)).toEqual({
      code: 0,
      out: `2 catatan diperiksa, 1 butir tayang. Semuanya terbukti.\nmain ${main}\nparaf ${tip}\nSimpan nomor paraf itu: pemeriksaan berikutnya dengan --sejak membuktikan bahwa riwayatnya tidak ditulis ulang.\n`,
      err: '',
    });
  });

  it('names the first thing that does not fit, and all the others, with 1', async () => {
    const entry = 'ledger/2026/11/000002.json';
    const text = execFileSync('git', ['--git-dir', archive.repoDir, 'show', `paraf:${entry}`], {
      encoding: 'utf8',
    });
    const commit = archive.commit('paraf', {
      [entry]: text.replace('"putaranKoreksi":0', '"putaranKoreksi":1'),
    });
    archive.commit('main', { [`${folder('satu')}/index.md`]: 'Diubah langsung.' });
    const { code, out, err } = await paraf('verify', '--repo', cloned());
    const [first, ...rest] = err.split('\n');
    expect([code, first]).toEqual([1, 'Yang pertama tidak cocok:']);
    expect(rest.join('\n')).toContain(`Isi ${folder('satu')} di main (sidik `);
    expect(rest.join('\n')).toContain(
      `Tidak cocok pula:\nparaf:${entry}: ${entry} diubah oleh commit ${commit}, padahal catatan hanya boleh bertambah.`,
    );
    expect(out).toMatch(/^2 catatan diperiksa, 0 butir tayang\. 2 hal tidak cocok\.\n/);
    const json = await paraf('verify', '--repo', clone, '--json');
    expect(JSON.parse(json.out)).toMatchObject({ terbukti: false, catatan: 2, tayang: 0 });
  });

  it('is told apart from wrong use, and from a folder that is no repository', async () => {
    expect(await paraf('verify', '--sejak', 'kemarin')).toEqual({
      code: 2,
      out: '',
      err: '“kemarin” bukan id commit yang utuh. Salin 40 angkanya dari hasil pemeriksaan dahulu.\n',
    });
    expect(await paraf('verify', '--repo', join(clone, 'tidak-ada'))).toMatchObject({ code: 2 });
    const { code, err } = await paraf('verify', '--repo', join(clone, '..'));
    expect([code, err.split('. ')[0]]).toEqual([3, `Repositori ${join(clone, '..')} tidak dapat dibaca`]);
  });
});
