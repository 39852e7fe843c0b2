import type { APIRoute } from 'astro';
import { newsFeed } from '../feed.ts';

/** Where readers look for a feed first; it has the news, as `/berita/rss.xml` has. */
export const GET: APIRoute = () => newsFeed();
