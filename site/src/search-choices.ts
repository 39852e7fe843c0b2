import { listsBy, years } from './data/items.ts';
import { governed, kategoriLabel } from './data/settings.ts';
import { listName } from './lists.ts';

/** One filter of the search: what can be chosen, in groups where one word could mean several things. */
export interface FacetChoices {
  readonly nama: 'jenis' | 'opd' | 'tahun' | 'kategori';
  readonly label: string;
  readonly groups: readonly {
    readonly label: string | null;
    readonly choices: readonly (readonly [value: string, words: string])[];
  }[];
}

/** The filters of the search. They name what the portal has, and change only with the first item of a new kind. */
export function facetChoices(): FacetChoices[] {
  const collections = governed();
  const offices = new Map(
    collections.flatMap((collection) =>
      listsBy(collection, 'opd').map((list) => [list.value, listName(list)] as const),
    ),
  );
  return [
    {
      nama: 'jenis',
      label: 'Jenis',
      groups: [
        {
          label: null,
          choices: [
            ...collections.map(({ name, label }) => [name, label] as const),
            ['sop', 'SOP'],
            ['halaman', 'Halaman lain'],
          ],
        },
      ],
    },
    {
      nama: 'opd',
      label: 'Perangkat daerah',
      groups: [{ label: null, choices: [...offices].toSorted(([, a], [, b]) => a.localeCompare(b, 'id')) }],
    },
    {
      nama: 'tahun',
      label: 'Tahun',
      groups: [
        {
          label: null,
          choices: years()
            .toReversed()
            .map((year) => [year, year] as const),
        },
      ],
    },
    {
      nama: 'kategori',
      label: 'Kategori',
      groups: collections
        .map((collection) => ({
          label: `${collection.label}: ${kategoriLabel(collection).toLocaleLowerCase('id')}`,
          choices: listsBy(collection, 'kategori').map(
            (list) => [`${collection.name}/${list.value}`, listName(list)] as const,
          ),
        }))
        .filter(({ choices }) => choices.length > 0),
    },
  ];
}
