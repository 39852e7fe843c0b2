import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsText } from '../testing/archive.ts';
import { followCheckout } from './checkout.ts';
import { openIndex } from './database.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'paraf-salinan-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const folder = (month: string, slug: string) => `content/berita/2026/${month}/${slug}`;
const file = (path: string) => join(root, path, 'index.md');
const write = (path: string, text = newsText('Isi.')) => {
  mkdirSync(join(root, path), { recursive: true });
  writeFileSync(file(path), text);
};
const follow = (database: DatabaseSync) => followCheckout(database, { root, base: '/' });
const read = (database: DatabaseSync) =>
  database
    .prepare('SELECT path, teks FROM item ORDER BY path')
    .all()
    .map(({ path, teks }) => `${String(path).slice('content/berita/2026/'.length)} ${String(teks)}`);

describe('an index that follows a checkout', () => {
  it('holds every item, an unfinished draft aside, which it names', () => {
    write(folder('11', 'satu'));
    write(folder('11', 'separuh'), '---\njudul: x\n---\n');
    mkdirSync(join(root, folder('11', 'kosong')), { recursive: true });
    const database = openIndex(':memory:');
    const follower = follow(database);
    const issues = follower.step(Infinity);
    expect(new Set(issues.map(({ file: at }) => at))).toEqual(
      new Set([`${folder('11', 'separuh')}/index.md`]),
    );
    expect([read(database), follower.isDone]).toEqual([['11/satu Isi.'], true]);
    expect(database.prepare('SELECT entry, terbit, urut FROM item').get()).toEqual({
      entry: 'null',
      terbit: null,
      urut: '2026-11-02T05:00:00.000Z',
    });
  });

  it('goes on where its time was over, the newest months first', () => {
    for (const [month, slug] of [
      ['09', 'lama'],
      ['11', 'baru'],
      ['10', 'tengah'],
    ] as const)
      write(folder(month, slug));
    const database = openIndex(':memory:');
    const follower = follow(database);
    follower.step(-1);
    expect([read(database), follower.isDone]).toEqual([['11/baru Isi.'], false]);
    expect(follower.unread()).toEqual([folder('09', 'lama'), folder('10', 'tengah')]);
    follower.step(-1);
    follower.step(-1);
    expect([read(database).length, follower.isDone, follower.unread()]).toEqual([3, true, []]);
  });

  it('reads again only what has another name, size or time, and forgets what is gone', () => {
    write(folder('11', 'satu'));
    write(folder('11', 'dua'));
    const keepTime = () => utimesSync(file(folder('11', 'satu')), 0, 1_700_000_000);
    keepTime();
    const database = openIndex(':memory:');
    follow(database).step(Infinity);
    // Another text of the same length and time: nobody has looked.
    write(folder('11', 'satu'), newsText('Usi.'));
    keepTime();
    rmSync(join(root, folder('11', 'dua')), { recursive: true });
    write(folder('11', 'tiga'));
    follow(database).step(Infinity);
    expect(read(database)).toEqual(['11/satu Isi.', '11/tiga Isi.']);
    write(folder('11', 'satu'), newsText('Lebih panjang.'));
    follow(database).step(Infinity);
    expect(read(database)).toEqual(['11/satu Lebih panjang.', '11/tiga Isi.']);
  });

  it('reads one item at once, whatever it has of it', () => {
    write(folder('11', 'satu'));
    const database = openIndex(':memory:');
    const follower = follow(database);
    follower.read(folder('11', 'satu'));
    expect(read(database)).toEqual(['11/satu Isi.']);
    rmSync(join(root, folder('11', 'satu')), { recursive: true });
    follower.read(folder('11', 'satu'));
    expect(read(database)).toEqual([]);
  });
});
