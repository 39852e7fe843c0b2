import rss from '@astrojs/rss';
import { collectionOf, collections, type Collection } from '../../content/schema/collections.ts';
import { listsBy, newest, newestOf, type Card, type List } from './data/items.ts';
import { listUrl } from './data/pages.ts';
import { kategoriName, officeName, readSitus } from './data/settings.ts';
import { absolute } from './links.ts';
import { listName, listSummary } from './lists.ts';
import { allowed } from './xml.ts';

/** What can be followed: a whole collection, or what one office has in it. */
export interface Feed {
  readonly collection: Collection;
  readonly list: List | null;
  /** Address of the page that shows the same. */
  readonly url: string;
}

/** Items in a feed. */
const length = 20;

/** Every feed, by the folder that it stands in: `/berita/`, `/berita/opd/dinas-kesehatan/`, and `/` for the news. */
export function feeds(): Map<string, Feed> {
  return new Map([
    ['/', { collection: collectionOf('berita'), list: null, url: '/' }],
    ...collections.flatMap((collection): [string, Feed][] => [
      [collection.url, { collection, list: null, url: collection.url }],
      ...listsBy(collection, 'opd').map((list): [string, Feed] => [
        listUrl(list),
        { collection, list, url: listUrl(list) },
      ]),
    ]),
  ]);
}

function titleOf({ collection, list }: Feed): string {
  const what = list === null ? collection.label : `${collection.label} ${listName(list)}`;
  return `${what} – ${readSitus().nama}`;
}

const aboutOf = ({ collection, list }: Feed) => (list === null ? collection.ringkasan : listSummary(list));
const cardsOf = ({ collection, list }: Feed) =>
  list === null ? newest(collection, length) : newestOf(list, length);

function tagsOf({ collection, kategori, opd }: Card): string[] {
  return [...(kategori === null ? [] : [kategoriName(collection, kategori)]), officeName(opd)];
}

/** The newest items as RSS 2.0. Its bytes follow from what is published, never from the moment of building. */
export function rssOf(feed: Feed): Promise<Response> {
  const self = absolute(`${feed.url}rss.xml`);
  return rss({
    title: allowed(titleOf(feed)),
    description: allowed(aboutOf(feed)),
    site: absolute(feed.url),
    trailingSlash: true,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>id</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    items: cardsOf(feed).map((card) => ({
      title: allowed(card.judul),
      description: allowed(card.ringkasan),
      link: absolute(card.url),
      ...(card.terbit !== null && { pubDate: new Date(card.terbit) }),
      ...(card.gambar !== null && {
        enclosure: { url: absolute(card.gambar.src), length: card.gambar.size, type: card.gambar.type },
      }),
      categories: tagsOf(card),
    })),
  });
}

/** The same as JSON Feed 1.1. */
export function jsonFeedOf(feed: Feed): Response {
  const { dinas } = readSitus();
  const body = {
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(feed),
    description: aboutOf(feed),
    home_page_url: absolute(feed.url),
    feed_url: absolute(`${feed.url}feed.json`),
    language: 'id',
    authors: [{ name: dinas, url: absolute('/') }],
    items: cardsOf(feed).map((card) => ({
      id: absolute(card.url),
      url: absolute(card.url),
      title: card.judul,
      content_text: card.ringkasan,
      ...(card.terbit !== null && { date_published: card.terbit }),
      ...(card.gambar !== null && { image: absolute(card.gambar.src) }),
      tags: tagsOf(card),
    })),
  };
  return new Response(`${JSON.stringify(body, null, 1)}\n`, {
    headers: { 'content-type': 'application/feed+json' },
  });
}
