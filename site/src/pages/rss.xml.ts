import type { APIRoute } from 'astro';
import { collectionOf } from '../../../content/schema/collections.ts';
import { feedOf } from '../feed.ts';

/** Where readers look for a feed first; it has the news, as `/berita/rss.xml` has. */
export const GET: APIRoute = () => feedOf(collectionOf('berita'));
