import type { APIRoute } from 'astro';
import { cardAt, cardUrls } from '../data/cards.ts';
import { fileAt, fileUrls, isFileUrl } from '../data/files.ts';
import { isItemUrl } from '../data/items.ts';
import { pathsOf } from '../paths.ts';

/** Files stand beside the pages of their items: byte for byte as they were approved, and the pictures made from them. */
export function getStaticPaths() {
  const isCard = (address: string) => {
    const [, folder = ''] = /^(.*\/)kartu\.[0-9a-f]+\.png$/.exec(address) ?? [];
    return folder === '/' || isItemUrl(folder);
  };
  return pathsOf(
    'berkas',
    () => [...fileUrls(), ...cardUrls()],
    (address) => isFileUrl(address) || isCard(address),
  );
}

export const GET: APIRoute = async ({ params }) => {
  const url = `/${params['berkas']}`;
  const card = await cardAt(url);
  const { bytes, type } = card === null ? await fileAt(url) : { bytes: card, type: 'image/png' };
  return new Response(bytes, { headers: { 'content-type': type } });
};
