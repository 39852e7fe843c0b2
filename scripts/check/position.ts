import { latin } from './file-types.ts';

/** Whether a JPEG, PNG or WebP says where it was taken: GPS data in EXIF, or in XMP. */
export function hasPosition(bytes: Uint8Array): boolean {
  // XMP is XML, in each of the three formats as plain bytes.
  if (/GPS(Latitude|Longitude)/.test(latin(bytes, 0, bytes.length))) return true;
  return exifBlocks(bytes).some(hasGpsDirectory);
}

/** The TIFF structures that hold EXIF data. */
function exifBlocks(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegExif(bytes, view);
  if (bytes[0] === 0x89) return chunksOf(bytes, view, 8, false, 'eXIf');
  return chunksOf(bytes, view, 12, true, 'EXIF');
}

function jpegExif(bytes: Uint8Array, view: DataView): Uint8Array[] {
  const blocks: Uint8Array[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1];
    if (marker === 0xda) break;
    const length = view.getUint16(at + 2);
    const segment = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xe1 && latin(segment, 0, 4) === 'Exif') blocks.push(segment.subarray(6));
    at += 2 + Math.max(2, length);
  }
  return blocks;
}

/** Chunks of a PNG (length, name, data, checksum) or of a RIFF file (name, length, data, even). */
function chunksOf(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  riff: boolean,
  name: string,
): Uint8Array[] {
  const blocks: Uint8Array[] = [];
  for (let at = start; at + 8 <= bytes.length;) {
    const length = view.getUint32(riff ? at + 4 : at, riff);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (latin(bytes, riff ? at : at + 4, riff ? at + 4 : at + 8) === name)
      blocks.push(latin(data, 0, 4) === 'Exif' ? data.subarray(6) : data);
    at += 8 + length + (riff ? length % 2 : 4);
  }
  return blocks;
}

/** Looks in the first directory for the tag that points to GPS data (0x8825). */
function hasGpsDirectory(tiff: Uint8Array): boolean {
  if (tiff.length < 8) return false;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = latin(tiff, 0, 2) === 'II';
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return false;
  const count = view.getUint16(directory, little);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > tiff.length) return false;
    if (view.getUint16(entry, little) === 0x8825) return true;
  }
  return false;
}
