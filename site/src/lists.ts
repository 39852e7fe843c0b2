import type { Collection } from '../../content/schema/collections.ts';
import type { List } from './data/items.ts';
import { kategoriLabel, kategoriName, officeName } from './data/settings.ts';
import { monthName } from './dates.ts';

/** The collection within a sentence: “berita”, “informasi publik”. */
export function inSentence({ label }: Pick<Collection, 'label'>): string {
  return label.charAt(0).toLocaleLowerCase('id') + label.slice(1);
}

/** Title of a list: its month, its office, its choice. */
export function listName({ collection, facet, value }: List): string {
  if (facet === 'bulan') return monthName(value);
  return facet === 'opd' ? officeName(value) : kategoriName(collection, value);
}

/** What kind of list it is. */
export function listKind({ collection, facet }: Pick<List, 'collection' | 'facet'>): string {
  if (facet === 'bulan') return 'Arsip bulanan';
  return facet === 'opd' ? 'Perangkat daerah' : kategoriLabel(collection);
}

/** One sentence on what a list holds. */
export function listSummary(list: List): string {
  const [what, name] = [`Semua ${inSentence(list.collection)}`, listName(list)];
  if (list.facet === 'bulan') return `${what} dalam arsip ${name}.`;
  if (list.facet === 'opd') return `${what} dari ${name}.`;
  return `${what} dengan ${inSentence({ label: kategoriLabel(list.collection) })} ${name}.`;
}
