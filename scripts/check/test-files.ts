/** Small files with known properties, for tests: made here byte by byte. */
import { crc32, deflateSync } from 'node:zlib';

export const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

function tiff(little: boolean, tag: number): Buffer {
  const tiffBytes = Buffer.alloc(26);
  tiffBytes.write(little ? 'II*\0' : 'MM\0*', 'latin1');
  const u16 = (value: number, at: number) =>
    little ? tiffBytes.writeUInt16LE(value, at) : tiffBytes.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    little ? tiffBytes.writeUInt32LE(value, at) : tiffBytes.writeUInt32BE(value, at);
  u32(8, 4);
  u16(1, 8);
  u16(tag, 10);
  u16(4, 12);
  u32(1, 14);
  u32(26, 18);
  return tiffBytes;
}

/** Tags of the first EXIF directory: where the GPS directory lies, and which way is up. */
export const gpsTag = 0x8825;
export const orientationTag = 0x0112;

export function jpegWith(tag: number, little = true): Uint8Array {
  const exif = Buffer.concat([bytes('Exif\0\0'), tiff(little, tag)]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  const start = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xe1]);
  return Buffer.concat([start, length, exif, Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9])]);
}

export function pngWith(tag: number): Uint8Array {
  const data = tiff(false, tag);
  const body = Buffer.concat([bytes('eXIf'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), length, body, sum]);
}

export function webpWith(tag: number): Uint8Array {
  const data = tiff(true, tag);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  // A chunk of odd length before it, with its byte of padding.
  const odd = Buffer.concat([bytes('VP8X'), Buffer.from([3, 0, 0, 0, 1, 2, 3, 0])]);
  return Buffer.concat([bytes('RIFF\0\0\0\0WEBP'), odd, bytes('EXIF'), length, data]);
}

/** A ZIP archive of empty files. */
export function zipOf(names: readonly string[]): Uint8Array {
  const central = names.map((name) => {
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(name.length, 28);
    return Buffer.concat([header, bytes(name)]);
  });
  const start = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(start.length, 16);
  return Buffer.concat([start, ...central, end]);
}

export function pdfWith(objects: string): Uint8Array {
  return bytes(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${objects} >>\nendobj\n%%EOF\n`);
}

/** A PDF whose object stands compressed in an object stream. */
export function pdfPacked(object: string, dictionary = '/Filter /FlateDecode'): Uint8Array {
  return Buffer.concat([
    bytes(`%PDF-1.7\n2 0 obj\n<< /Type /Obj#53tm /N 1 /First 4 ${dictionary} >>\nstream\n`),
    deflateSync(bytes(object)),
    bytes('\nendstream\nendobj\n%%EOF\n'),
  ]);
}
