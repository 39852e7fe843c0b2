import type { Collection } from '../../content/schema/collections.ts';
import type { Relations } from '../fields.ts';
import { beritaPreview } from './preview-berita.ts';
import { itemPreview } from './preview-item.ts';

/** Collections whose pages are laid out by hand; the others follow from their schemas. */
const own: Readonly<Record<string, (relations: Relations) => Component>> = { berita: beritaPreview };

/** The preview of a collection's items: how the portal would show what stands in the form. */
export function previewOf(collection: Collection, relations: Relations): Component {
  return own[collection.name]?.(relations) ?? itemPreview(collection, relations);
}
