import type { Client, Repository } from './read/client.ts';

/** Numbers of all open pull requests: what a sweep looks at again, because triggers get lost. */
export async function openPulls(client: Client, repository: Repository): Promise<number[]> {
  const numbers: number[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await client.request('GET /repos/{owner}/{repo}/pulls', {
      ...repository,
      state: 'open',
      per_page: 100,
      page,
    });
    const pulls = data as readonly { number: number }[];
    numbers.push(...pulls.map(({ number }) => number));
    if (pulls.length < 100) return numbers;
  }
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
  const { data } = await client.request('GET /repos/{owner}/{repo}/pulls', {
    ...repository,
    state: 'closed',
    sort: 'updated',
    direction: 'desc',
    per_page: 100,
  });
  const pulls = data as readonly { number: number; updated_at: string }[];
  return pulls
    .filter(({ updated_at }) => Date.parse(updated_at) >= Date.parse(since))
    .map(({ number }) => number);
}
