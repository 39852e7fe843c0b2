import type { Situs } from '../../content/schema/situs.ts';
import { contrast, mix } from './contrast.ts';

/** Grounds of the portal, light and dark: `--latar`, `--permukaan` (site/src/styles/token.css). */
export const grounds = { light: ['#fbfaf7', '#ffffff'], dark: ['#10171c', '#172027'] } as const;

/** How the portal mixes its tones from the office's colours: share in hundredths, and with what (token.css). */
export const tones = {
  tautan: { of: 'utama', share: 42, with: '#ffffff' },
  tanda: { of: 'aksen', share: 45, with: '#ffffff' },
  pita: { of: 'utama', share: 62, with: '#000000' },
} as const;

/** What normal text needs (WCAG 2.2, 1.4.3). */
const enough = 4.5;

/** A colour of the office that readers could not read somewhere. */
export interface Faint {
  readonly colour: keyof Situs['warna'];
  /** Where: `teks putih`, `dasar terang`, `dasar gelap`. */
  readonly where: string;
  readonly ratio: number;
}

/** Where the office's colours have too little contrast, in the light and the dark portal: the worst place of each. */
export function faintColours({ utama, aksen }: Situs['warna']): Faint[] {
  const toned = ({ of, share, with: other }: (typeof tones)[keyof typeof tones]) =>
    mix(of === 'utama' ? utama : aksen, share, other);
  const least = (colour: string, others: readonly string[]) =>
    Math.min(...others.map((other) => contrast(colour, other)));
  const places: Faint[] = [
    { colour: 'utama', where: 'teks putih di atasnya', ratio: contrast(utama, '#ffffff') },
    { colour: 'utama', where: 'tautan di dasar terang', ratio: least(utama, grounds.light) },
    { colour: 'utama', where: 'tautan di dasar gelap', ratio: least(toned(tones.tautan), grounds.dark) },
    {
      colour: 'utama',
      where: 'teks putih di atasnya dalam gelap',
      ratio: contrast(toned(tones.pita), '#ffffff'),
    },
    { colour: 'aksen', where: 'teks di dasar terang', ratio: least(aksen, grounds.light) },
    { colour: 'aksen', where: 'teks di dasar gelap', ratio: least(toned(tones.tanda), grounds.dark) },
  ];
  return (['utama', 'aksen'] as const).flatMap((colour) => {
    const [worst] = places.filter((one) => one.colour === colour).sort((a, b) => a.ratio - b.ratio);
    return worst !== undefined && worst.ratio < enough ? [worst] : [];
  });
}
