import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { deskIcons } from './meja-ikon.ts';
import { offlineDesk } from './meja-luring.ts';
import { officeColours } from './warna.ts';
import { zodWithoutLanguages } from './zod-tanpa-bahasa.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

// Pages run in bundles that know no place of their own: they find the tree to publish here.
process.env['PARAF_CONTENT'] = resolve(process.env['PARAF_CONTENT'] ?? root);
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// What a surrounding program (a test runner, another Vite) keeps under these names would end up in the pages.
for (const name of ['BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'])
  Reflect.deleteProperty(process.env, name);
const cache = resolve(process.env['PARAF_CACHE'] ?? join(root, '.cache'));

// Pictures are made once and kept; what makes them holds machine code, which no bundle can take in.
process.env['PARAF_PICTURES'] = join(cache, 'gambar');
process.env['PARAF_MODULES'] = join(root, 'node_modules');
// What a checkout holds is kept, so that the next start reads only what changed; a publication brings an index of its own.
process.env['PARAF_CHECKOUT_INDEX'] = join(cache, 'salinan.sqlite');

const situs = join(process.env['PARAF_CONTENT'], 'content/situs.yml');

/** Public address of the portal: `PARAF_SITE`, else what `content/situs.yml` says. */
function site(): string {
  const settings: unknown = existsSync(situs) ? parse(readFileSync(situs, 'utf8')) : null;
  const url = settings !== null && typeof settings === 'object' && 'url' in settings ? settings.url : null;
  return process.env['PARAF_SITE'] ?? (typeof url === 'string' ? url : 'http://localhost:4321');
}

const address = new URL(site());

/** The bundle that makes the pages runs from the output folder, which may lie where no node_modules is found. */
const selfContained: AstroIntegration = {
  name: 'self-contained',
  hooks: {
    'astro:config:setup': ({ command, updateConfig }) => {
      if (command !== 'build') return;
      const prerender = { resolve: { noExternal: true as const } };
      updateConfig({ vite: { environments: { prerender } } });
    },
  },
};

/** Where routes demand a slash at the end, the development server finds no file of an item. */
const filesWhileDeveloping: AstroIntegration = {
  name: 'files-while-developing',
  hooks: {
    'astro:config:setup': ({ command, updateConfig }) => {
      if (command === 'dev') updateConfig({ trailingSlash: 'ignore' });
    },
  },
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  site: address.href,
  base: address.pathname,
  trailingSlash: 'always',
  outDir: resolve(process.env['PARAF_DIST'] ?? join(root, 'dist')),
  cacheDir: join(cache, 'astro'),
  compressHTML: true,
  integrations: [mdx(), selfContained, filesWhileDeveloping, deskIcons(), offlineDesk()],
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'never', assets: '_aset' },
  server: { port: 4321 },
  vite: {
    cacheDir: join(cache, 'vite'),
    plugins: [officeColours(situs), zodWithoutLanguages()],
    // The content policy allows nothing inline, so no asset becomes a data: address.
    build: {
      assetsInlineLimit: 0,
      // gray-matter holds an engine that evaluates code; scripts/markdown/front-matter.ts keeps it off.
      rolldownOptions: { checks: { eval: false } },
    },
  },
});
