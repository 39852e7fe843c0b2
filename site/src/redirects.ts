import { collections } from '../../content/schema/collections.ts';
import { isItemUrl } from './data/items.ts';
import { isListUrl } from './data/pages.ts';
import { readAlihan } from './data/settings.ts';
import { href } from './links.ts';

/**
 * Addresses that once led somewhere, and where that is now (`content/alihan.yml`).
 *
 * @throws where one of them is the address of a page: what was published never makes room for a redirect
 */
export function redirects(): ReadonlyMap<string, string> {
  const fronts = new Set(collections.map(({ url }) => url));
  const isPage = (url: string) => fronts.has(url) || isItemUrl(url) || isListUrl(url);
  return new Map(
    Object.entries(readAlihan()).map(([dari, ke]) => {
      if (isPage(dari.endsWith('/') ? dari : `${dari}/`))
        throw new Error(
          `content/alihan.yml mengalihkan ${dari}, padahal di alamat itu ada halaman. Hapus baris itu: yang pernah tayang tidak pindah.`,
        );
      return [dari, ke];
    }),
  );
}

/** The same as hosts read them from a file `_redirects`: a real redirect comes before the page that stands there. */
export function hostRedirects(): string {
  return [...redirects()].map(([dari, ke]) => `${href(dari)} ${href(ke)} 301\n`).join('');
}
