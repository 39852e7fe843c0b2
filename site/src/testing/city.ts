import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { samplesOf } from '../../../scripts/example/samples.ts';
import type { SampleItem as Sample } from '../../../scripts/example/sample.ts';
import { repository } from './build.ts';
import { writePublication, type SampleItem } from './fixture.ts';

/** How many samples of each collection the city has published. */
const counts: Readonly<Record<string, number>> = {
  berita: 8,
  konten: 3,
  kampanye: 3,
  'informasi-publik': 4,
  'informasi-dikecualikan': 2,
  'serta-merta': 2,
};

/**
 * Writes a tree to publish as a city would have it: samples of every collection, all pages of the office, and an
 * archive that is longer than a page. For tests and for looking at the portal.
 */
export function writeCity(root: string, more: readonly SampleItem[] = []): void {
  const samples = samplesOf(repository);
  const published = Object.entries(counts).flatMap(([collection, count], group) =>
    Array.from({ length: count }, (_, n) => {
      const made = samples.make(collection, n);
      if (made === undefined) throw new Error(`no sample ${n} of ${collection}`);
      return itemOf(made, new Date(Date.UTC(2026, 10, 2 + n, 2 + group, 15)).toISOString());
    }),
  );
  writePublication(root, repository, [...published, ...archive(), ...more]);
  mkdirSync(join(root, 'content/halaman'), { recursive: true });
  cpSync(join(repository, 'content/halaman'), join(root, 'content/halaman'), { recursive: true });
}

function itemOf({ folder, files }: Sample, at: string): SampleItem {
  const beside = [...files].map(([path, bytes]) => [path.slice(folder.length + 1), bytes] as const);
  const index = beside.find(([name]) => name === 'index.md')?.[1];
  return {
    path: folder,
    at,
    index: new TextDecoder().decode(index),
    files: Object.fromEntries(beside.filter(([name]) => name !== 'index.md')),
  };
}

/** News of a month that needs more than one page. */
function archive(): SampleItem[] {
  return Array.from({ length: 41 }, (_, n) => ({
    path: `content/berita/2026/09/siaran-${n + 1}`,
    at: new Date(Date.UTC(2026, 8, 1 + Math.floor(n / 2), 2 + (n % 2) * 4)).toISOString(),
    index: `---
judul: Siaran nomor ${n + 1} dari kantor wali kota
opd: dinas-komunikasi-dan-informatika
tanggal: "2026-09-${String(1 + Math.floor(n / 2)).padStart(2, '0')}"
tempat: Pontianak
ringkasan: Siaran untuk arsip bulan September.
kategori: pemerintahan
contoh: true
---

Isi siaran nomor ${n + 1}.
`,
  }));
}
