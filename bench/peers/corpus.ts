import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { kategoriBerita } from '../../content/schema/berita.ts';
import { months } from '../../scripts/core/text.ts';
import { itemAt } from '../corpus/archive.ts';
import { pixel } from '../../scripts/github/testing/newsroom.ts';
import { folderOf, repository } from '../corpus/article.ts';

/** Folders of a generator's project, each with the years and months of `content/berita/` in it. */
export interface Places {
  readonly berita: string;
  readonly cards: string;
}

/** Writes the corpus as other site generators read it. */
export function writeCorpus(places: Places, count: number): void {
  for (let place = 0; place < count; place += 1) writeItem(places, place, count);
}

/** Name of an item's card, in its folder. */
export const cardName = 'kartu.png';

/** One item, at the same address as on the portal, with the sign-offs that the ledger has of it. */
export function writeItem({ berita, cards }: Places, place: number, count: number): void {
  const { article, entry } = itemAt(place, count, place + 2);
  const name = folderOf(article).slice('content/berita/'.length);
  const folder = join(berita, name);
  for (const made of [folder, join(cards, name)]) mkdirSync(made, { recursive: true });
  const { judul, ringkasan, opd, kategori, tanggal, isi } = article;
  const head = {
    title: judul,
    ringkasan,
    opd,
    kategori,
    bulan: tanggal.slice(0, 7),
    tanggal,
    tempat: 'Pontianak',
    sop: entry.sop,
    sidik: entry.sidik,
    putaranKoreksi: entry.putaranKoreksi,
  };
  const text = [
    '---',
    `date: ${inWib(entry.at)}`,
    ...Object.entries(head).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    'langkah:',
    ...entry.langkah.map(
      ({ no, tindakan, peran, at, review }) =>
        `  - { nomor: ${no}, tindakan: ${tindakan}, peran: ${peran}, at: ${inWib(at)}, paraf: ${review !== null} }`,
    ),
    '---',
    '',
    isi,
    '',
  ];
  writeFileSync(join(folder, 'index.md'), text.join('\n'));
  // The card that its page names lies ready, as for the portal.
  writeFileSync(join(cards, name, cardName), pixel);
}

/** With the hours of WIB, so that templates need not reckon. */
const inWib = (at: string) => `${new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;

/** What names stand for, as a file of data. */
export function writeNames(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const offices = join(repository, 'content/opd');
  const opd = readdirSync(offices).map((name) => {
    const { nama } = parse(readFileSync(join(offices, name), 'utf8')) as { nama: string };
    return [basename(name, '.yml'), nama];
  });
  const names = {
    bulan: months,
    opd: Object.fromEntries(opd),
    kategori: kategoriBerita,
    jenis: { bulan: 'Arsip bulanan', opd: 'Perangkat daerah', kategori: 'Kategori' },
    sop: 'Penyebarluasan Informasi',
    aktivitas: {
      liput: 'Menerima bahan liputan dari Tim Peliputan/Pengumpul Informasi',
      susun: 'Mengolah informasi menjadi berita',
      periksa: 'Sebelum disebarluaskan berita tersebut dikoreksi oleh Tim Pengolah Informasi',
      setujui: 'Siap untuk disebarluaskan',
    },
  };
  writeFileSync(join(folder, 'nama.json'), JSON.stringify(names));
}

/** The templates of a generator, beside this file, with the parts that are the same on every page. */
export function copyTemplates(name: string, project: string, parts: string): void {
  cpSync(join(import.meta.dirname, name), project, { recursive: true });
  cpSync(join(import.meta.dirname, 'bersama'), join(project, parts, 'bersama'), { recursive: true });
}
