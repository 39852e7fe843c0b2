import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashesOf, readManifest, siteFiles, writeManifest } from './manifest.ts';
import { sendSite, type SendTarget } from './send.ts';

/** Where there is no rsync (a plain Windows), there is nothing to send with, and it must say so. */
const hasRsync = spawnSync('rsync', ['--version']).status === 0;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paraf-kirim-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A portal with a page, one that every portal has, and more. */
async function portal(text: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const site = join(folder, 'portal');
  rmSync(site, { recursive: true, force: true });
  for (const [name, content] of Object.entries({
    'index.html': text,
    'berita/tetap.html': 'tetap',
    ...more,
  })) {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), content);
  }
  await writeManifest(site, { sistem: 'a'.repeat(40), asOf: '2026-11-02' });
  return site;
}

const path = () => join(folder, 'peladen');
const shown = (name = 'index.html') => readFileSync(join(path(), 'site', 'kini', name), 'utf8');

/** A server behind a shell that does as ssh does: joins the words for the host and gives them to the host's shell. */
function server(): SendTarget {
  mkdirSync(path());
  const shell = join(folder, 'ssh palsu');
  writeFileSync(
    shell,
    `#!/bin/sh
echo "$@" >> '${join(folder, 'catatan')}'
while [ "\${1%peladen.contoh}" = "$1" ]; do shift; done
shift
[ -e '${join(folder, 'putus')}' ] && case "$*" in *rsync*) exit 255 ;; esac
exec sh -c "$*"
`,
  );
  chmodSync(shell, 0o755);
  return { host: 'paraf@peladen.contoh', path: path(), shell: [shell, '-p', '22'] };
}

