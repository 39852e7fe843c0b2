import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../folders.ts';
import { costOf, type Cost, type Program } from '../measure.ts';
import { cardName, copyTemplates, writeCorpus, writeItem, writeNames } from './corpus.ts';

/** Another generator of static sites, with the corpus as its content. */
export interface Generator {
  readonly name: string;
  /** Where articles lie in its project, where their cards, where files of data, and where parts of pages. */
  readonly berita: string;
  readonly cards: string;
  readonly data: string;
  readonly parts: string;
  /** The program that builds a project. */
  readonly program: (project: string) => Program;
}

/** The version that is compared with; installed on demand into the cache, never among our dependencies. */
const eleventyVersion = '3.1.7';

/** Eleventy; throws where it cannot be installed. */
export function eleventy(): Generator {
  const folder = cacheFolder(`eleventy-${eleventyVersion}`);
  const main = join(folder, 'node_modules/@11ty/eleventy/cmd.cjs');
  if (!existsSync(main)) {
    const wanted = `@11ty/eleventy@${eleventyVersion}`;
    const args = [
      'install',
      '--prefix',
      folder,
      '--save-exact',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    ];
    const done = spawnSync('npm', [...args, wanted], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (done.status !== 0) throw new Error(`${wanted} cannot be installed: ${done.stderr}`);
  }
  return {
    name: `Eleventy ${eleventyVersion}`,
    berita: 'berita',
    cards: 'kartu',
    data: '_data',
    parts: '_includes',
    program: (project) => ({
      command: process.execPath,
      args: [main, '--quiet', '--config=eleventy.config.mjs'],
      cwd: project,
    }),
  };
}

/** Hugo, where the machine has it; nothing is installed for it. */
export function hugo(): Generator | null {
  const said = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  if (said.error !== undefined || said.status !== 0) return null;
  const version = /v(\d[\d.]*)/.exec(said.stdout)?.[1] ?? 'of an unknown version';
  return {
    name: `Hugo ${version}`,
    berita: 'content/berita',
    cards: 'content/berita',
    data: 'data',
    parts: 'layouts/partials',
    program: (project) => ({
      command: 'hugo',
      args: ['--quiet', '--config', 'hugo.toml', '--destination', '_site'],
      cwd: project,
    }),
  };
}

/** What a generator costs: a build of everything, and one after a new article. */
export interface Measured {
  readonly cold: Cost;
  readonly change: Cost;
  readonly pages: Pages;
}

/** @param folder where project and output go */
export async function measured(generator: Generator, size: number, folder: string): Promise<Measured> {
  const project = join(folder, 'pembanding');
  copyTemplates(generator.name.split(' ')[0]!.toLowerCase(), project, generator.parts);
  writeNames(join(project, generator.data));
  const places = { berita: join(project, generator.berita), cards: join(project, generator.cards) };
  writeCorpus(places, size);
  const build = () => costOf(generator.program(project));
  const cold = await build();
  const pages = pagesIn(join(project, '_site'));
  writeItem(places, size, size);
  const change = await build();
  const after = pagesIn(join(project, '_site'));
  if (pages.items !== size || after.items !== size + 1 || after.cards !== size + 1)
    throw new Error(
      `${generator.name} wrote ${pages.items}, then ${after.items} items, ${after.cards} cards`,
    );
  rmSync(project, { recursive: true, force: true });
  return { cold, change, pages };
}

/** What was written. */
export interface Pages {
  readonly all: number;
  /** Pages of items. */
  readonly items: number;
  /** Cards of items. */
  readonly cards: number;
  /** Bytes of a page of an item, on average. */
  readonly itemBytes: number;
}

const itemPage = /^berita\/\d{4}\/\d{2}\/[^/]+\/index\.html$/;

/** The HTML pages below a folder; items have the same addresses everywhere. */
export function pagesIn(folder: string): Pages {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  const pages = files.filter((name) => name.endsWith('.html'));
  const cards = files.filter((name) => name.endsWith(`/${cardName}`)).length;
  const items = pages.filter((name) => itemPage.test(name));
  const bytes = items.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  return { all: pages.length, items: items.length, cards, itemBytes: Math.round(bytes / items.length) };
}
