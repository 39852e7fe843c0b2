import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { placeOf } from '../../content/schema/collections.ts';
import { buildAturan, opdIdsOf, type Parsed } from '../core/aturan.ts';
import type { Issue } from '../core/issue.ts';
import { emptyRoles } from '../core/pelaksana-holders.ts';
import { checkEmblem, emblemFile } from './emblem.ts';
import { checkFile, type ItemFile } from './file.ts';
import { checkItem } from './item.ts';
import { checkMessages as say } from './messages.ts';
import { checkSettings, isSetting, parseSetting } from './settings.ts';

/** The content of a checkout: its settings, its items, and what is wrong with files as such. */
export interface Checkout {
  readonly parsed: readonly Parsed[];
  /** Files by name in the item's folder, by that folder. */
  readonly items: ReadonlyMap<string, readonly ItemFile[]>;
  readonly issues: readonly Issue[];
}

/** A picture beside a page of `content/halaman/`. */
const pagePicture = /^content\/halaman\/(?:[a-z0-9-]+\/)*[a-z0-9-]+\.(?:jpe?g|png|webp)$/;

/** Reads `content/` of a checkout. Throws where the disk does; what is wrong with a file is an issue. */
export function readCheckout(root: string): Checkout {
  const parsed: Parsed[] = [];
  const issues: Issue[] = [];
  const items = new Map<string, ItemFile[]>();
  for (const path of filesUnder(root, 'content')) {
    if (path.startsWith('content/schema/')) continue;
    const place = placeOf(path);
    if (place.kind === 'item') {
      const bytes = readFileSync(join(root, path));
      const files = items.get(place.folder) ?? [];
      files.push({ name: place.rest, size: bytes.length, bytes });
      items.set(place.folder, files);
    } else if (isSetting(path)) {
      const bytes = readFileSync(join(root, path));
      const result = parseSetting(path, blobId(bytes), bytes.toString('utf8'));
      if (result.ok) parsed.push(result.value);
      else issues.push(...result.issues);
    } else if (path === emblemFile) issues.push(...checkEmblem(readFileSync(join(root, path))));
    else if (pagePicture.test(path)) {
      const bytes = readFileSync(join(root, path));
      const [folder, name] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)];
      issues.push(...checkFile(folder, { name, size: bytes.length, bytes }));
    } else issues.push({ code: 'berkas-tersesat', file: path, message: say['berkas-tersesat']() });
  }
  return { parsed, items, issues };
}

/**
 * Everything that is wrong in a checkout, by file and line.
 *
 * @param now ISO 8601 with zone: whether a role has a holder depends on it
 */
export function checkCheckout(root: string, now: string): Issue[] {
  const { parsed, items, issues } = readCheckout(root);
  const aturan = buildAturan(parsed);
  const context = { aturan: aturan.ok ? aturan.value : undefined, opdIds: opdIdsOf(parsed) };
  const found = [...items].flatMap(([folder, files]) => checkItem(folder, files, context));
  return [
    ...issues,
    ...checkSettings(
      parsed,
      issues.map(({ file }) => file),
    ),
    ...(aturan.ok ? emptyRoles(aturan.value, now) : []),
    ...found,
  ].toSorted((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
}

/** Paths of all files under a folder, with `/`, sorted; links are not followed. */
function filesUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted(compare);
}

/** Git's id of a file's content, as the repository would name it. */
function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
