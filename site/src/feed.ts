import rss from '@astrojs/rss';
import type { Collection } from '../../content/schema/collections.ts';
import { newest } from './data/items.ts';
import { kategoriName, officeName, readSitus } from './data/settings.ts';
import { absolute } from './links.ts';

/** The newest items of a collection as RSS. Its bytes follow from what is published, never from the moment of building. */
export function feedOf(collection: Collection): Promise<Response> {
  return rss({
    title: `${collection.label} ${readSitus().nama}`,
    description: collection.ringkasan,
    site: absolute('/'),
    trailingSlash: true,
    customData: '<language>id</language>',
    items: newest(collection, 20).map((item) => ({
      title: item.judul,
      description: item.ringkasan,
      link: absolute(item.url),
      ...(item.terbit !== null && { pubDate: new Date(item.terbit) }),
      categories: [
        ...(item.kategori === null ? [] : [kategoriName(collection, item.kategori)]),
        officeName(item.opd),
      ],
    })),
  });
}
