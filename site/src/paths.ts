/** What Astro finds a path by, once it has a list of all paths of a route. */
interface Keyed {
  get(key: string): object | undefined;
}

/**
 * The paths of a route that has one for every item. A build lists them. While developing that would read everything
 * before anything can be looked at, so the list stays empty, and an address is looked up when it is asked for: Astro
 * keeps beside the list a map by address, `keyed`, and asks that (decision 0046; paths.test.ts holds Astro to it).
 *
 * @param param name of the route's one parameter
 * @param addresses all addresses
 * @param isThere whether one of them is there
 */
export function pathsOf<Param extends string>(
  param: Param,
  addresses: () => readonly string[],
  isThere: (address: string) => boolean,
): { params: Record<Param, string> }[] {
  if (!import.meta.env.DEV)
    return addresses().map((address) => ({
      params: { [param]: address.replace(/^\/|\/$/g, '') } as Record<Param, string>,
    }));
  const keyed: Keyed = { get: (key) => (isThere(key) ? {} : undefined) };
  return Object.defineProperty([], 'keyed', { get: () => keyed, set: () => undefined });
}

/** An address as that of a page: Astro asks with and without a slash at its end. */
export function asPage(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}
