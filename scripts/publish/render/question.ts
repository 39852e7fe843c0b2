/** What a publisher asks the process that renders its pages, and what it is told. */

export type Question =
  /** Every address of the portal. */
  | { readonly kind: 'addresses' }
  /** What a change of the index touches, as the bundle itself knows (site/src/data/touched.ts). */
  | { readonly kind: 'touched'; readonly change: unknown }
  /** Renders these and writes them. */
  | { readonly kind: 'render'; readonly addresses: readonly string[] };

export type Answer = { readonly value: unknown } | { readonly error: string };

/** A file that was written. */
export interface WrittenFile {
  /** Within the portal, with `/`. */
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/** Where `astro build` writes what is at an address: pages end in `/`, files do not. */
export function pathOf(address: string): string {
  if (address === '/404/') return '404.html';
  return `${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`;
}
