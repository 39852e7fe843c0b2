import { createLocalServer } from '../scripts/local/server.ts';
import { openArchive, type Archive } from './corpus/archive.ts';

/** A data folder of the local server over an archive; nothing was ever asked of it. */
export async function officeOver(size: number, dataDir: string): Promise<Archive> {
  // The server makes its own records beside an empty repository, and would make none beside one that is filled.
  await (await createLocalServer({ dataDir })).close();
  return openArchive(size, dataDir);
}
