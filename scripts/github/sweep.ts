import type { Client, Repository } from './read/client.ts';
import { pagesOf } from './read/pages.ts';

const route = 'GET /repos/{owner}/{repo}/pulls';

/** Numbers of all open pull requests: what a sweep looks at again, because triggers get lost. */
export async function openPulls(client: Client, repository: Repository): Promise<number[]> {
  const numbers: number[] = [];
  for await (const page of pagesOf(client, route, { ...repository, state: 'open' }))
    numbers.push(...(page as readonly { number: number }[]).map(({ number }) => number));
  return numbers;
}

/**
 * Numbers of pull requests closed within a time: a crash between merge and ledger, or a closing nobody heard of, is
 * mended by looking at them again.
 *
 * @param since ISO 8601
 */
export async function recentlyClosed(
  client: Client,
  repository: Repository,
  since: string,
): Promise<number[]> {
  const numbers: number[] = [];
  const asked = { ...repository, state: 'closed', sort: 'updated', direction: 'desc' };
  for await (const page of pagesOf(client, route, asked)) {
    const pulls = page as readonly { number: number; updated_at: string }[];
    const recent = pulls.filter(({ updated_at }) => Date.parse(updated_at) >= Date.parse(since));
    numbers.push(...recent.map(({ number }) => number));
    // Newest first: whatever follows is older still.
    if (recent.length < pulls.length) break;
  }
  return numbers;
}
