/** What a publisher asks the process that renders its pages, and what it is told. */

export type Question =
  /** Every address of the portal. */
  | { readonly kind: 'addresses' }
  /** What a change of the index touches, as the bundle itself knows (site/src/data/touched.ts). */
  | { readonly kind: 'touched'; readonly change: unknown }
  /** Renders these and writes them. */
  | { readonly kind: 'render'; readonly addresses: readonly string[] };

export type Answer = { readonly value: unknown } | { readonly error: string };

export interface TouchedAddresses {
  readonly render: readonly string[];
  readonly remove: readonly string[];
}

/** Where `astro build` writes what is at an address: pages end in `/`, files do not. */
export function pathOf(address: string): string {
  return `${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`;
}
