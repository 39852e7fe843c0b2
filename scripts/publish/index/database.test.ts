import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { onlyRowsBy, openIndex, openPrepared } from './database.ts';
import { readState, writeState } from './state.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paraf-indeks-'));
  file = join(folder, 'indeks.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const state = { asOf: '2026-11-20', sistem: 'c', tunggakan: [] };
const written = () => {
  const database = openIndex(file);
  writeState(database, state);
  database.close();
};
const found = () => {
  const database = openIndex(file);
  const state = readState(database);
  database.close();
  return state;
};

it('an index stays as it was written', () => {
  written();
  expect(found()).toEqual(state);
});

it('an index of another version is emptied, and cannot be read as a prepared one', () => {
  written();
  const database = openIndex(file);
  database.exec('PRAGMA user_version = 1');
  database.close();
  expect(() => openPrepared(file)).toThrow(
    `${file} disiapkan oleh versi lain dari program ini, jadi tidak dapat dibaca. Terbitkan lagi: indeksnya dibuat baru.`,
  );
  expect(found()).toBeNull();
});

it('an index keeps only what this very program made', () => {
  const after = (program: string | null) => {
    const database = openIndex(file);
    onlyRowsBy(database, program);
    const state = readState(database);
    database.close();
    written();
    return state;
  };
  written();
  expect([after('a'), after('a'), after('b'), after(null), after(null)]).toEqual([
    null,
    state,
    null,
    null,
    null,
  ]);
});

it.each([
  ['is no database', () => writeFileSync(file, 'bukan pangkalan data '.repeat(100))],
  [
    'lost its head',
    () => {
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.fill(255, 100, 4000));
    },
  ],
])('a file that %s makes room for a new index', (_, damage) => {
  written();
  damage();
  expect(found()).toBeNull();
  written();
  expect(found()).toEqual(state);
});

it('who reads while another process writes sees what was there before, all of it', () => {
  written();
  const [reader, writer] = [openPrepared(file), openIndex(file)];
  writer.exec('BEGIN IMMEDIATE');
  writeState(writer, { ...state, asOf: '2026-11-21' });
  expect(readState(reader)?.asOf).toBe('2026-11-20');
  writer.exec('COMMIT');
  expect(readState(reader)?.asOf).toBe('2026-11-21');
  for (const database of [reader, writer]) database.close();
});
