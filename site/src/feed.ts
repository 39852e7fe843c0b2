import rss from '@astrojs/rss';
import { newest } from './data/items.ts';
import { kategoriName, officeName, readSitus } from './data/settings.ts';
import { absolute } from './links.ts';

/** The newest news as RSS. Its bytes follow from what is published, never from the moment of building. */
export function newsFeed(): Promise<Response> {
  const situs = readSitus();
  return rss({
    title: `Berita ${situs.nama}`,
    description: situs.ringkasan,
    site: absolute('/'),
    trailingSlash: true,
    customData: '<language>id</language>',
    items: newest(20).map((item) => ({
      title: item.judul,
      description: item.ringkasan,
      link: absolute(item.url),
      ...(item.terbit !== null && { pubDate: new Date(item.terbit) }),
      categories: [...(item.kategori === null ? [] : [kategoriName(item.kategori)]), officeName(item.opd)],
    })),
  });
}