if (hasRsync) {
  it('shows a portal by one switch, keeps the one before, and sends again only what changed', async () => {
    const target = server();
    await sendSite(await portal('satu'), target);
    expect(shown()).toBe('satu');
    const kept = statSync(join(path(), 'site', 'kini', 'berita', 'tetap.html')).ino;

    await sendSite(await portal('dua'), target);
    expect([shown(), readlinkSync(join(path(), 'site', 'kini'))]).toEqual(['dua', 'portal-b']);
    expect(statSync(join(path(), 'site', 'kini', 'berita', 'tetap.html')).ino).toBe(kept);
    expect(readFileSync(join(path(), 'site', 'portal-a', 'index.html'), 'utf8')).toBe('satu');

    await sendSite(await portal('tiga'), target);
    expect(shown()).toBe('tiga');
    expect(readdirSync(join(path(), 'site')).toSorted()).toEqual(['kini', 'portal-a', 'portal-b']);
  });

  it('leaves there exactly what is sent: files that went, folders where files were, and what others put there', async () => {
    const target = server();
    await sendSite(await portal('satu', { a: 'berkas', 'b/isi': 'isi', 'lama/index.html': 'lama' }), target);
    mkdirSync(join(path(), 'site/kini/titipan'));
    writeFileSync(join(path(), 'site/kini/titipan/masuk.php'), 'pintu');
    const site = await portal('dua', { 'a/isi': 'isi', b: 'berkas', "di'a (1).txt": 'nama' });
    await sendSite(site, target);
    const there = join(path(), 'site/kini');
    expect(siteFiles(there)).toEqual(siteFiles(site));
    expect(await hashesOf(there, siteFiles(there))).toEqual(readManifest(there)?.files);
    expect(readdirSync(there).toSorted()).toEqual(readdirSync(site).toSorted());
  });

  it('puts right what is missing or foreign there, and, where it is to look closely, what was changed there', async () => {
    const target = server();
    const site = await portal('satu');
    await sendSite(site, target);
    rmSync(join(path(), 'site/kini/berita/tetap.html'));
    await sendSite(site, target);
    expect(shown('berita/tetap.html')).toBe('tetap');
    writeFileSync(join(path(), 'site/kini/masuk.php'), 'pintu');
    await sendSite(site, target);
    expect(siteFiles(join(path(), 'site/kini'))).toEqual(siteFiles(site));

    writeFileSync(join(path(), 'site/kini/index.html'), 'coretan');
    await sendSite(site, target);
    expect(shown()).toBe('coretan');
    await sendSite(site, target, { isThorough: true });
    expect(shown()).toBe('satu');
  });

  it('sends nothing that the server asks for and the portal does not have', async () => {
    const target = server();
    const site = await portal('satu');
    writeFileSync(join(folder, 'rahasia'), 'kunci');
    const [shell = ''] = target.shell;
    // The server answers the second question with more than it was asked.
    writeFileSync(
      shell,
      readFileSync(shell, 'utf8').replace(
        'exec sh -c "$*"',
        'sh -c "$*"; case "$*" in sh*) echo ../rahasia ;; esac',
      ),
    );
    await expect(sendSite(site, target)).rejects.toThrow(
      'Peladen meminta ../rahasia, yang bukan bagian portal. Periksa siapa yang menguasainya.',
    );
    expect(existsSync(join(path(), 'site/kini'))).toBe(false);
  });

  it('has the same name for the same content, and showing it again changes nothing', async () => {
    const target = server();
    const first = await sendSite(await portal('satu'), target);
    await sendSite(await portal('dua'), target);
    expect(await sendSite(await portal('satu'), target)).toBe(first);
    expect(shown()).toBe('satu');
    const before = readlinkSync(join(path(), 'site/kini'));
    expect(await sendSite(await portal('satu'), target)).toBe(first);
    expect(readlinkSync(join(path(), 'site/kini'))).toBe(before);
    expect(readdirSync(join(path(), 'site')).toSorted()).toEqual(['kini', 'portal-a', 'portal-b']);
  });

  it('leaves the old portal when the connection breaks, and goes on the next time', async () => {
    const target = server();
    await sendSite(await portal('satu'), target);
    writeFileSync(join(folder, 'putus'), '');
    await expect(sendSite(await portal('dua'), target)).rejects.toThrow(
      /^Portal belum terkirim; yang lama tetap tayang\. rsync berhenti dengan \d+: /,
    );
    expect(shown()).toBe('satu');
    rmSync(join(folder, 'putus'));
    await sendSite(await portal('dua'), target);
    expect(shown()).toBe('dua');
  });

  it('writes into a folder of this machine without any shell between', async () => {
    mkdirSync(path());
    await sendSite(await portal('satu'), { host: null, path: path(), shell: [] });
    expect(shown()).toBe('satu');
    expect(existsSync(join(folder, 'catatan'))).toBe(false);
  });

  it('shows no folder that is no portal', async () => {
    const target = server();
    const site = await portal('satu');
    rmSync(join(site, 'index.html'));
    await expect(sendSite(site, target)).rejects.toThrow(
      `Folder ${site} bukan portal yang utuh: index.html atau daftar berkasnya (manifes.sha256) tidak ada. Terbitkan dahulu.`,
    );
  });
  it('sends as a workflow does, with a key that is gone afterwards', async () => {
    const { shell } = server();
    const programs = join(folder, 'bin');
    mkdirSync(programs);
    // ssh, as far as this machine is concerned; it also keeps what it was told to believe.
    writeFileSync(
      join(programs, 'ssh'),
      `#!/bin/sh
cat "$2" > '${join(folder, 'kunci')}'
exec '${shell[0]!}' "$@"
`,
    );
    chmodSync(join(programs, 'ssh'), 0o755);
    const scratch = join(folder, 'sementara');
    mkdirSync(scratch);
    const done = spawnSync(
      process.execPath,
      [join(import.meta.dirname, 'send-main.ts'), await portal('satu'), 'teliti'],
      {
        encoding: 'utf8',
        env: {
          PATH: `${programs}:${process.env['PATH'] ?? ''}`,
          TMPDIR: scratch,
          PARAF_SERVER: 'paraf@peladen.contoh',
          PARAF_SERVER_PATH: path(),
          PARAF_SERVER_KEY: 'isi kunci',
          PARAF_SERVER_HOST_KEYS: 'peladen.contoh ssh-ed25519 AAAA',
        },
      },
    );
    expect([done.status, done.stderr]).toEqual([0, '']);
    expect(done.stdout).toMatch(/^Portal [0-9a-f]{16} tayang di paraf@peladen\.contoh\.\n$/);
    expect(shown()).toBe('satu');
    expect(readFileSync(join(folder, 'kunci'), 'utf8')).toBe('isi kunci\n');
    expect(readdirSync(scratch)).toEqual([]);
    expect(readFileSync(join(folder, 'catatan'), 'utf8')).toMatch(/StrictHostKeyChecking=yes[^]* teliti$/m);
  });
} else
  it('says that rsync is missing', async () => {
    mkdirSync(path());
    await expect(sendSite(await portal('satu'), { host: null, path: path(), shell: [] })).rejects.toThrow(
      'Program rsync tidak ada di sini. Pasang (misalnya apt install rsync), lalu ulangi.',
    );
  });

it.each([
  [
    'a server that is an option of ssh',
    { host: '-oProxyCommand=x@y' },
    'Peladen “-oProxyCommand=x@y” tidak terbaca.',
  ],
  ['a server with a command', { host: 'a@b;reboot' }, 'Peladen “a@b;reboot” tidak terbaca.'],
  [
    'a folder with a command',
    { path: '/srv/$(reboot)' },
    'Folder /srv/$(reboot) di peladen tidak dapat dipakai.',
  ],
  ['a folder above', { path: '/srv/../etc' }, 'Folder /srv/../etc di peladen tidak dapat dipakai.'],
  ['a folder from nowhere', { path: 'srv/portal' }, 'Folder srv/portal di peladen tidak dapat dipakai.'],
])('refuses %s', async (_, wrong, message) => {
  const target = { host: 'paraf@peladen.contoh', path: '/srv/portal', shell: ['ssh'], ...wrong };
  await expect(sendSite(await portal('satu'), target)).rejects.toThrow(message);
});

it('says all at once what it was not told', () => {
  const done = spawnSync(process.execPath, [join(import.meta.dirname, 'send-main.ts'), folder], {
    encoding: 'utf8',
    env: { PARAF_SERVER: 'paraf@peladen.contoh' },
  });
  expect([done.status, done.stderr]).toEqual([
    2,
    'Pengiriman belum dapat dimulai: sebutkan folder portal, dan isi PARAF_SERVER_PATH, PARAF_SERVER_KEY, PARAF_SERVER_HOST_KEYS pada lingkungan “peladen”.\n',
  ]);
});
