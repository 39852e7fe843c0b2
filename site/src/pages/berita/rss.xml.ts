import type { APIRoute } from 'astro';
import { newsFeed } from '../../feed.ts';

export const GET: APIRoute = () => newsFeed();
