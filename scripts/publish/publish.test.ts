import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentSite, siteDir } from './deploy.ts';
import { takeLock } from './lock.ts';
import { createPublisher, publish, type PublishOptions } from './publish.ts';
import { openIndex } from './index/database.ts';
import { indexIn } from './prepare.ts';
import { folder, newsText, openArchive, type Archive } from './testing/archive.ts';
import { fakeBuild, fakePages, pagesBy } from './testing/fake-pages.ts';

const stopping = fileURLToPath(new URL('testing/stopping.ts', import.meta.url));

let archive: Archive;
beforeEach(() => {
  archive = openArchive();
});
afterEach(() => archive.stop());

const item = (slug: string, text = 'Isi.') => ({ [`${folder(slug)}/index.md`]: newsText(text) });

const options = (more: Partial<PublishOptions> = {}): PublishOptions => ({
  repoDir: archive.repoDir,
  dataDir: archive.dataDir,
  modules: '/tidak-dipakai',
  now: () => '2026-11-02T08:00:00+07:00',
  pages: fakePages,
  ...more,
});

/** What the public sees. */
const shown = () => {
  const site = currentSite(archive.dataDir);
  return site === null ? null : readFileSync(join(site, 'index.html'), 'utf8');
};

describe('publish', () => {
  it('shows the approved items on the approved system, byte for byte', async () => {
    archive.commit('main', { ...item('satu', 'Satu\r\n'), ...item('dua'), 'site/halaman.txt': 'disusupi' });
    archive.approve(folder('satu'));
    const done = await publish(options());
    expect(shown()).toBe('v1\n2026-11-02\nSatu\r\n');
    expect(done).toMatchObject({ isSwitched: true, live: 1, told: [] });
    expect(done.findings.map(({ code }) => code)).toEqual(['sistem-belum-disetujui', 'belum-disetujui']);
  });

  it('does nothing the second time, and tells nobody again', async () => {
    archive.commit('main', item('satu'));
    archive.approve(folder('satu'));
    let builds = 0;
    const counted = options({
      pages: pagesBy((job) => {
        builds += 1;
        fakeBuild(job);
      }),
    });
    await publish(counted);
    expect(await publish(counted)).toMatchObject({ isSwitched: false, told: [] });
    expect(builds).toBe(1);
  });

  it('takes a page away once its item is no longer the approved one, and brings back an older portal as it was', async () => {
    archive.commit('main', item('satu'));
    archive.approve(folder('satu'));
    await publish(options());
    const first = shown();
    archive.commit('main', item('satu', 'Diubah.'));
    await publish(options());
    expect(shown()).toBe('v1\n2026-11-02');
    archive.commit('main', item('satu'));
    await publish(options());
    expect(shown()).toBe(first);
  });

  it('uses a new system only once it is recorded', async () => {
    archive.commit('main', { 'site/halaman.txt': 'v2', ...item('satu') });
    archive.approve(folder('satu'));
    await publish(options());
    expect(shown()).toBe('v1\n2026-11-02\nIsi.');
    archive.approveSistem();
    await publish(options());
    expect(shown()).toBe('v2\n2026-11-02\nIsi.');
  });

  it('builds nothing from a system that was not proven, not even once the ledger was mended', async () => {
    archive.commit('main', item('satu'));
    archive.approve(folder('satu'));
    await publish(options());
    const before = shown();
    const mend = archive.mark();
    archive.commit('main', { 'site/halaman.txt': 'disusupi', ...item('palsu') });
    archive.approveSistem();
    archive.approve(folder('palsu'), { commit: 'e'.repeat(40) });
    await expect(publish(options())).rejects.toThrow(
      `Objek ${'e'.repeat(40)} (commit penggabungan) tidak ada di repositori ini.`,
    );
    expect(shown()).toBe(before);
    mend();
    archive.commit('main', item('dua', 'Dua.'));
    archive.approve(folder('dua'));
    await publish(options());
    expect(shown()).toBe('v1\n2026-11-02\nDua.\nIsi.');
  });

  it('says when an item was first published, once a correction published it again', async () => {
    archive.commit('main', item('satu'));
    const first = archive.approve(folder('satu'));
    archive.commit('main', item('satu', 'Ralat.'));
    archive.approve(folder('satu'));
    await publish(options());
    const database = openIndex(indexIn(join(archive.dataDir, 'terbit')));
    expect(database.prepare('SELECT terbit, diralat FROM item').all()).toEqual([
      { terbit: first.at, diralat: 1 },
    ]);
    database.close();
  });

  it('keeps the old portal and leaves nothing half done when a build fails', async () => {
    archive.commit('main', item('satu'));
    archive.approve(folder('satu'));
    await publish(options());
    const before = shown();
    archive.commit('main', item('dua'));
    archive.approve(folder('dua'));
    const failing = options({
      pages: pagesBy(({ outDir }) => {
        mkdirSync(outDir, { recursive: true });
        writeFileSync(join(outDir, 'index.html'), 'setengah jadi');
        throw new Error('kehabisan ruang');
      }),
    });
    await expect(publish(failing)).rejects.toThrow('kehabisan ruang');
    expect(shown()).toBe(before);
    await publish(options());
    expect(shown()).toBe('v1\n2026-11-02\nIsi.\nIsi.');
  });

  it('begins an exported tree anew that was being written when the machine stopped', async () => {
    archive.commit('main', item('satu'));
    archive.approve(folder('satu'));
    await publish(options());
    const work = join(archive.dataDir, 'terbit');
    writeFileSync(join(work, 'pohon', folder('satu'), 'index.md'), 'separuh');
    const index = openIndex(indexIn(work));
    index.exec('DELETE FROM salinan');
    index.close();
    archive.commit('main', item('dua', 'Dua.'));
    archive.approve(folder('dua'));
    await publish(options({ isWhole: true }));
    expect(shown()).toBe('v1\n2026-11-02\nDua.\nIsi.');
  });

  it('tells again what it could not tell, and shows it all the same', async () => {
    archive.commit('main', item('satu'));
    archive.approve(folder('satu'));
    const deaf = options({ onLive: () => Promise.reject(new Error('GitHub tidak menjawab')) });
    await expect(publish(deaf)).rejects.toThrow('GitHub tidak menjawab');
    expect(shown()).toBe('v1\n2026-11-02\nIsi.');
    const heard: string[] = [];
    const listening = options({
      onLive: (entries) => {
        heard.push(...entries.map(({ path }) => path));
        return Promise.resolve();
      },
    });
    await publish(listening);
    await publish(listening);
    expect(heard).toEqual([folder('satu')]);
  });

  it('keeps the portal before the present one, and no more', async () => {
    for (const slug of ['satu', 'dua', 'tiga', 'empat']) {
      archive.commit('main', item(slug));
      archive.approve(folder(slug));
      await publish(options());
    }
    const folders = readdirSync(siteDir(archive.dataDir), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders).toHaveLength(2);
  });
});

