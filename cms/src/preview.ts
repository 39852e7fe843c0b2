import type { Relations } from '../fields.ts';
import { beritaPreview } from './preview-berita.ts';

/** The preview of a collection's items: how the portal would show what stands in the form. */
export function previewOf(collection: string, relations: Relations): Component {
  const preview = { berita: beritaPreview }[collection];
  if (preview === undefined) throw new Error(`no preview for collection ${collection}`);
  return preview(relations);
}
