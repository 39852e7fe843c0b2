import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { AdminConfig } from './config.ts';

/** What buildCms needs to know. */
export interface CmsBuild {
  /** Folder that is served at `/admin/`; it is made anew. */
  readonly outDir: string;
  /** Written as `admin-config.json`; without it the server answers that address itself. */
  readonly admin?: AdminConfig;
  /** Written into the page, for a host that sends no headers of ours. */
  readonly policy?: string;
}

/** What Decap speaks to besides its own origin. */
export interface AdminOrigins {
  /** Origin of the GitHub API. */
  readonly apiOrigin?: string;
  /** Origin of the sign-in server, which renews tokens. */
  readonly signInOrigin?: string;
}

/**
 * Policy for everything under `/admin/`. Decap compiles the checks of its configuration ('unsafe-eval', which also
 * covers its WebP encoder), styles through <style> elements, and shows chosen pictures from blob: addresses.
 */
export function adminPolicy({ apiOrigin, signInOrigin }: AdminOrigins = {}): string {
  const others = [apiOrigin, signInOrigin].filter((origin) => origin !== undefined);
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    ["connect-src 'self' blob: data:", ...others].join(' '),
    "frame-src 'self' blob:",
    "worker-src 'none'",
    "manifest-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Puts the whole of Decap's page into a folder: the page, our bundled part, and the unchanged release of Decap with
 * the chunks it loads later. Nothing is fetched from elsewhere, now or in the browser.
 */
export async function buildCms({ outDir, admin, policy }: CmsBuild): Promise<void> {
  const own = (name: string) => join(import.meta.dirname, name);
  const dist = dirname(createRequire(import.meta.url).resolve('decap-cms'));
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });

  const parts = (await readdir(dist)).filter(
    (name) => /(^|\.)decap-cms\.js$/.test(name) || /\.wasm$/.test(name) || /LICENSE\.txt$/.test(name),
  );
  const bundle = build({
    entryPoints: [own('src/admin.ts'), own('src/preview.css')],
    outdir: outDir,
    // The portal's font, which its style sheets name.
    loader: { '.woff2': 'file' },
    assetNames: '[name]',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'linked',
    logLevel: 'warning',
  });
  await Promise.all([
    bundle,
    ...parts.map((name) => copyFile(join(dist, name), join(outDir, name))),
    writePage(own('index.html'), join(outDir, 'index.html'), policy),
    ...['admin.css', 'logo.svg'].map((name) => copyFile(own(`src/${name}`), join(outDir, name))),
    ...(admin === undefined ? [] : [writeFile(join(outDir, 'admin-config.json'), JSON.stringify(admin))]),
  ]);
}

/** The page; a policy stands first in its head, before anything that it rules over. */
async function writePage(from: string, to: string, policy: string | undefined): Promise<void> {
  const html = await readFile(from, 'utf8');
  // In a page, browsers do not take this part, and complain of it.
  const kept = policy?.replace(/; frame-ancestors [^;]*/, '');
  const meta = kept === undefined ? '' : `<meta http-equiv="Content-Security-Policy" content="${kept}" />`;
  await writeFile(to, html.replace('<meta charset="utf-8" />', `<meta charset="utf-8" />${meta}`));
}
