import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeOffice } from '../../scripts/local/demo/first-start.ts';
import { officeVariable } from './paraf.ts';

/** The demo office is seeded once for all browser tests: each begins with a copy of its folder. */
export async function setup(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'paraf-e2e-office-'));
  await makeOffice({
    checkout: resolve(import.meta.dirname, '../..'),
    dataDir,
    startAt: undefined,
    log: () => undefined,
  });
  process.env[officeVariable] = dataDir;
  return () => rm(dataDir, { recursive: true, force: true });
}
