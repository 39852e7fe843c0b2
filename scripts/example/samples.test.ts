import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../content/schema/collections.ts';
import { readCheckout } from '../check/checkout.ts';
import { checkItem, type ItemContext } from '../check/item.ts';
import { buildAturan, opdIdsOf } from '../core/aturan.ts';
import { kelengkapanOf } from '../core/kelengkapan.ts';
import { parseDocument } from '../markdown/front-matter.ts';
import { isSigned } from '../core/sop.ts';
import { informasiDikecualikanCount } from './informasi-dikecualikan.ts';
import { informasiPublikCount } from './informasi-publik.ts';
import { kampanyeCount } from './kampanye.ts';
import { kontenCount } from './konten.ts';
import type { SampleItem } from './sample.ts';
import { samplesOf } from './samples.ts';
import { sertaMertaCount } from './serta-merta.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const samples = samplesOf(checkout);
const { parsed } = readCheckout(checkout);
const aturan = buildAturan(parsed);
if (!aturan.ok) throw new Error('settings with faults');
const { alur, sops } = aturan.value;
const context: ItemContext = { aturan: aturan.value, opdIds: opdIdsOf(parsed) };

const counts = {
  konten: kontenCount,
  kampanye: kampanyeCount,
  'informasi-publik': informasiPublikCount([...sops.values()].filter(isSigned)),
  'informasi-dikecualikan': informasiDikecualikanCount,
  'serta-merta': sertaMertaCount,
};
const every = Object.entries(counts).flatMap(([name, count]) =>
  Array.from({ length: count }, (_, n) => [name, n, samples.make(name, n)!] as const),
);

const filesOf = (item: SampleItem) =>
  [...item.files].map(([path, bytes]) => ({
    name: path.slice(item.folder.length + 1),
    size: bytes.length,
    bytes,
  }));

function papersOf(item: SampleItem): string[] {
  const place = placeOf(`${item.folder}/index.md`);
  if (place.kind !== 'item') throw new Error('no item');
  const text = new TextDecoder().decode(item.files.get(`${item.folder}/index.md`));
  const document = parseDocument('index.md', '', text);
  if (!document.ok) throw new Error('not read');
  const { data, body } = document.value;
  const names = filesOf(item).map(({ name }) => name);
  const kept = place.collection.schema.parse(data);
  return kelengkapanOf(alur.get(place.collection.name)!, kept, body, names);
}

describe.each(every)('sample %s %d', (name, n, item) => {
  it('has every paper of its SOP, and the checks find nothing', () => {
    expect(checkItem(item.folder, filesOf(item), context)).toEqual([]);
    expect(papersOf(item)).toEqual(Object.keys(alur.get(name)!.kelengkapan));
    expect(new TextDecoder().decode(item.files.get(`${item.folder}/index.md`))).toContain('contoh: true');
  });

  it('has the same bytes each time', () => {
    expect(samples.make(name, n)).toEqual(item);
  });
});

it('has a title, an address and a picture of its own for each', () => {
  expect(new Set(every.map(([, , { title }]) => title)).size).toBe(every.length);
  expect(new Set(every.map(([, , { folder }]) => folder)).size).toBe(every.length);
  const pictures = every.flatMap(([, , { files }]) =>
    [...files]
      .filter(([path]) => path.endsWith('.png'))
      .map(([, bytes]) => Buffer.from(bytes).toString('base64')),
  );
  expect(new Set(pictures).size).toBe(kontenCount + kampanyeCount);
});

it('counts on when the samples are used up, and takes another name', () => {
  expect(samples.make('konten', kontenCount)?.folder).toBe(`${samples.make('konten', 0)?.folder}-2`);
  expect(samples.make('informasi-publik', 4, 'nama-lain')?.folder).toBe(
    'content/informasi-publik/dinas-pendidikan/nama-lain',
  );
  expect(samples.make('halaman', 0)).toBeUndefined();
});

describe('an item as it stands after a step', () => {
  const table: [collection: string, no: number, papers: string[], files: string[]][] = [
    ['berita', 0, [], ['index.md']],
    ['konten', 0, [], ['index.md']],
    ['berita', 1, ['dokumentasi', 'data-informasi'], ['index.md', 'catatan-lapangan.txt']],
    ['konten', 1, ['surat-pemohon'], ['index.md', 'surat-permohonan.pdf']],
    ['konten', 2, ['surat-pemohon'], ['index.md', 'surat-permohonan.pdf']],
    [
      'konten',
      3,
      ['surat-pemohon', 'surat-perintah-tugas', 'anggota-tim'],
      ['index.md', 'surat-permohonan.pdf', 'surat-perintah-tugas.pdf'],
    ],
    ['kampanye', 1, ['disposisi'], ['index.md', 'disposisi.pdf']],
    ['kampanye', 2, ['disposisi', 'daftar-aspek-khalayak'], ['index.md', 'disposisi.pdf']],
    [
      'kampanye',
      3,
      ['disposisi', 'daftar-aspek-khalayak', 'data-resmi', 'materi-konten'],
      ['index.md', 'disposisi.pdf', 'data-resmi.txt'],
    ],
    [
      'kampanye',
      4,
      ['disposisi', 'daftar-aspek-khalayak', 'data-resmi', 'materi-konten', 'daftar-tim', 'surat-tugas'],
      ['index.md', 'disposisi.pdf', 'data-resmi.txt', 'surat-tugas.pdf'],
    ],
    ['informasi-publik', 1, ['draf-data-informasi'], ['index.md']],
    ['informasi-publik', 2, ['draf-data-informasi'], ['index.md']],
    ['informasi-dikecualikan', 2, ['draf-data-informasi'], ['index.md']],
    ['serta-merta', 0, [], ['index.md']],
    ['serta-merta', 1, ['delapan-unsur'], ['index.md']],
  ];
  it.each(table)('%s after step %d has the papers %j and no others', (name, no, papers, files) => {
    const item = samples.until(samples.make(name, 0)!, no);
    expect(papersOf(item)).toEqual(papers);
    expect(filesOf(item).map((file) => file.name)).toEqual(files);
    expect(checkItem(item.folder, filesOf(item), context)).toEqual([]);
  });

  it.each(Object.keys(counts))('%s is whole after its last step', (name) => {
    const item = samples.make(name, 0)!;
    expect(papersOf(samples.until(item, samples.stepsOf(name).at(-1)!))).toEqual(papersOf(item));
  });

  it('knows no step that the SOP does not have', () => {
    expect(() => samples.until(samples.make('konten', 0)!, 99)).toThrow(
      'pembuatan-konten-informasi has no step 99',
    );
  });
});
