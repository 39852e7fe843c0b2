/**
 * Bundles the pages, so that one address can be rendered without a build of everything (decision 41):
 *
 *     node site/bundel.ts <folder for the bundle>
 *
 * It is `astro build` with an adapter that keeps the bundle and renders only what depends on nothing published. So
 * styles, scripts, fonts, pictures of pages and the desk lie in `PARAF_DIST` under the very names that the pages use.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type AstroIntegration, type PathWithRoute, type RouteData } from 'astro';
import type { Plugin } from 'vite';

/** What the bundle exports, as far as it is needed here. */
interface Pages {
  fixedPaths(): Promise<PathWithRoute[]>;
  respond(request: Request, route: RouteData): Promise<Response>;
}

const name = 'page-bundle';
const entry = fileURLToPath(new URL('src/render.ts', import.meta.url));

function pageBundle(folder: string): AstroIntegration {
  let written = { dir: '', file: '' };
  const plugin: Plugin = {
    name,
    applyToEnvironment: (environment) => environment.name === 'prerender',
    config: () => ({ environments: { prerender: { build: { rolldownOptions: { input: entry } } } } }),
    writeBundle({ dir = '' }, files) {
      const file = Object.values(files).find((one) => one.type === 'chunk' && one.isEntry);
      written = { dir, file: file?.fileName ?? '' };
    },
  };
  let pages: Pages;
  return {
    name,
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name,
          entrypointResolution: 'auto',
          adapterFeatures: { buildOutput: 'static' },
          supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name,
          async setup() {
            cpSync(written.dir, folder, { recursive: true });
            writeFileSync(join(folder, 'pages.mjs'), `export * from './${written.file}';\n`);
            pages = (await import(pathToFileURL(join(written.dir, written.file)).href)) as Pages;
          },
          getStaticPaths: () => pages.fixedPaths(),
          render: (request, { routeData }) => pages.respond(request, routeData),
        });
      },
    },
  };
}

const [, , given] = process.argv;
if (given === undefined) throw new Error('Sebutkan folder tujuan: node site/bundel.ts <folder>');
const folder = resolve(given);
// Astro keeps what it renders from below the working folder: one for each run, where the libraries are found.
const own = fileURLToPath(new URL('../.astro', import.meta.url));
mkdirSync(own, { recursive: true });
const working = mkdtempSync(join(own, 'bundel-'));
process.chdir(working);
try {
  await build({ root: import.meta.dirname, adapter: pageBundle(folder) });
} finally {
  process.chdir(own);
  rmSync(working, { recursive: true, force: true });
}
