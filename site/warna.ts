import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const name = 'virtual:warna.css';
const colour = z.string().regex(/^#[0-9a-f]{6}$/);
const chosen = z.object({ warna: z.object({ utama: colour, aksen: colour }) });

/**
 * Puts the office's two colours (`content/situs.yml`) before the portal's own styles, in the same file: nothing
 * inline, no further request. All other tones are mixed from them.
 */
export function officeColours(situs: string) {
  return {
    name: 'office-colours',
    resolveId: (id: string) => (id === name ? `\0${name}` : null),
    load: (id: string) => {
      if (id !== `\0${name}`) return null;
      const found = chosen.safeParse(existsSync(situs) ? parse(readFileSync(situs, 'utf8')) : null);
      if (!found.success) return '';
      const { utama, aksen } = found.data.warna;
      return `:root { --warna-utama: ${utama}; --warna-aksen: ${aksen}; }`;
    },
  };
}
