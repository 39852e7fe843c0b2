import type { APIRoute } from 'astro';
import { collections } from '../../../../content/schema/collections.ts';
import { feedOf } from '../../feed.ts';

export function getStaticPaths() {
  return collections.map(({ url }) => ({ params: { koleksi: url.slice(1, -1) } }));
}

export const GET: APIRoute = ({ params }) => {
  const collection = collections.find(({ url }) => url === `/${params['koleksi']}/`);
  if (collection === undefined) throw new Error(`no collection at ${params['koleksi']}`);
  return feedOf(collection);
};
