import { cardFile } from './cards.ts';
import { fileAt, type FileAt } from './files.ts';

/** The file at an address that is no page: a card for sharing, else a file of an item. */
export async function besidePage(url: string): Promise<FileAt> {
  const card = await cardFile(url);
  return card === null ? fileAt(url) : { kept: card, type: 'image/png' };
}
