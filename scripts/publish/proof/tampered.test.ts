import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatIssue } from '../../core/issue.ts';
import { folder, openArchive, type Archive } from '../testing/archive.ts';
import { verify, VerifyError } from '../verify.ts';
import { prove } from './prove.ts';

let archive: Archive;
beforeAll(() => {
  archive = openArchive();
  for (const slug of ['satu', 'dua'])
    archive.merge(folder(slug), {
      [`${folder(slug)}/index.md`]: `---\njudul: ${slug}\n---\n\nIsi ${slug}.\n`,
      [`${folder(slug)}/foto.png`]: `gambar ${slug}`,
    });
});
afterAll(() => archive.stop());

/** Everything that does not fit, whether it stops the reading or not. */
async function told(): Promise<string[]> {
  try {
    return (await prove(archive.git, await verify(archive.git), { isDeep: true })).map(formatIssue);
  } catch (error) {
    return [error instanceof VerifyError ? error.message : String(error)];
  }
}

/** Every object on which the published portal rests: merges, folders and files of items, and the whole ledger. */
function objects(): string[] {
  const { git } = archive;
  const items = git.tree('main', { isRecursive: true, paths: ['content/berita/'] });
  const ledger = git.tree('paraf', { isRecursive: true });
  const merges = git.text('rev-list', '-2', 'main').trim().split('\n');
  return [...merges, ...[...items, ...ledger].map(({ oid }) => oid)];
}

it('names any single byte that changed in a merge, a folder, a file or the ledger', async () => {
  expect(await told()).toEqual([]);
  const all = objects();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...all),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (oid, place, bits) => {
        const file = join(archive.repoDir, 'objects', oid.slice(0, 2), oid.slice(2));
        const stored = readFileSync(file);
        const bytes = inflateSync(stored);
        const body = bytes.indexOf(0) + 1;
        const at = body + (place % (bytes.length - body));
        bytes[at] = bytes[at]! ^ bits;
        rmSync(file);
        writeFileSync(file, deflateSync(bytes));
        try {
          expect(await told()).not.toEqual([]);
        } finally {
          rmSync(file);
          writeFileSync(file, stored);
        }
      },
    ),
    { numRuns: Math.min(Number(process.env['PARAF_RUNS'] ?? 12), 300) },
  );
  expect(await told()).toEqual([]);
}, 120_000);
