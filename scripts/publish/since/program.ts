import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Where everything lies that decides whether a ledger is proven. */
const folders = [
  'content/schema',
  'scripts/core',
  'scripts/github/read',
  'scripts/markdown',
  'scripts/publish',
];

let known: string | null | undefined;

/**
 * Names the program that judges: another one may judge what is old differently. Null where its text is not there to be
 * read, as in a bundle.
 */
export function programId(): string | null {
  if (known === undefined) known = readProgram();
  return known;
}

function readProgram(): string | null {
  const hash = createHash('sha256').update(process.version);
  try {
    for (const folder of folders)
      for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
        if (file.endsWith('.ts') && !file.endsWith('.test.ts'))
          hash.update(`\0${folder}/${file}\0`).update(readFileSync(join(root, folder, file)));
    hash.update('\0').update(readFileSync(join(root, 'package-lock.json')));
  } catch {
    return null;
  }
  return hash.digest('hex');
}
