import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleAt, folderOf, type Article } from '../corpus/article.ts';

/** Writes the corpus as other site generators read it, below `content/berita/` of their project. */
export function writeCorpus(berita: string, count: number): void {
  for (let place = 0; place < count; place += 1) writeArticle(berita, articleAt(place, count));
}

/** One article, at the same address as on the portal. */
export function writeArticle(berita: string, article: Article): void {
  const folder = join(berita, folderOf(article).slice('content/berita/'.length));
  mkdirSync(folder, { recursive: true });
  const { judul, ringkasan, opd, kategori, at, tanggal, isi } = article;
  const head = [
    `title: ${JSON.stringify(judul)}`,
    `date: ${at}`,
    `ringkasan: ${JSON.stringify(ringkasan)}`,
    `opd: ${opd}`,
    `kategori: ${kategori}`,
    `bulan: "${tanggal.slice(0, 7)}"`,
  ];
  writeFileSync(join(folder, 'index.md'), `---\n${head.join('\n')}\n---\n\n${isi}\n`);
}

/** The templates of a generator, beside this file. */
export function copyTemplates(name: string, project: string): void {
  cpSync(join(import.meta.dirname, name), project, { recursive: true });
}
