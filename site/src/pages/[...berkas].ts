import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { besidePage } from '../data/beside-page.ts';
import { cardUrls } from '../data/cards.ts';
import { fileUrls, isFileUrl } from '../data/files.ts';
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
  const file = await besidePage(`/${params['berkas']}`);
  const bytes = 'kept' in file ? new Uint8Array(readFileSync(file.kept)) : file.bytes;
  return new Response(bytes, { headers: { 'content-type': file.type } });
};
