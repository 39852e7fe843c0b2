import { collections, placeOf } from '../../../content/schema/collections.ts';
import { strayFinding, type Finding } from '../on-main.ts';
import { sistemSidik } from '../tree.ts';
import { chain } from './chain.ts';
import { differences, folderIn, type Trees } from './trees.ts';
import { Unsure } from './unsure.ts';

/** What came to `main`. */
export interface MainSince {
  /** Commits of its first-parent history that it did not have before. */
  readonly commits: readonly string[];
  /** Its tree now. */
  readonly tree: string;
  /** Folders of items that are no longer what they were. */
  readonly items: ReadonlySet<string>;
  /** Files outside of items that came, changed or went; with the finding, where one is there now. */
  readonly stray: ReadonlyMap<string, Finding | null>;
  /** Sidik of everything outside the items, as it is now. */
  readonly sidik: string;
}

/** Reads what came to `main` since one of its commits, from which it must go on by first parents. */
export async function mainSince(trees: Trees, since: string, main: string): Promise<MainSince> {
  const links = await chain(trees, 'main', main, since);
  const [now, before] = [links[0]!, links.at(-1)!];
  const roots = await trees.lines([before.tree, now.tree]);
  const contents = await trees.lines(roots.map((lines) => folderOf('content', lines)));
  const items = new Set<string>();
  const stray = new Map<string, Finding | null>();
  for (const { name } of collections) {
    const root = `content/${name}`;
    const [a, b] = contents.map((lines) => folderOf(name, lines));
    for (const { path, ...lines } of await differences(trees, a!, b!, root, isItem)) {
      if (isItem(path)) items.add(path);
      const isFile = [lines.before, lines.after].map((line) => line !== null && folderIn(line) === null);
      if (isFile[0]! || isFile[1]!) stray.set(path, isFile[1]! ? strayFinding(path, lines.after!.oid) : null);
    }
  }
  const commits = links.slice(0, -1).map(({ oid }) => oid);
  return { commits, tree: now.tree, items, stray, sidik: sistemSidik(roots[1]!, contents[1]!) };
}

/** Whether an item's folder lies at a path. */
export function isItem(path: string): boolean {
  const place = placeOf(`${path}/index.md`);
  return place.kind === 'item' && place.folder === path;
}

/** Id of a folder by its name; null where there is none. */
function folderOf(
  name: string,
  lines: readonly { name: string; mode: string; oid: string }[],
): string | null {
  const line = lines.find((one) => one.name === name) ?? null;
  if (line !== null && folderIn(line) === null) throw new Unsure(`${name} di main bukan folder.`);
  return folderIn(line);
}
