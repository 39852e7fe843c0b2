import type { Page } from 'playwright-core';

/** A JPEG of 1200 × 800 as a phone makes it: with an Exif block that holds a position (a GPS directory). */
export async function jpegWithPosition(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 1200;
    canvas.height = 800;
    const paint = canvas.getContext('2d');
    if (paint === null) throw new Error('no canvas');
    const sky = paint.createLinearGradient(0, 0, 1200, 800);
    sky.addColorStop(0, '#0b5c58');
    sky.addColorStop(1, '#e0b040');
    paint.fillStyle = sky;
    paint.fillRect(0, 0, 1200, 800);
    return canvas.toDataURL('image/jpeg', 0.9);
  });
  const jpeg = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  // TIFF, big endian: one directory with a pointer (0x8825) to a GPS directory with GPSLatitudeRef = "S".
  const tiff = Buffer.from(
    '4d4d002a00000008' +
      '0001' +
      '8825000400000001' +
      '0000001a' +
      '00000000' +
      '0001' +
      '0001000200000002' +
      '53000000' +
      '00000000',
    'hex',
  );
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}
