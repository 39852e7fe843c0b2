/**
 * Cards for sharing, made before: pictures are made when an item is submitted and never while somebody waits for a
 * publication. Here each is a picture of one pixel, under the name that the page gives it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { urlOf } from '../../content/schema/collections.ts';
import { encoderVersion } from '../../scripts/publish/pictures/encoder.ts';
import { pixel } from '../../scripts/github/testing/newsroom.ts';
import { cardOfItem } from '../../site/src/data/cards.ts';
import { articleAt, folderOf, repository, type Article } from './article.ts';

/** @param dataDir folder of the publications that will find the cards */
export function keepCards(dataDir: string, count: number): void {
  for (let place = 0; place < count; place += 1) keepCard(dataDir, articleAt(place, count));
}

export function keepCard(dataDir: string, article: Article): void {
  process.env['PARAF_CONTENT'] ??= repository;
  const folder = join(dataDir, 'terbit/singgahan/gambar');
  mkdirSync(folder, { recursive: true });
  const { src } = cardOfItem({ ...article, url: urlOf(folderOf(article)) });
  const key = /kartu\.([0-9a-f]+)\.png$/.exec(src)?.[1];
  if (key === undefined) throw new Error(`the card of ${article.slug} has another kind of name: ${src}`);
  writeFileSync(join(folder, `${key}-${encoderVersion()}.png`), pixel);
}
