import { inflateSync } from 'node:zlib';
import { latin } from './file-types.ts';

/** Names in a PDF that start something, or carry a file along. */
const dangerous = ['JavaScript', 'OpenAction', 'Launch', 'EmbeddedFile', 'RichMedia'];
const inflatedLimit = 50 * 1024 * 1024;

/** What a PDF holds that could act on the reader's computer; `unreadable` where a part cannot be looked into. */
export function inspectPdf(bytes: Uint8Array): { readonly found: string[]; readonly unreadable: boolean } {
  const source = latin(bytes, 0, bytes.length);
  const whole = plainNames(source);
  const found = new Set(namesIn(whole));
  let unreadable = whole.includes('/Encrypt');
  let budget = inflatedLimit;
  // Since PDF 1.5 objects may stand compressed in object streams; other streams hold pages and pictures.
  for (const match of source.matchAll(/>>\s{0,4}stream\r?\n/g)) {
    const dictionary = dictionaryBefore(source, match.index);
    if (!dictionary.includes('/ObjStm') || !dictionary.includes('/Filter')) continue;
    const start = match.index + match[0].length;
    const end = source.indexOf('endstream', start);
    try {
      if (dictionary.includes('/DecodeParms')) throw new Error('bytes that are changed once more');
      const packed = bytes.subarray(start, end === -1 ? undefined : end);
      const inside = inflateSync(packed, { maxOutputLength: budget });
      budget = Math.max(1, budget - inside.length);
      for (const name of namesIn(plainNames(latin(inside, 0, inside.length)))) found.add(name);
    } catch {
      unreadable = true;
    }
  }
  return { found: dangerous.filter((name) => found.has(name)), unreadable };
}

function dictionaryBefore(source: string, end: number): string {
  const near = source.slice(Math.max(0, end - 4000), end);
  return plainNames(near.slice(Math.max(0, near.lastIndexOf(' obj'))));
}

function namesIn(source: string): string[] {
  return dangerous.filter((name) => new RegExp(`/${name}(?![A-Za-z])`).test(source));
}

/** `/J#61vaScript` is another way to write `/JavaScript`. */
function plainNames(source: string): string {
  return source.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
