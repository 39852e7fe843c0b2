import { collectionOf, collections } from '../../../content/schema/collections.ts';
import { notices } from '../data/genting.ts';
import {
  earlier,
  itemAt,
  lastChangeOf,
  neighbours,
  newest,
  newestOf,
  sitemapEntries,
  years,
} from '../data/items.ts';
import { dicabut, hitungan, measuredTimes } from '../data/layanan.ts';
import { wholeOf } from '../data/lists.ts';
import { placeIn } from '../data/order.ts';
import { allLists, listPageAt, listUrl, newestPage } from '../data/pages.ts';
import {
  choicePageAt,
  choicesOf,
  countEntries,
  countExclusions,
  filterFile,
  judged,
  warnings,
} from '../data/ppid.ts';
import { versionsOf } from '../data/versions.ts';
import { redirects } from '../redirects.ts';

/** Asks for all that pages ask which a publication touches, whatever it publishes. */
export function touchEverything(): void {
  const berita = collectionOf('berita');
  const [card] = newest(berita, 13);
  const item = itemAt(card!.url);
  if ('jenis' in item) throw new Error('the newest news was withdrawn');
  neighbours(item);
  earlier(item, 3);
  versionsOf(item);
  placeIn(wholeOf('berita'), item);
  for (const list of allLists()) newestOf(list, 20);
  listPageAt(listUrl({ collection: berita, facet: 'bulan', value: item.bulan! }));
  listPageAt('/berita/opd/dinas-kesehatan/halaman/2/');
  for (const collection of collections) newestPage(collection);
  for (const year of years()) [sitemapEntries(year), lastChangeOf(year)];
  hitungan();
  measuredTimes();
  dicabut();
  notices();
  warnings();
  countEntries();
  countExclusions();
  judged();
  filterFile(0);
  choicesOf('tahun');
  choicePageAt('format', 'csv');
  redirects();
}
