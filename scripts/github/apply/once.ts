import type { Client, Repository } from '../read/client.ts';

/**
 * What is written anew is never sent twice by the client itself: an answer that was lost on the way would leave it
 * there two times. The look fails instead, and the next one reads first.
 */
const once = { request: { retries: 0 } };

/** Writes a comment. */
export async function writeComment(
  client: Client,
  repository: Repository,
  number: number,
  body: string,
): Promise<void> {
  await client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    ...repository,
    issue_number: number,
    body,
    ...once,
  });
}

/** Opens an issue of the repository. */
export async function openIssue(
  client: Client,
  repository: Repository,
  issue: { readonly title: string; readonly body: string; readonly labels: readonly string[] },
): Promise<void> {
  await client.request('POST /repos/{owner}/{repo}/issues', { ...repository, ...issue, ...once });
}
