import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Client, Repository } from '../../github/read/client.ts';
import { LastFault } from './fault.ts';
import type { Found } from './find.ts';

/** So long a download may take: after that, making everything anew is quicker. */
const patience = 5 * 60_000;

/**
 * Brings what was kept to this machine. Its bytes are those of which GitHub wrote down the SHA-256 when the run that made
 * them handed them over.
 *
 * @throws LastFault where they are others, or do not come
 */
export async function download(
  client: Client,
  repository: Repository,
  { artifact, sha256, bytes }: Found,
  file: string,
): Promise<void> {
  const { headers } = await client.request(
    'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
    { ...repository, artifact_id: artifact, archive_format: 'zip', request: { redirect: 'manual' } },
  );
  // The place that GitHub names is another host, and has no business with the token.
  const response = await fetch(String(headers['location']), { signal: AbortSignal.timeout(patience) });
  if (!response.ok || response.body === null)
    throw new LastFault(`Berkasnya tidak dapat diunduh (${response.status}).`);
  const hash = createHash('sha256');
  let length = 0;
  const counted = async function* (pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      length += piece.length;
      if (length > bytes) break;
      hash.update(piece);
      yield piece;
    }
  };
  const body = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
  await pipeline(body, counted, createWriteStream(file));
  if (length !== bytes || hash.digest('hex') !== sha256)
    throw new LastFault('Berkasnya bukan yang dicatat GitHub saat disimpan: sidiknya lain.');
}
