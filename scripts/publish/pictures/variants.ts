import type { PublicFile } from '../index/public-file.ts';

/** A picture in another size and format than the one that was approved. */
export interface Variant {
  /** Its name in the public address, beside the original: `loket-baru.1a2b3c4d-800.avif`. */
  readonly publicName: string;
  readonly type: (typeof formats)[number]['type'];
  /** Size in pixels, as it is shown. */
  readonly width: number;
  readonly height: number;
}

/** The smaller format first: browsers take the first that they know. */
export const formats = [
  { type: 'image/avif', extension: 'avif' },
  { type: 'image/webp', extension: 'webp' },
] as const;

/** A thumbnail, a phone's screen, the width of an article on a sharp screen. */
const widths = [400, 800];
const largest = 1280;

/** Smaller pictures cost less than the addresses of their variants; larger ones, more memory than they deserve. */
const smallest = 200;
const mostPixels = 60_000_000;

/** The variants of a file: none for what is no picture. They follow from its name and size alone, never from its bytes. */
export function variantsOf({ publicName, type, width, height }: PublicFile): Variant[] {
  if (!type.startsWith('image/') || width === undefined || height === undefined) return [];
  if (width < smallest || width * height > mostPixels) return [];
  const most = Math.min(width, largest);
  const chosen = [...widths.filter((one) => one < most), most];
  const name = publicName.slice(0, publicName.lastIndexOf('.'));
  return formats.flatMap(({ type: format, extension }) =>
    chosen.map((one) => ({
      publicName: `${name}-${one}.${extension}`,
      type: format,
      width: one,
      height: Math.max(1, Math.round((height * one) / width)),
    })),
  );
}
