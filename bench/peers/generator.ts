import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { articleAt } from '../corpus/article.ts';
import { cacheFolder } from '../folders.ts';
import { costOf, type Cost, type Program } from '../measure.ts';
import { copyTemplates, writeArticle, writeCorpus } from './corpus.ts';

/** Another generator of static sites, with the corpus as its content. */
export interface Generator {
  readonly name: string;
  /** Where articles lie in its project. */
  readonly berita: string;
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
  /** Pages that it wrote. */
  readonly pages: number;
}

/** @param folder where project and output go */
export async function measured(generator: Generator, size: number, folder: string): Promise<Measured> {
  const project = join(folder, 'pembanding');
  copyTemplates(generator.name.split(' ')[0]!.toLowerCase(), project);
  const berita = join(project, generator.berita);
  writeCorpus(berita, size);
  const build = () => costOf(generator.program(project));
  const cold = await build();
  const pages = pagesIn(join(project, '_site'));
  writeArticle(berita, articleAt(size, size));
  const change = await build();
  const after = pagesIn(join(project, '_site'));
  if (pages < size || after <= pages)
    throw new Error(`${generator.name} wrote ${pages}, then ${after} pages`);
  rmSync(project, { recursive: true, force: true });
  return { cold, change, pages };
}

/** Number of HTML pages below a folder. */
export function pagesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
    .length;
}
