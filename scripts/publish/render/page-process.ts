/**
 * A process that renders addresses with a bundle of the pages (site/src/render.ts). The bundle is imported from the
 * tree that is published, never from this program, and caches what it reads: so it lives in a process of its own, for
 * one publication.
 */
import type { WrittenFile } from '../manifest.ts';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { linkOrCopy } from '../place-file.ts';
import { pathOf, type Answer, type Question, type TouchedAddresses } from './question.ts';

/** What a bundle exports. */
interface Pages {
  addresses(): Promise<string[]>;
  render(address: string): Promise<Uint8Array>;
  /** The file that holds the bytes of an address already; null where they are to be rendered. Older pages have no such. */
  keptAt?(address: string): Promise<string | null>;
  touched(change: unknown): TouchedAddresses;
  getReady(): Promise<void>;
}

const [, , bundle = '', outDir = ''] = process.argv;
const loading = load();

async function load(): Promise<Pages> {
  const pages = (await import(pathToFileURL(join(bundle, 'halaman/pages.mjs')).href)) as Pages;
  // What fails here fails again where a page needs it, which can then be named.
  await pages.getReady().catch(() => undefined);
  return pages;
}

async function answer(question: Question): Promise<unknown> {
  const pages = await loading;
  switch (question.kind) {
    case 'addresses':
      return pages.addresses().catch(told('Alamat portal tidak dapat didaftar'));
    case 'touched':
      return pages.touched(question.change);
    case 'render': {
      const written: WrittenFile[] = [];
      for (const address of question.addresses) written.push(await write(pages, address));
      return written;
    }
  }
}

async function write(pages: Pages, address: string): Promise<WrittenFile> {
  const path = pathOf(address);
  const file = join(outDir, path);
  mkdirSync(dirname(file), { recursive: true });
  const failed = told(`Halaman ${address} tidak dapat dibuat`);
  const kept = (await pages.keptAt?.(address).catch(failed)) ?? null;
  const bytes = kept === null ? await pages.render(address).catch(failed) : readFileSync(kept);
  if (kept === null) writeFileSync(file, bytes);
  else linkOrCopy(kept, file);
  return { path, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
}

/** Says what failed before why. */
function told(what: string): (error: unknown) => never {
  return (error) => {
    throw new Error(`${what}: ${reason(error)}`, { cause: error });
  };
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

process.on('message', (question: Question) => {
  void answer(question).then(
    (value) => reply({ value }),
    (error: unknown) => reply({ error: reason(error) }),
  );
});
// Whoever asked is gone, so nobody waits for the rest.
process.on('disconnect', () => process.exit());

function reply(given: Answer): void {
  process.send?.(given);
}
