import { cardKey, cardSize, drawCard, type Card as Drawing } from '../../../scripts/publish/pictures/card.ts';
import { encoderVersion, paintSvg } from '../../../scripts/publish/pictures/encoder.ts';
import { kept } from '../../../scripts/publish/pictures/keep.ts';
import { longDate } from '../dates.ts';
import { pictureFolder } from './files.ts';
import type { Card } from './items.ts';
import { rows } from './portal.ts';
import { emblem, officeName, readSitus } from './settings.ts';

/** The picture that stands for a page where somebody shares it (Open Graph). */
export interface ShareCard {
  readonly src: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** The card of an item: its title, its office, its day. */
export function cardOfItem({ url, judul, opd, tanggal }: Pick<Card, 'url' | 'judul' | 'opd' | 'tanggal'>) {
  return share(url, drawingOf(judul, officeName(opd), longDate(tanggal)));
}

/** The card of every page that is no item. */
export function cardOfPortal(): ShareCard {
  return share('/', portalDrawing());
}

function share(folder: string, drawing: Drawing): ShareCard {
  const alt = `${drawing.judul}. ${drawing.atas}, ${drawing.bawah}.`;
  return { src: `${folder}kartu.${cardKey(drawing)}.png`, alt, ...cardSize };
}

function drawingOf(judul: string, atas: string, bawah: string): Drawing {
  const { nama, warna } = readSitus();
  return { judul, atas, bawah, portal: nama, warna: warna.utama, lambang: emblem() };
}

function portalDrawing(): Drawing {
  const { kota, pemda, dinas } = readSitus();
  return drawingOf(`Kabar dan layanan informasi ${kota}`, pemda, dinas);
}

const facts = "url, judul, opd, coalesce(json_extract(data, '$.tanggal'), urut) AS tanggal";

interface Facts {
  readonly url: string;
  readonly judul: string;
  readonly opd: string;
  readonly tanggal: string;
}

function itemFacts(where: string, ...values: string[]): Facts[] {
  return rows(`SELECT ${facts} FROM item WHERE judul <> '' ${where}`, ...values).map((row) => ({
    url: String(row['url']),
    judul: String(row['judul']),
    opd: String(row['opd']),
    tanggal: String(row['tanggal']),
  }));
}

/** Addresses of all cards. */
export function cardUrls(): string[] {
  return [cardOfPortal(), ...itemFacts('ORDER BY path').map(cardOfItem)].map(({ src }) => src);
}

/** The file of the card at an address, made once and kept; null where there is no card. */
export async function cardFile(url: string): Promise<string | null> {
  const folder = url.slice(0, url.lastIndexOf('/') + 1);
  const [item] = itemFacts('AND url = ?', folder);
  const drawing =
    folder === '/'
      ? portalDrawing()
      : item && drawingOf(item.judul, officeName(item.opd), longDate(item.tanggal));
  if (drawing === undefined || share(folder, drawing).src !== url) return null;
  return kept(pictureFolder(), `${cardKey(drawing)}-${encoderVersion()}.png`, () =>
    paintSvg(drawCard(drawing)),
  );
}
