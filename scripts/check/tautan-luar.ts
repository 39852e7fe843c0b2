/** Links of a finished portal to other hosts: which of them lead to nothing any more. */

/** What was asked, and what came of it. */
export interface TautanLuar {
  /** Addresses that were asked. */
  readonly ditanya: number;
  /** Each that is gone, as a sentence. */
  readonly putus: readonly string[];
  /** Addresses that gave no answer that could be relied on: their host may be down tonight, or refuse programs. */
  readonly belumPasti: number;
}

/** Asks an address; answers the status of its host. */
export type Ask = (address: string) => Promise<number>;

/** So many at once: polite to small hosts, and done within minutes. */
const atOnce = 4;
const patience = 15_000;

/**
 * Addresses on other hosts that pages name in their texts and in their foot, each with the pages that name it. Links to
 * share a page are none of them: they are made anew for each page.
 */
export function outerLinks(html: string): string[] {
  const found = html.matchAll(/<a\b[^>]*\bhref="(https?:\/\/[^"]+)"[^>]*\brel="external noopener(?: me)?"/g);
  return [...new Set([...found].map(([, address = '']) => address.replaceAll('&amp;', '&')))];
}

/**
 * Asks each address once. Gone is what its host says is gone (404, 410); whatever else may be right again tomorrow.
 *
 * @param links address → pages that name it
 */
export async function checkOuterLinks(
  links: ReadonlyMap<string, readonly string[]>,
  ask: Ask = askHost,
): Promise<TautanLuar> {
  const addresses = [...links.keys()].filter(isPublicHost);
  const statuses = new Map<string, number>();
  let next = 0;
  const work = async () => {
    for (let address = addresses[next++]; address !== undefined; address = addresses[next++])
      statuses.set(address, await ask(address).catch(() => 0));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const gone = addresses.filter((address) => [404, 410].includes(statuses.get(address) ?? 0));
  return {
    ditanya: addresses.length,
    putus: gone.map((address) => {
      const [first = '', ...more] = links.get(address) ?? [];
      const others = more.length > 0 ? ` dan ${more.length} halaman lain` : '';
      return `Tautan ${address} di ${first}${others} sudah tidak ada di situsnya. Ganti lewat ralat, atau hapus.`;
    }),
    belumPasti: addresses.filter((address) => !isSure(statuses.get(address) ?? 0)).length,
  };
}

const isSure = (status: number) => (status >= 200 && status < 400) || status === 404 || status === 410;

/** Names that are nobody's (RFC 2606, RFC 6761), numbers, and names within an office's own net are not asked. */
function isPublicHost(address: string): boolean {
  const { hostname } = new URL(address);
  if (hostname.startsWith('[') || /^[\d.]+$/.test(hostname) || !hostname.includes('.')) return false;
  return !/\.(?:example|test|invalid|localhost|local|internal|lan)$/.test(hostname);
}

async function askHost(address: string): Promise<number> {
  const answer = await fetch(address, {
    headers: { 'user-agent': 'Paraf (pemeriksa tautan)' },
    signal: AbortSignal.timeout(patience),
  });
  await answer.body?.cancel();
  return answer.status;
}
