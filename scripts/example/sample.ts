import { stringify } from 'yaml';

/** A complete item, ready to be submitted: its folder in the repository, and each file by its path there. */
export interface SampleItem {
  readonly folder: string;
  readonly title: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Makes one sample item of a collection: the n-th, from 0; `slug` names it otherwise. */
export type SampleMaker = (n: number, slug?: string) => SampleItem;

/** Name of the n-th sample where there are `count` different ones: more than there are get a number. */
export function slugOf(slug: string, n: number, count: number): string {
  const round = Math.floor(n / count);
  return round === 0 ? slug : `${slug}-${round + 1}`;
}

/** `content/konten/2026/10/<name>`: the folder of an item that is filed by the month of a day (`2026-10-28`). */
export function folderByMonth(collection: string, day: string, name: string): string {
  const [year, month] = day.split('-');
  return `content/${collection}/${year}/${month}/${name}`;
}

/**
 * An item from what it says: front matter, body, and the files beside it by their plain names.
 *
 * @param data front matter; its `judul` is the item's title
 */
export function sampleOf<T extends { readonly judul: string }>(
  folder: string,
  data: T,
  body: string,
  attachments: Readonly<Record<string, Uint8Array | string>>,
): SampleItem {
  const utf8 = new TextEncoder();
  const files = Object.entries(attachments).map(
    ([name, content]) =>
      [`${folder}/${name}`, typeof content === 'string' ? utf8.encode(content) : content] as const,
  );
  return {
    folder,
    title: data.judul,
    files: new Map([[`${folder}/index.md`, utf8.encode(`---\n${stringify(data)}---\n${body}`)], ...files]),
  };
}
