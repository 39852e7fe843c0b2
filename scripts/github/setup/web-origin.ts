/** Where people and git find what the API at this address speaks of: github.com, or the same server. */
export function webOriginOf(baseUrl: string): string {
  const { origin, hostname } = new URL(baseUrl);
  return hostname === 'api.github.com' ? 'https://github.com' : origin;
}
