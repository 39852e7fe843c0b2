import { describe, expect, it } from 'vitest';
import { imageSize } from './image-size.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));
const ascii = (text: string) => Buffer.from(text, 'latin1').toString('hex');
const riff = (kind: string, body: string) =>
  hex(`${ascii('RIFF')} 00000000 ${ascii('WEBP')} ${ascii(kind)} ${body}`);

// Start of frame, 300 high and 200 wide.
const frame = 'ffc0 0011 08 012c 00c8 03 012200 021101 031101';
const exif = (order: 'II' | 'MM', orientation: number) => {
  const little = order === 'II';
  const tiff = little
    ? `4949 2a00 08000000 0100 1201 0300 01000000 0${orientation}00 0000 00000000`
    : `4d4d 002a 00000008 0001 0112 0003 00000001 000${orientation} 0000 00000000`;
  return `ffe1 0022 ${ascii('Exif\0\0')} ${tiff}`;
};

describe('size of a picture', () => {
  it.each([
    [
      'PNG',
      hex(`89504e470d0a1a0a 0000000d ${ascii('IHDR')} 00000140 000000f0 08`),
      { width: 320, height: 240 },
    ],
    ['JPEG', hex(`ffd8 ${frame}`), { width: 200, height: 300 }],
    [
      'JPEG after another segment',
      hex(`ffd8 ffe0 0004 0000 ffdb 0003 00 ${frame}`),
      { width: 200, height: 300 },
    ],
    ['JPEG with filling', hex(`ffd8 ffff ${frame}`), { width: 200, height: 300 }],
    ['JPEG that is upright', hex(`ffd8 ${exif('II', 1)} ${frame}`), { width: 200, height: 300 }],
    ['JPEG on its side', hex(`ffd8 ${exif('II', 6)} ${frame}`), { width: 300, height: 200 }],
    ['JPEG on its side, big-endian', hex(`ffd8 ${exif('MM', 8)} ${frame}`), { width: 300, height: 200 }],
    ['WebP, lossy', riff('VP8 ', '00000000 000000 9d012a 4001 f000'), { width: 320, height: 240 }],
    ['WebP, lossless', riff('VP8L', '00000000 2f 3fc13b00 00'), { width: 320, height: 240 }],
    ['WebP, extended', riff('VP8X', '0a000000 00000000 3f0100 ef0000'), { width: 320, height: 240 }],
  ])('%s', (_, bytes, size) => {
    expect(imageSize(bytes)).toEqual(size);
  });

  it.each([
    ['an empty file', hex('')],
    ['text', Uint8Array.from(Buffer.from('bukan gambar sama sekali'))],
    ['a PNG without width', hex(`89504e470d0a1a0a 0000000d ${ascii('IHDR')} 00000000 000000f0 08`)],
    ['a JPEG that is cut short', hex('ffd8 ffe0 ffff 00')],
    ['a JPEG whose segments stand still', hex('ffd8 ffe0 0000 0000 0000 0000 0000')],
    ['a JPEG without a frame', hex('ffd8 ffda 0002')],
    [
      'a JPEG whose EXIF points outside',
      hex(`ffd8 ffe1 0012 ${ascii('Exif\0\0')} 4949 2a00 ffffffff ${frame}`),
    ],
  ])('%s has none', (_, bytes) => {
    expect(imageSize(bytes)).toBeNull();
  });
});
