import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portalVariable } from './portal.ts';

/** A folder for the portal that the browser tests share; the first test that needs it builds it. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'paraf-e2e-portal-'));
  process.env[portalVariable] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
