import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** What the machine says when it has stopped. */
export class Stopped extends Error {}

const names = [
  'copyFileSync',
  'linkSync',
  'mkdirSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'symlinkSync',
  'unlinkSync',
  'writeFileSync',
] as const;

/**
 * Runs a work on a machine that stops before its nth change of the disk: that one and all that come after it fail, so
 * that nothing is tidied up either.
 *
 * @returns whether the work was stopped; false: it was done before
 */
export async function stoppingBefore(nth: number, work: () => Promise<unknown>): Promise<boolean> {
  let changes = 0;
  const count = () => {
    changes += 1;
    if (changes >= nth) throw new Stopped();
  };
  return withChanged(count, async () => {
    try {
      await work();
      return false;
    } catch (error) {
      if (error instanceof Stopped) return true;
      throw error;
    }
  });
}

/** Runs a work on a file system that knows no hard links. */
export async function withoutLinks<T>(work: () => Promise<T>): Promise<T> {
  const { linkSync } = fs;
  fs.linkSync = () => {
    throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' });
  };
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    fs.linkSync = linkSync;
    syncBuiltinESMExports();
  }
}

async function withChanged<T>(before: () => void, work: () => Promise<T>): Promise<T> {
  const functions = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
  const kept = names.map((name) => [name, functions[name]!] as const);
  const { open } = fsPromises;
  for (const [name, real] of kept)
    functions[name] = (...args: unknown[]) => {
      before();
      return real(...args);
    };
  // A file that was opened to be written is there, and empty, before anything is in it.
  fsPromises.open = async (...args) => {
    if (args[1] === 'w') before();
    const handle = await open(...args);
    if (args[1] !== 'w') return handle;
    const { writeFile } = handle;
    handle.writeFile = (...bytes) => {
      before();
      return writeFile.apply(handle, bytes);
    };
    return handle;
  };
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    for (const [name, real] of kept) functions[name] = real;
    fsPromises.open = open;
    syncBuiltinESMExports();
  }
}
