import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTar, tarOf } from './tar.ts';
import { tarEntry, type TarEntry } from './testing/hostile-tar.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paraf-tar-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const limits = { files: 10, bytes: 5_000_000 };

/** What is in a tar that arrives in pieces of this length. */
async function read(tar: Buffer, piece = 700, within = limits): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  async function* pieces() {
    for (let at = 0; at < tar.length; at += piece) yield tar.subarray(at, at + piece);
  }
  await readTar(pieces(), within, (path) => {
    files[path] = '';
    return {
      write: (bytes) => void (files[path] += bytes.toString('latin1')),
      end: () => undefined,
    };
  });
  return files;
}

const long = `situs/ppid/informasi-publik/${'dinas-komunikasi/'.repeat(9)}berkas-é.html`;
const content: Readonly<Record<string, string>> = {
  'simpanan.json': '{}',
  'situs/kosong.txt': '',
  'situs/tepat.bin': 'x'.repeat(512),
  [long]: 'panjang',
  'besar.bin': 'y'.repeat(2_100_000),
};

function packed(): Buffer {
  const files = Object.entries(content).map(([path, text]) => {
    const from = join(folder, path);
    mkdirSync(dirname(from), { recursive: true });
    writeFileSync(from, text);
    return { path, from };
  });
  return Buffer.concat([...tarOf(files)]);
}

it('what was packed is there again, in pieces of any length, and the same for every tar program', async () => {
  const tar = packed();
  for (const piece of [1000, 64, tar.length]) expect(await read(tar, piece)).toEqual(content);
  writeFileSync(join(folder, 'a.tar'), tar);
  const names = execFileSync('tar', ['-tf', join(folder, 'a.tar')], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  expect(names.trim().split('\n')).toEqual(Object.keys(content));
});

describe('a hostile tar is refused', () => {
  const plain: TarEntry = { name: 'situs/a.html' };
  const name = (text: string) => `Nama berkas di dalamnya tidak dapat diterima: ${JSON.stringify(text)}.`;
  const kind = (text: string) => `Isinya bukan berkas biasa: ${JSON.stringify(text)}.`;
  const cases: readonly (readonly [string, readonly TarEntry[], string])[] = [
    ['that leads out of its folder', [{ name: '../keluar' }], name('../keluar')],
    ['that leads out by the way', [{ name: 'situs/../../keluar' }], name('situs/../../keluar')],
    ['that names a place of the machine', [{ name: '/etc/passwd' }], name('/etc/passwd')],
    ['that means another place on Windows', [{ name: 'situs\\..\\a' }], name('situs\\..\\a')],
    ['that has a file twice', [plain, plain], name('situs/a.html')],
    ['with a symbolic link', [{ name: 'situs/a', type: '2', link: '/etc' }], kind('situs/a')],
    ['with a hard link', [plain, { name: 'situs/b', type: '1', link: '/etc/passwd' }], kind('situs/b')],
    ['with a device', [{ name: 'situs/a', type: '3' }], kind('situs/a')],
    ['with a pipe', [{ name: 'situs/a', type: '6' }], kind('situs/a')],
    ['with a folder, which ours never has', [{ name: 'situs/a', type: '5' }], kind('situs/a')],
    ['with settings for all that follows', [{ name: 'g', type: 'g', body: '11 path=..\n' }], kind('g')],
    [
      'with a long name that leads out',
      [{ name: 'x', type: 'x', body: '14 path=../a\n' }, plain],
      'Arsipnya rusak.',
    ],
    [
      'with a long name, right in its length, that leads out',
      [{ name: 'x', type: 'x', body: '13 path=../a\n' }, plain],
      name('../a'),
    ],
    [
      'with a long name that is a link',
      [{ name: 'x', type: 'x', body: '14 linkpath=a\n' }, plain],
      'Arsipnya rusak.',
    ],
    ['with a long name of nothing', [{ name: 'x', type: 'x', body: '12 path=a/b\n' }], 'Arsipnya terpotong.'],
    ['with the name of another kind of tar', [{ ...plain, magic: 'ustar  \0' }], 'Arsipnya rusak.'],
    [
      'with a size in the other notation',
      [{ ...plain, size: Buffer.from('\x80\0\0\0\0\0\0\0\0\0\0\x01') }],
      'Arsipnya rusak.',
    ],
    ['with a sum that is not right', [{ ...plain, sum: '000000\0 ' }], 'Arsipnya rusak.'],
    [
      'with too many files',
      Array.from({ length: 11 }, (_, n) => ({ name: `situs/${n}` })),
      'Isinya melebihi batas.',
    ],
    ['with too many bytes', [{ ...plain, size: Buffer.from('77777777777 ') }], 'Isinya melebihi batas.'],
  ];
  it.each(cases)('%s', async (_, entries, message) => {
    const tar = Buffer.concat([...entries.map(tarEntry), Buffer.alloc(1024)]);
    await expect(read(tar)).rejects.toThrow(new Error(message));
  });

  it('that breaks off anywhere', async () => {
    const tar = packed();
    for (const length of [0, 100, 512, 700, 3000, tar.length - 1024])
      await expect(read(tar.subarray(0, length))).rejects.toThrow('Arsipnya terpotong.');
  });

  it('that goes on after its end', async () => {
    const tar = Buffer.concat([packed(), tarEntry({ name: 'situs/lagi' })]);
    await expect(read(tar)).rejects.toThrow('Arsipnya rusak.');
  });
});
