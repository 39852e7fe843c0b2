/** The filter of the Daftar Informasi Publik: what its data files hold, and how a wish picks from them. Runs in the browser. */
import { formatOf, tahunOf, type Entri } from './entri.ts';

/** An entry as the data files of the filter hold it: a short list, for each costs every reader of the filter. */
export type Baris = readonly [
  nomor: number,
  url: string,
  judul: string,
  ringkasan: string,
  pejabat: string,
  opd: string,
  klasifikasi: string,
  tahun: string,
  format: string,
];

/** Entries in one data file of the filter. A full file never changes again: a new entry touches the last one alone. */
export const perBerkas = 500;

/** What a reader looks for; an empty text asks for nothing. */
export interface Saringan {
  readonly kata: string;
  readonly opd: string;
  readonly klasifikasi: string;
  readonly tahun: string;
  readonly format: string;
}

export const tanpaSaringan: Saringan = { kata: '', opd: '', klasifikasi: '', tahun: '', format: '' };
const names = Object.keys(tanpaSaringan) as (keyof Saringan)[];

/** An entry for a data file. */
export function barisOf(entry: Entri): Baris {
  return [
    entry.nomor,
    entry.url,
    entry.judul,
    entry.ringkasan,
    entry.pejabat ?? '',
    entry.opd,
    entry.klasifikasi ?? '',
    tahunOf(entry) ?? '',
    formatOf(entry).join(' '),
  ];
}

/** An entry that can be searched: its words folded once. */
export interface Tercari {
  readonly baris: Baris;
  readonly teks: string;
}

/** Small letters without accents, each blank one space: “Anggaran  Daérah” is found by “daerah”. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

export function tercari(baris: Baris): Tercari {
  const [, , judul, ringkasan, pejabat] = baris;
  return { baris, teks: fold(`${judul} ${ringkasan} ${pejabat}`) };
}

/** The entries that a wish asks for, newest first: every word stands somewhere in it, and every choice is its own. */
export function pilih(all: readonly Tercari[], saringan: Saringan): Baris[] {
  const kata = fold(saringan.kata).split(' ').filter(Boolean);
  const { opd, klasifikasi, tahun, format } = saringan;
  const found: Baris[] = [];
  for (let place = all.length - 1; place >= 0; place -= 1) {
    const { baris, teks } = all[place]!;
    if (opd !== '' && baris[5] !== opd) continue;
    if (klasifikasi !== '' && baris[6] !== klasifikasi) continue;
    if (tahun !== '' && baris[7] !== tahun) continue;
    if (format !== '' && !baris[8].split(' ').includes(format)) continue;
    if (kata.every((word) => teks.includes(word))) found.push(baris);
  }
  return found;
}

/** Reads a wish from the query of an address; what it does not know is nothing. */
export function saringanDari(query: string): Saringan {
  const params = new URLSearchParams(query);
  const entries = names.map((name) => [name, (params.get(name) ?? '').trim().slice(0, 200)]);
  return Object.fromEntries(entries) as unknown as Saringan;
}

/** The query of an address that `saringanDari` reads back; empty for a wish for everything. */
export function alamatSaringan(saringan: Saringan): string {
  const asked = names.flatMap((name) => (saringan[name] === '' ? [] : [[name, saringan[name]]]));
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked).toString()}`;
}
