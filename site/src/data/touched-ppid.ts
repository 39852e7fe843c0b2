import { keadaanPengecualian, segeraBerakhir } from '../../../scripts/core/ppid/pengecualian.ts';
import { perBerkas } from '../../../scripts/core/ppid/saring.ts';
import { isBerlaku } from '../../../scripts/core/ppid/serta-merta.ts';
import { plusDays } from '../../../scripts/core/ppid/tanggal.ts';
import { itemOf } from '../../../scripts/publish/index/rows.ts';
import type { RowChange, ShownChange } from '../../../scripts/publish/index/shown.ts';
import { alamatPpid } from '../ppid/peta.ts';
import {
  compare,
  touchedPages,
  touchedParts,
  type ListChange,
  type Member,
  type Pieces,
} from './list-change.ts';
import { countIn, type Listed } from './lists.ts';
import { placeIn } from './order.ts';
import { rows } from './portal.ts';
import {
  allEntries,
  choiceList,
  dikecualikan,
  informasiPublik,
  pilahan,
  sertaMerta,
  type Pilahan,
} from './ppid.ts';
import { officeIds } from './settings.ts';
import { pageUrls, type Changed, type Side } from './touched.ts';

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
  const filter = touchedParts(compareAmong(allEntries, members), perBerkas);
  const part = (n: number) => `/ppid/saring/${n}.json`;
  const lists = (Object.keys(pilahan) as Pilahan[]).flatMap((pilah) => {
    const values = new Set(members.flatMap(({ sides }) => sides.flatMap((side) => choicesOf(pilah, side))));
    return [...values].map((value) => {
      const within = (side: Side | null) =>
        side !== null && isInformasiPublik(side) && choicesOf(pilah, side).includes(value) ? side : null;
      const own = members.map(({ before, after }) => ({ before: within(before), after: within(after) }));
      const change = compareAmong(choiceList(pilah, value), own);
      return pageUrls(`${pilahan[pilah].start}${value}/`, touchedPages(change));
    });
  });
  return {
    render: [...filter.render.map(part), ...lists.flatMap(({ render }) => render)],
    remove: [...filter.remove.map(part), ...lists.flatMap(({ remove }) => remove)],
  };
}

function compareAmong(list: Listed, members: readonly Member[]): ListChange {
  return compare(members, countIn(list), (place) => placeIn(list, place));
}

/** The years or formats under which an item is listed. */
function choicesOf(pilah: Pilahan, { pembuatan, format }: Side): readonly string[] {
  return pilah === 'format' ? format : pembuatan === null ? [] : [pembuatan];
}

/** Items that say something else on another day: an exclusion that ends or soon will, a warning that holds no longer. */
export function crossing({ before, after }: ShownChange['asOf']): RowChange[] {
  const [first = '', last = ''] = [before, after].toSorted();
  return rows(
    `SELECT * FROM item WHERE koleksi IN (?, ?) AND judul <> '' AND sampai BETWEEN ? AND ? ORDER BY path`,
    ...[dikecualikan.name, sertaMerta.name, first, plusDays(last, segeraBerakhir)],
  )
    .map(itemOf)
    .filter(({ koleksi, sampai }) => {
      const on = (day: string) =>
        koleksi === sertaMerta.name
          ? isBerlaku(sampai ?? undefined, day)
          : keadaanPengecualian(sampai ?? '', day);
      return on(before) !== on(after);
    })
    .map((item) => ({ path: item.path, before: item, after: item }));
}
