import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { officeVariable } from './paraf.ts';

/** The demo office is seeded once for all browser tests: each begins with a copy of its folder. */
export async function setup(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'paraf-e2e-office-'));
  // The runner of the tests loads modules in a way of its own, which a setup would share.
  const program = resolve(import.meta.dirname, 'make-office.ts');
  await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', program, dataDir]);
  process.env[officeVariable] = dataDir;
  return () => rm(dataDir, { recursive: true, force: true });
}
