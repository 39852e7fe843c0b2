import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import sharp from 'sharp';

/** Sides of the desk's icon on home screens, in pixels: those of Android, and that of iOS, which takes no SVG. */
const sides = [180, 192, 512];

/** Draws the desk's icon in the sizes of home screens, from the finished `meja/ikon.svg` with the office's colour. */
export function deskIcons(): AstroIntegration {
  return {
    name: 'desk-icons',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = join(fileURLToPath(dir), 'meja');
        const svg = readFileSync(join(folder, 'ikon.svg'));
        for (const side of sides)
          await sharp(svg)
            .resize(side)
            .png({ palette: true })
            .toFile(join(folder, `ikon-${side}.png`));
      },
    },
  };
}
