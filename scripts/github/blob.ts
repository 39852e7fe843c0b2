import type { Client, Repository } from './read/client.ts';

/** The bytes of a blob, whatever its size: GraphQL cuts long ones and knows none that are not text. */
export async function readBlob(client: Client, repository: Repository, sha: string): Promise<Buffer> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
    ...repository,
    file_sha: sha,
  });
  return Buffer.from((data as { content: string }).content, 'base64');
}
