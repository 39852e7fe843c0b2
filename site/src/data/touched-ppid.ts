import { formatOf, tahunOf } from '../../../scripts/core/ppid/entri.ts';
import { keadaanPengecualian } from '../../../scripts/core/ppid/pengecualian.ts';
import { perBerkas } from '../../../scripts/core/ppid/saring.ts';
import { isBerlaku } from '../../../scripts/core/ppid/serta-merta.ts';
import type { IndexedItem } from '../../../scripts/publish/index/make-item.ts';
import { alamatPpid } from '../ppid/peta.ts';
import type { PublicData } from './items.ts';
import {
  compare,
  touchedPages,
  touchedParts,
  type ListChange,
  type Member,
  type Pieces,
  type Place,
} from './list-change.ts';
import { rows } from './portal.ts';
import {
  cardsOfChoice,
  dikecualikan,
  entryCards,
  informasiPublik,
  pilahan,
  sertaMerta,
  type Pilahan,
} from './ppid.ts';
import { officeIds } from './settings.ts';
import { pageUrls, type Changed, type Change, type RowChange, type Side } from './touched.ts';

/** The part of the dependency map that is the PPID's: lists that the law asks for, and what a new day changes. */

export const isInformasiPublik = ({ koleksi }: Side) => koleksi === informasiPublik.name;

/** Pages that tell how the public information stands: of each office, and on each day. */
export function ppidPages(): string[] {
  return [
    ...alamatPpid,
    ...officeIds().map((opd) => `/ppid/cakupan/${opd}/`),
    ...['bukti.csv', 'bukti.xlsx'].map((name) => `/ppid/unduh/${name}`),
    ...['csv', 'json', 'xlsx'].map((ending) => `/ppid/unduh/daftar-informasi-publik.${ending}`),
    '/data.json',
    '/ppid/serta-merta/genting.json',
  ];
}

/** What the Daftar Informasi Publik is cut into beside the lists of its collection: years, formats, data of its filter. */
export function ppidLists(members: readonly Changed[]): Pieces<string> {
  if (members.length === 0) return { render: [], remove: [] };
  const filter = touchedParts(compareAmong(entryCards(), members), perBerkas);
  const part = (n: number) => `/ppid/saring/${n}.json`;
  const lists = (Object.keys(pilahan) as Pilahan[]).flatMap((pilah) => {
    const values = new Set(members.flatMap(({ sides }) => sides.flatMap((side) => choicesOf(pilah, side))));
    return [...values].map((value) => {
      const within = (side: Side | null) =>
        side !== null && isInformasiPublik(side) && choicesOf(pilah, side).includes(value) ? side : null;
      const own = members.map(({ before, after }) => ({ before: within(before), after: within(after) }));
      const change = compareAmong(cardsOfChoice(pilah, value), own);
      return pageUrls(`${pilahan[pilah].start}${value}/`, touchedPages(change));
    });
  });
  return {
    render: [...filter.render.map(part), ...lists.flatMap(({ render }) => render)],
    remove: [...filter.remove.map(part), ...lists.flatMap(({ remove }) => remove)],
  };
}

function compareAmong(now: readonly Place[], members: readonly Member[]): ListChange {
  const placeOf = ({ urut, path }: Place) =>
    now.filter((one) => one.urut < urut || (one.urut === urut && one.path < path)).length;
  return compare(members, now.length, placeOf);
}

/** The years or formats under which an item is listed. */
function choicesOf(pilah: Pilahan, { terbit, data, files }: Side): string[] {
  if (pilah === 'tahun')
    return [tahunOf({ waktu: data.pembuatan?.waktu ?? null, terbit })].filter((one) => one !== null);
  const named = new Set(data.dokumen?.map(({ berkas }) => berkas));
  const dokumen = files.filter(({ name }) => named.has(name)).map(({ publicName }) => ({ src: publicName }));
  return formatOf({ dokumen });
}

/** Items that say something else on another day: an exclusion that ends or soon will, a warning that holds no longer. */
export function crossing({ before, after }: Change['asOf']): RowChange[] {
  return rows(
    "SELECT * FROM item WHERE koleksi IN (?, ?) AND judul <> ''",
    dikecualikan.name,
    sertaMerta.name,
  )
    .map((row) => ({ row, data: JSON.parse(row['data'] ?? '{}') as PublicData }))
    .filter(({ data: { berakhir, berlakuSampai } }) => {
      const on = (day: string) =>
        berakhir === undefined ? isBerlaku(berlakuSampai, day) : keadaanPengecualian(berakhir, day);
      return on(before) !== on(after);
    })
    .map(({ row, data }) => {
      const item = {
        ...row,
        data,
        files: JSON.parse(row['files'] ?? '[]') as unknown,
      } as unknown as IndexedItem;
      return { path: item.path, before: item, after: item };
    });
}
