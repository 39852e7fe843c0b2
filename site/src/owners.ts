import { collections } from '../../content/schema/collections.ts';
import { isItemUrl } from './data/items.ts';
import { isListUrl } from './data/pages.ts';
import { readAlihan } from './data/settings.ts';
import { isPageUrl } from './halaman.ts';

/**
 * The pages whose routes take in each other's addresses, and how to tell which of them has one, at the cost of that one.
 * Each answers as its own `getStaticPaths` does; scripts/publish/render/render.test.ts holds them to it.
 */
export const owners: Readonly<Record<string, (address: string) => boolean | Promise<boolean>>> = {
  'src/pages/[...alihan].astro': (address) => {
    const alihan = readAlihan();
    return address in alihan || address.slice(0, -1) in alihan;
  },
  'src/pages/[...butir].astro': isItemUrl,
  'src/pages/[...daftar].astro': isListUrl,
  'src/pages/[...halaman].astro': isPageUrl,
  'src/pages/[...koleksi]/index.astro': (address) => collections.some(({ url }) => url === address),
  'src/pages/[peralihan].ts': (address) => address === '/_redirects',
};
