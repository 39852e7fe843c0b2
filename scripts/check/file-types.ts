/** What a file may be, by the end of its name; the bytes must say the same. */
export interface FileType {
  /** In words, for messages: "gambar JPEG". */
  readonly name: string;
  readonly limit: number;
  readonly matches: (bytes: Uint8Array) => boolean;
}

const mega = 1024 * 1024;
const picture = 5 * mega;
const document = 20 * mega;

const jpeg: FileType = { name: 'gambar JPEG', limit: picture, matches: (b) => starts(b, [0xff, 0xd8, 0xff]) };
const png: FileType = {
  name: 'gambar PNG',
  limit: picture,
  matches: (b) => starts(b, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
};
const webp: FileType = {
  name: 'gambar WebP',
  limit: picture,
  matches: (b) => latin(b, 0, 4) === 'RIFF' && latin(b, 8, 12) === 'WEBP',
};
const pdf: FileType = { name: 'PDF', limit: document, matches: (b) => latin(b, 0, 5) === '%PDF-' };
const mp3: FileType = {
  name: 'suara MP3',
  limit: document,
  // A tag, or the frame header of MPEG audio layer III.
  matches: (b) => latin(b, 0, 3) === 'ID3' || (b[0] === 0xff && ((b[1] ?? 0) & 0xe6) === 0xe2),
};
const mp4: FileType = { name: 'MP4', limit: document, matches: (b) => latin(b, 4, 8) === 'ftyp' };
const office = (name: string, part: string): FileType => ({
  name,
  limit: document,
  matches: (b) => {
    if (!starts(b, [0x50, 0x4b, 0x03, 0x04])) return false;
    const names = zipNames(b);
    return names.includes('[Content_Types].xml') && names.includes(part);
  },
});
const docx = office('dokumen Word', 'word/document.xml');
const xlsx = office('lembar kerja Excel', 'xl/workbook.xml');
const text: FileType = { name: 'teks', limit: document, matches: (b) => plainText(b) !== undefined };

export const fileTypes: ReadonlyMap<string, FileType> = new Map([
  ['jpg', jpeg],
  ['jpeg', jpeg],
  ['png', png],
  ['webp', webp],
  ['pdf', pdf],
  ['mp3', mp3],
  ['m4a', mp4],
  ['mp4', mp4],
  ['docx', docx],
  ['xlsx', xlsx],
  ['csv', text],
  ['txt', text],
]);

/** What the bytes are, in words: one of the accepted types, or what else they look like. */
export function describeBytes(bytes: Uint8Array): string {
  for (const type of [jpeg, png, webp, pdf, mp4, docx, xlsx]) if (type.matches(bytes)) return type.name;
  const start = latin(bytes, 0, 512).trimStart().toLowerCase();
  if (start.startsWith('<svg') || (start.startsWith('<?xml') && start.includes('<svg'))) return 'SVG';
  if (/^<(!doctype|html|script|head|body)/.test(start)) return 'halaman HTML';
  if (start.startsWith('pk\u0003\u0004')) return 'arsip ZIP';
  if (starts(bytes, [0x4d, 0x5a])) return 'program Windows';
  return plainText(bytes) === undefined ? 'tidak dikenal' : 'teks biasa';
}

/** The bytes as text, where they are UTF-8 without control characters and no markup that a browser would run. */
export function plainText(bytes: Uint8Array): string | undefined {
  let decoded: string;
  try {
    decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(decoded)) return undefined;
  return /^\s*<(!doctype|html|script|head|body|svg|\?xml)/i.test(decoded) ? undefined : decoded;
}

/** Names of the files in a ZIP archive, from its central directory; none where it has no readable one. */
export function zipNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  for (let end = bytes.length - 22; end >= Math.max(0, bytes.length - 65_557); end--) {
    if (view.getUint32(end, true) !== 0x06054b50) continue;
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return names;
      const length = view.getUint16(at + 28, true);
      names.push(latin(bytes, at + 46, at + 46 + length));
      at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return names;
  }
  return names;
}

export function latin(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(from, to));
}

function starts(bytes: Uint8Array, with_: readonly number[]): boolean {
  return with_.every((value, index) => bytes[index] === value);
}
