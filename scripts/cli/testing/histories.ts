/** A short history of SOP 2, and files of such, for tests of the command line. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export const id = 'penyebarluasan-informasi';
export const opened = {
  kind: 'opened',
  at: '2026-11-06T16:00:00+07:00',
  by: 1003,
  sidik: 'a',
  kelengkapan: ['dokumentasi', 'data-informasi', 'berita-narasi'],
};
export const submitted = { kind: 'submitted', at: '2026-11-09T09:00:00+07:00', by: 1003, sidik: 'a' };
export const events: readonly object[] = [opened, submitted];
export const signed = (by: number, at: string, more: object = {}) => ({
  kind: 'reviewed',
  at,
  by,
  id: `r${by}`,
  verdict: 'sign',
  sidik: 'a',
  ...more,
});

/** The calendar of this checkout. */
export const calendar = readFileSync('content/kalender.yml', 'utf8');

/** A folder of its own for a file of tests, taken away after them; writers give the path back. */
export function scratchFolder() {
  const scratch = mkdtempSync(join(tmpdir(), 'paraf-cli-'));
  afterAll(() => rmSync(scratch, { recursive: true }));
  const written = (name: string, text: string) => {
    writeFileSync(join(scratch, name), text);
    return join(scratch, name);
  };
  const history = (name: string, list: readonly object[]) =>
    written(name, list.map((event) => `${JSON.stringify(event)}\n`).join(''));
  return { scratch, written, history };
}
