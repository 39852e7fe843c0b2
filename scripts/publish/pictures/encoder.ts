import { createRequire } from 'node:module';
import { join } from 'node:path';
import type Encoder from 'sharp';
import type { Sharp } from 'sharp';
import type { Variant } from './variants.ts';

/** Changes whenever the same bytes would become other bytes: what was kept under another version is made anew. */
const recipe = 1;

let loaded: typeof Encoder | undefined;

/**
 * The encoder. It holds machine code, which no bundle can take in: the portal's pages, which run from a bundle, find it
 * in the libraries that `PARAF_MODULES` names.
 */
function sharp(): typeof Encoder {
  const modules = process.env['PARAF_MODULES'];
  const require = createRequire(modules === undefined ? import.meta.url : join(modules, 'paraf.js'));
  loaded ??= require('sharp') as typeof Encoder;
  return loaded;
}

/** Version of the encoder, for the keys of what it made. */
export function encoderVersion(): string {
  return `${recipe}-${sharp().versions.sharp}`;
}

/**
 * Makes one variant of a picture: turned as its EXIF says, without any of its metadata. Bytes that no decoder can read
 * become an empty plane: one broken file must not keep the whole portal from being published, and its caption, its
 * words and its original are there all the same.
 */
export async function encodeVariant(
  bytes: Uint8Array,
  { type, width, height }: Variant,
): Promise<Uint8Array> {
  const encode = (picture: Sharp) =>
    (type === 'image/avif'
      ? picture.avif({ quality: 52, effort: 2 })
      : picture.webp({ quality: 74, effort: 4 })
    ).toBuffer();
  try {
    const picture = sharp()(bytes, { failOn: 'none', limitInputPixels: 64_000_000 });
    return await encode(picture.autoOrient().resize({ width, height, fit: 'fill' }));
  } catch {
    return encode(sharp()({ create: { width, height, channels: 3, background: '#d9dde0' } }));
  }
}

/** Paints an SVG as PNG. It must hold shapes alone: text would follow from the fonts of the machine. */
export async function paintSvg(svg: string): Promise<Uint8Array> {
  return sharp()(Buffer.from(svg)).png({ compressionLevel: 6 }).toBuffer();
}