describe('a machine that stops', () => {
  /** Publishes in another process, which is killed where it says that it has got to. */
  async function killedAt(point: 'membangun' | 'beralih'): Promise<void> {
    const child = spawn(process.execPath, [stopping, archive.repoDir, archive.dataDir, point], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  it.each([
    ['in the middle of building', 'membangun', 'v1\n2026-11-02\nLama.'],
    ['between the switch and the telling', 'beralih', 'v1\n2026-11-02\nBaru.'],
  ] as const)(
    '%s leaves a whole portal, and the next publication is the same as ever',
    async (_, point, meanwhile) => {
      archive.commit('main', item('satu', 'Lama.'));
      archive.approve(folder('satu'));
      await publish(options());
      archive.commit('main', item('satu', 'Baru.'));
      const entry = archive.approve(folder('satu'));
      await killedAt(point);
      expect(shown()).toBe(meanwhile);

      const heard: unknown[] = [];
      await publish(options({ onLive: (entries) => Promise.resolve(void heard.push(...entries)) }));
      expect(shown()).toBe('v1\n2026-11-02\nBaru.');
      expect(heard).toEqual([entry]);
      expect(readdirSync(siteDir(archive.dataDir)).filter((name) => name.endsWith('.dibangun'))).toEqual([]);
    },
  );
});

describe('one at a time', () => {
  it('refuses while another process publishes, and takes over from one that is gone', async () => {
    mkdirSync(archive.dataDir, { recursive: true });
    const lock = join(archive.dataDir, 'penerbitan.lock');
    writeFileSync(lock, String(process.ppid));
    await expect(publish(options())).rejects.toThrow(
      `Proses lain (${process.ppid}) sedang menerbitkan dari folder ini. Tunggu sampai selesai; bila proses itu bukan Paraf, hapus ${lock}.`,
    );
    writeFileSync(lock, '999999999');
    await publish(options());
    expect(existsSync(lock)).toBe(false);
    takeLock(archive.dataDir)();
  });

  it('makes one publication of many requests that come while one runs', async () => {
    archive.commit('main', item('satu'));
    archive.approve(folder('satu'));
    let builds = 0;
    const publisher = createPublisher(
      options({
        pages: pagesBy((job) => {
          builds += 1;
          fakeBuild(job);
          if (builds > 1) return;
          archive.commit('main', item('dua', 'Dua.'));
          archive.approve(folder('dua'));
        }),
      }),
    );
    await Promise.all([publisher.request(), publisher.request(), publisher.request(), publisher.request()]);
    await publisher.idle();
    expect(builds).toBe(2);
    expect(shown()).toBe('v1\n2026-11-02\nDua.\nIsi.');
  });
});
