import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { collections, placeOf } from '../../../content/schema/collections.ts';
import { ledgerEntry, type LedgerEntry } from '../../core/ledger.ts';
import { tunggakanSchema, type Tunggakan } from '../../core/tunggakan.ts';

/** What the publisher writes beside `content/`: one ledger entry for each address that is live or was withdrawn. */
export const publicationSchema = z.object({
  /** The day the portal speaks of; no page knows another clock. */
  asOf: z.iso.date(),
  commit: z.string(),
  items: z.array(ledgerEntry),
  /** Folder → when it was first published, for items that a correction published again. */
  pertama: z.record(z.string(), z.iso.datetime({ offset: true })).default({}),
  /** Folder → its versions before the one that is live, oldest first. */
  riwayat: z
    .record(
      z.string(),
      z.array(
        z.object({
          jenis: z.enum(['item', 'pencabutan']),
          at: z.iso.datetime({ offset: true }),
          sidik: z.string(),
        }),
      ),
    )
    .default({}),
  /** What waited in the office when the portal was published. */
  tunggakan: tunggakanSchema.default([]),
});

export type ItemEntry = Extract<LedgerEntry, { jenis: 'item' }>;
export type WithdrawalEntry = Extract<LedgerEntry, { jenis: 'pencabutan' }>;

/** One address of the portal, and why it is there. */
export interface Published {
  /** Folder in the repository. */
  readonly path: string;
  /** The record that published or withdrew it; null while developing, where nothing is published. */
  readonly entry: ItemEntry | WithdrawalEntry | null;
  /** When it was first published. */
  readonly pertama: string | null;
}

export interface Publication {
  /** Null while developing on a checkout: then pages say that nothing of this is published. */
  readonly asOf: string | null;
  readonly commit: string | null;
  readonly published: readonly Published[];
  /** Versions of an item before the one that is live, oldest first, by folder; only of such that have any. */
  readonly riwayat: Readonly<z.infer<typeof publicationSchema>['riwayat']>;
  readonly tunggakan: Tunggakan;
}

/** File that tells what is published; without it a tree is a checkout under development. */
export const publicationFile = 'penerbitan.json';

/** Reads what is to be shown from the tree to publish (`PARAF_CONTENT`). */
export function readPublication(root: string): Publication {
  const file = join(root, publicationFile);
  if (!existsSync(file)) {
    const published = itemFolders(root).map((path) => ({ path, entry: null, pertama: null }));
    return { asOf: null, commit: null, published, riwayat: {}, tunggakan: [] };
  }
  const { asOf, commit, items, pertama, riwayat, tunggakan } = publicationSchema.parse(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  const published = items.flatMap((entry) =>
    entry.jenis === 'sistem' ? [] : [{ path: entry.path, entry, pertama: pertama[entry.path] ?? entry.at }],
  );
  const seen = new Set<string>();
  const twice = published.find(({ path }) => seen.size === seen.add(path).size);
  if (twice !== undefined)
    throw new Error(
      `${file}: ${twice.path} ada dua kali. Satu alamat hanya punya satu catatan yang berlaku.`,
    );
  return { asOf, commit, published, riwayat, tunggakan };
}

/** Every item folder of a checkout, sorted. */
function itemFolders(root: string): string[] {
  return collections.flatMap(({ name, folders }) => {
    let paths = [`content/${name}`];
    for (let depth = 0; depth <= folders.length; depth++)
      paths = paths.flatMap((path) =>
        existsSync(join(root, path))
          ? readdirSync(join(root, path), { withFileTypes: true })
              .filter((entry) => entry.isDirectory())
              .map((entry) => `${path}/${entry.name}`)
              .sort()
          : [],
      );
    return paths.filter(
      (path) => placeOf(`${path}/index.md`).kind === 'item' && existsSync(join(root, path, 'index.md')),
    );
  });
}
