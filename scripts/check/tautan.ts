/** What is wrong with a finished portal: links that lead nowhere, and public information whose time is over. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isBasi, mutakhirSampai, type Dinilai } from '../core/ppid/kewajiban.ts';
import { outerLinks } from './tautan-luar.ts';

/** What was looked at, and each fault as a sentence. */
export interface Tautan {
  /** Pages that were read, and links of theirs that lead within the portal. */
  readonly halaman: number;
  readonly tautan: number;
  readonly putus: readonly string[];
  readonly basi: readonly string[];
  /** Links to other hosts, each with the pages that name it: not followed here. */
  readonly luar: ReadonlyMap<string, readonly string[]>;
}

/** Parts of the host that other programs answer. */
const elsewhere = ['/admin/', '/api/', '/login/', '/paraf/'];

/**
 * Looks through a finished portal. Links to other hosts are collected, and followed by whoever wants to (tautan-luar.ts).
 *
 * @param dist folder of its files
 * @param base folder in which the portal stands on its host: `/`, or `/portal/`
 */
export function checkTautan(dist: string, base: string): Tautan {
  const files = filesOf(dist);
  const pages = [...files].filter((path) => path.endsWith('.html')).toSorted();
  const broken = new Map<string, string[]>();
  const luar = new Map<string, string[]>();
  let tautan = 0;
  for (const page of pages) {
    const html = readFileSync(join(dist, page), 'utf8');
    for (const link of outerLinks(html)) luar.set(link, [...(luar.get(link) ?? []), page]);
    const links = new Set(
      [...html.matchAll(/\s(?:href|src)="(\/(?!\/)[^"#?]*)/g)].map(([, link = '']) => link),
    );
    for (const link of links) {
      const path = link.startsWith(base) ? `/${decoded(link.slice(base.length))}` : null;
      if (path !== null && elsewhere.some((start) => path.startsWith(start))) continue;
      tautan += 1;
      const file = path?.endsWith('/') === true ? `${path}index.html` : path;
      if (file === null || !files.has(file)) broken.set(link, [...(broken.get(link) ?? []), page]);
    }
  }
  const putus = [...broken].map(([link, from]) => {
    const more = from.length > 1 ? ` dan ${from.length - 1} halaman lain` : '';
    return `Tautan ${link} di ${from[0]}${more} tidak menuju apa pun. Betulkan alamatnya, atau alihkan lewat content/alihan.yml.`;
  });
  return { halaman: pages.length, tautan, putus, basi: stale(dist), luar };
}

/** An address may have any sign in it, also one that decodes to nothing. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Entries of the Daftar Informasi Publik that are no longer current on the day of the portal. */
function stale(dist: string): string[] {
  const text = readFileSync(join(dist, 'ppid/unduh/daftar-informasi-publik.json'), 'utf8');
  const { keadaan, daftar } = JSON.parse(text) as {
    keadaan: string;
    daftar: (Dinilai & { alamat: string })[];
  };
  return daftar
    .filter((entry) => isBasi(entry, keadaan))
    .map(
      (entry) =>
        `“${entry.judul}” (${entry.alamat}) mutakhir sampai ${mutakhirSampai(entry) ?? ''}. Perbarui lewat SOP-nya, atau cabut.`,
    );
}

/** Every file of a folder as its address. */
function filesOf(dist: string): ReadonlySet<string> {
  const found = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Set(
    found.map((entry) => join(entry.parentPath, entry.name).slice(dist.length).split(sep).join('/')),
  );
}
