import type { APIRoute } from 'astro';
import { feeds, jsonFeedOf } from '../../feed.ts';

export function getStaticPaths() {
  return [...feeds().keys()].map((url) => ({ params: { langganan: url.slice(1, -1) || undefined } }));
}

export const GET: APIRoute = ({ params }) => {
  const { langganan } = params;
  const feed = feeds().get(langganan === undefined ? '/' : `/${langganan}/`);
  if (feed === undefined) throw new Error(`no feed at ${langganan}`);
  return jsonFeedOf(feed);
};
