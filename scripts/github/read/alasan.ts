/** A reason tied to one paragraph of the text. */
export interface AlasanParagraf {
  /** Place among the blocks of the text, from 1: paragraph, heading, list, quotation. */
  readonly nomor: number;
  /** Its first words, for whom the number no longer helps: the text may have moved. */
  readonly awal: string;
  readonly alasan: string;
}

/** Why an item is returned: as a whole, and paragraph by paragraph. */
export interface Alasan {
  readonly umum: string;
  readonly paragraf: readonly AlasanParagraf[];
}

const longestStart = 80;
const heading = /^Paragraf (\d{1,4}), “([^”\n]*)”:$/;

/** A reason as a person reads it in a review, and as `alasanFrom` reads it back. */
export function alasanText({ umum, paragraf }: Alasan): string {
  const parts = paragraf.map(
    ({ nomor, awal, alasan }) => `Paragraf ${nomor}, “${startOf(awal)}”:\n${oneBlock(alasan)}`,
  );
  return [oneBlock(umum), ...parts].filter((part) => part !== '').join('\n\n');
}

/** Takes a reason apart again; words that name no paragraph are general. */
export function alasanFrom(text: string): Alasan {
  const umum: string[] = [];
  const paragraf: AlasanParagraf[] = [];
  for (const block of text.replaceAll('\r\n', '\n').split(/\n{2,}/)) {
    const [first = '', ...rest] = block.trim().split('\n');
    const [, nomor, awal] = heading.exec(first) ?? [];
    if (nomor === undefined || awal === undefined) umum.push(block.trim());
    else paragraf.push({ nomor: Number(nomor), awal, alasan: rest.join('\n').trim() });
  }
  return { umum: umum.filter((block) => block !== '').join('\n\n'), paragraf };
}

/** First words of a paragraph, in one line and without the quotation marks that end them. */
export function startOf(text: string): string {
  const line = text.replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
  return line.length <= longestStart ? line : `${line.slice(0, longestStart - 1).trimEnd()}…`;
}

/** Words of one reason: an empty line would begin another. */
function oneBlock(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .trim()
    .replace(/\n\s*\n+/g, '\n');
}
