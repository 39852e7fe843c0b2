import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildIndex, type Publication } from './build-index.ts';
import { openIndex } from './database.ts';
import { fromDirectory } from './from-directory.ts';
import { fingerprint } from './state.ts';
import { openOffice } from './testing/office.ts';

/** As many as several threads share. */
const count = 1200;
const office = openOffice();
const path = (n: number) => `content/berita/2026/11/kabar-${n}`;

let root: string;
const write = (of: string) => {
  mkdirSync(join(root, of), { recursive: true });
  for (const { path: name, bytes } of office.readTree(of)) writeFileSync(join(root, of, name), bytes);
};
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'paraf-banyak-'));
  for (let n = 0; n < count; n += 1) {
    office.publish(path(n), { text: `Isi nomor ${n}.` });
    write(path(n));
  }
  office.withdraw(path(7));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function indexWith(shared: Pick<Publication, 'root'>) {
  const database = openIndex(':memory:');
  const { ledger, live } = office;
  const state = { asOf: '2026-11-20', sistem: 'c', tunggakan: [] };
  const readTree = fromDirectory(root);
  buildIndex(database, { ledger, live, state, readTree, base: '/', measure: () => 1, ...shared });
  const rows = database.prepare('SELECT * FROM item ORDER BY path').all();
  return { rows: rows.map((row) => JSON.stringify(row)), fingerprint: fingerprint(database) };
}

it('an index that all cores made is the one that a single one makes', () => {
  const alone = indexWith({});
  expect(alone.rows).toHaveLength(count);
  expect(indexWith({ root })).toEqual(alone);
}, 30_000);

it('every fault is told, whichever thread found it, and what cannot be read stops it', () => {
  for (const n of [3, 1100]) writeFileSync(join(root, path(n), 'index.md'), 'Bukan yang disetujui.');
  const refused = new RegExp(
    [3, 1100]
      .map((n) => `${path(n)}/index\\.md: Isi folder ini`)
      .toSorted()
      .join('[^]*'),
  );
  expect(() => indexWith({ root })).toThrow(refused);
  rmSync(join(root, path(500)), { recursive: true });
  expect(() => indexWith({ root })).toThrow(/ENOENT/);
  for (const n of [3, 500, 1100]) write(path(n));
}, 30_000);
