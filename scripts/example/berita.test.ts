import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { beritaSchema } from '../../content/schema/berita.ts';
import { kelengkapanOf } from '../core/kelengkapan.ts';
import { parseDocument } from '../markdown/front-matter.ts';
import { imageSize } from '../publish/index/image-size.ts';
import { sampleBerita, sampleCount } from './berita.ts';
import { beritaTexts } from './berita-texts.ts';

it.each(beritaTexts.map(({ slug }, n) => [slug, n] as const))(
  '%s is complete and says that it is a sample',
  (_slug, n) => {
    const { folder, files } = sampleBerita(n);
    const text = new TextDecoder().decode(files.get(`${folder}/index.md`));
    const parsed = parseDocument(`${folder}/index.md`, '', text);
    if (!parsed.ok) throw new Error('not read');
    const { data, body } = parsed.value;
    expect(beritaSchema.parse(data)).toMatchObject({ contoh: true });
    expect(readdirSync('content/opd')).toContain(`${beritaSchema.parse(data).opd}.yml`);

    const alur = (
      parse(readFileSync('content/alur.yml', 'utf8')) as Record<
        string,
        { sop: string; kelengkapan: Record<string, string[]> }
      >
    )['berita'];
    if (alur === undefined) throw new Error('berita has no SOP');
    const names = [...files.keys()].map((path) => path.slice(folder.length + 1));
    expect(kelengkapanOf(alur, data, body, names)).toEqual(Object.keys(alur.kelengkapan));
  },
);

it('gives every sample a picture of its own, 1200 by 800', () => {
  const pictures = beritaTexts.map((_, n) => {
    const { folder, files } = sampleBerita(n);
    return files.get(`${folder}/foto-utama.png`) ?? new Uint8Array();
  });
  expect(pictures.map(imageSize)).toEqual(pictures.map(() => ({ width: 1200, height: 800 })));
  expect(new Set(pictures.map((bytes) => Buffer.from(bytes).toString('base64'))).size).toBe(sampleCount);
});

it('writes the same bytes each time, and other names when the samples are used up', () => {
  expect(sampleBerita(0)).toEqual(sampleBerita(0));
  expect(sampleBerita(sampleCount).folder).toBe(`${sampleBerita(0).folder}-2`);
  expect(sampleBerita(0, 'nama-lain').folder).toBe('content/berita/2026/11/nama-lain');
});
