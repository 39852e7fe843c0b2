import { stringify } from 'yaml';
import type { Alur } from '../core/aturan.ts';
import type { Collection } from '../../content/schema/collections.ts';
import { namedFiles } from '../core/kelengkapan.ts';
import { schemaAt } from '../core/schema-path.ts';
import { checkedKelengkapan, type Sop } from '../core/sop.ts';
import { parseDocument } from '../markdown/front-matter.ts';
import type { SampleItem } from './sample.ts';

/** Under what an item runs: its collection, the SOP, and which fields show the papers of it. */
export interface Rules {
  readonly collection: Collection;
  readonly alur: Pick<Alur, 'kelengkapan'>;
  readonly sop: Sop;
}

/**
 * An item as it stands once a step is done: what only later steps ask for is taken out, with its files. Which fields
 * those are is told by `alur.yml` and the SOP, and for a field that is no kelengkapan by the tindakan in its schema;
 * a field that begins the item (its title, its office), or that no step of this SOP fills in, stays.
 *
 * @param no number of the last step that is done; 0 for a draft in which not even the first is
 */
export function itemUntil(item: SampleItem, { collection, alur, sop }: Rules, no: number): SampleItem {
  const done = sop.langkah.findIndex((langkah) => langkah.no === no);
  if (done < 0 && no !== 0) throw new Error(`${sop.id} has no step ${no}`);
  const index = `${item.folder}/index.md`;
  const parsed = parseDocument(index, '', new TextDecoder().decode(item.files.get(index)));
  if (!parsed.ok) throw new Error(`${index}: ${parsed.issues.map(({ message }) => message).join(' ')}`);

  const stepOf = (key: string): number => {
    const asked = sop.langkah.findIndex((langkah) =>
      checkedKelengkapan(langkah).some((id) =>
        alur.kelengkapan[id]?.some((path) => path.split('.')[0] === key),
      ),
    );
    if (asked >= 0) return asked;
    const tindakan = schemaAt(collection.schema, [key])?.meta?.tindakan;
    const filled = sop.langkah.findIndex((langkah) => langkah.tindakan === tindakan);
    return filled === 0 ? -1 : filled;
  };
  const isThere = (key: string) => stepOf(key) <= done;

  const { data, body } = parsed.value;
  const kept = Object.fromEntries(Object.entries(data as object).filter(([key]) => isThere(key)));
  const text = isThere('isi') ? body : '';
  const named = new Set(namedFiles(kept).map(({ name }) => name));
  const files = [...item.files].filter(([path]) => {
    const name = path.slice(item.folder.length + 1);
    return path !== index && (named.has(name) || text.includes(name));
  });
  const utf8 = new TextEncoder();
  return {
    ...item,
    files: new Map([[index, utf8.encode(`---\n${stringify(kept)}---\n${text}`)], ...files]),
  };
}
