import { kindOf, type Kind, type Langkah, type SopDocument } from '../../content/schema/sop.ts';

/** An SOP as the program runs it: the document, its id (folder name) and its version (blob id of index.md). */
export interface Sop extends SopDocument {
  readonly id: string;
  readonly version: string;
}

/** The kind of a step, which fixes its evidence. */
export function kindOfLangkah(langkah: Langkah): Kind {
  return kindOf(langkah.tindakan);
}

/** Ids of the kelengkapan of one step that are checked; tools and stationery have none. */
export function checkedKelengkapan(langkah: Langkah): string[] {
  return langkah.kelengkapan.flatMap((item) => (item.id === null ? [] : [item.id]));
}
