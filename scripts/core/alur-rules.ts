import type { Collection } from '../../content/schema/collections.ts';
import type { Alur, Parsed } from './aturan.ts';
import type { Issue } from './issue.ts';
import { issueAt } from './schema-issues.ts';
import { schemaAt } from './schema-path.ts';
import { checkedKelengkapan, type Sop } from './sop.ts';
import { sopMessages as say } from './sop-messages.ts';

/**
 * What is wrong in `content/alur.yml` once it is well-formed: names that lead nowhere, papers that no field shows.
 * An SOP that is there with faults of its own (`faulty`) is not told a second time.
 */
export function alurIssues(
  file: Parsed,
  alur: Readonly<Record<string, Alur>>,
  sops: ReadonlyMap<string, Sop>,
  faulty: ReadonlySet<string>,
  collections: readonly Collection[],
): Issue[] {
  const names = collections.map(({ name }) => name);
  return Object.entries(alur).flatMap(([name, entry]) => {
    const collection = collections.find((item) => item.name === name);
    if (collection === undefined)
      return [issueAt(file, [name], 'alur-koleksi-tidak-ada', say['alur-koleksi-tidak-ada'](name, names))];
    const lost = faulty.has(entry.sop) ? [] : sopIssues(file, name, entry, sops);
    return [...lost, ...fieldIssues(file, collection, entry)];
  });
}

function sopIssues(file: Parsed, name: string, entry: Alur, sops: ReadonlyMap<string, Sop>): Issue[] {
  const sop = sops.get(entry.sop);
  if (sop === undefined) {
    const message = say['alur-sop-tidak-ada'](entry.sop, [...sops.keys()]);
    return [issueAt(file, [name, 'sop'], 'alur-sop-tidak-ada', message)];
  }
  const checked = new Map<string, { readonly nama: string; readonly no: number }>();
  for (const langkah of sop.langkah)
    for (const id of checkedKelengkapan(langkah))
      if (!checked.has(id)) {
        const nama = langkah.kelengkapan.find((item) => item.id === id)?.nama ?? id;
        checked.set(id, { nama, no: langkah.no });
      }
  const missing = [...checked].filter(([id]) => !Object.hasOwn(entry.kelengkapan, id));
  const unknown = Object.keys(entry.kelengkapan).filter((id) => !checked.has(id));
  return [
    ...missing.map(([id, { nama, no }]) => {
      const message = say['alur-kelengkapan-belum'](id, nama, no);
      return issueAt(file, [name, 'kelengkapan'], 'alur-kelengkapan-belum', message);
    }),
    ...unknown.map((id) => {
      const message = say['alur-kelengkapan-tidak-ada'](id, sop.id);
      return issueAt(file, [name, 'kelengkapan', id], 'alur-kelengkapan-tidak-ada', message);
    }),
  ];
}

function fieldIssues(file: Parsed, collection: Collection, entry: Alur): Issue[] {
  return Object.entries(entry.kelengkapan).flatMap(([id, paths]) =>
    paths.flatMap((path, index) => {
      if (path === 'isi' || schemaAt(collection.schema, path.split('.')) !== undefined) return [];
      const message = say['alur-isian-tidak-ada'](path, collection.name);
      return [issueAt(file, [collection.name, 'kelengkapan', id, index], 'alur-isian-tidak-ada', message)];
    }),
  );
}
