import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join, posix, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { indexPublication } from './fixture.ts';

export const repository = resolve(import.meta.dirname, '../../..');

/**
 * Waits until no other test builds pages of a checkout. Astro writes into `site/.astro` which pages of `content/halaman`
 * there are: a build that has others would take those. A publication builds in a tree of its own.
 *
 * @returns a function that lets the next one build
 */
export function turnToBuild(from = repository): () => void {
  const own = join(from, '.astro');
  mkdirSync(own, { recursive: true });
  // SQLite waits in line, and the system gives back what a process held that is gone.
  const turn = new DatabaseSync(join(own, 'giliran.sqlite'), { timeout: 110_000 });
  turn.exec('BEGIN EXCLUSIVE');
  return () => turn.close();
}

/** Builds the portal with `astro build`, as the publisher does, for tests. */
export function buildSite(
  content: string,
  out: string,
  site = 'https://portal.example/',
  from = repository,
): void {
  const next = turnToBuild(from);
  // Astro keeps what it renders from below the working folder.
  const working = mkdtempSync(join(from, '.astro', 'uji-'));
  try {
    execFileSync(
      process.execPath,
      [join(from, 'node_modules/astro/bin/astro.mjs'), 'build', '--root', join(from, 'site')],
      {
        cwd: working,
        encoding: 'utf8',
        stdio: 'pipe',
        // One line for each page: a long list says more than a megabyte.
        maxBuffer: 1 << 28,
        env: {
          ...process.env,
          NODE_ENV: 'production',
          PARAF_CONTENT: content,
          PARAF_INDEX: indexPublication(content, new URL(site).pathname),
          PARAF_DIST: out,
          PARAF_CACHE: join(out, '..', 'cache'),
          PARAF_SITE: site,
          ASTRO_TELEMETRY_DISABLED: '1',
        },
      },
    );
  } finally {
    next();
  }
  rmSync(working, { recursive: true, force: true });
}

/** All files of a built portal, each as its address, sorted. */
export function filesOf(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length))
    .sort();
}

/** What a page links to within the portal that is not there; the other programs at its address aside. */
export function deadLinks(dist: string): string[] {
  const known = new Set(filesOf(dist));
  return [...known]
    .filter((path) => path.endsWith('.html'))
    .flatMap((path) =>
      linksOf(readFileSync(join(dist, path), 'utf8')).flatMap((href) => {
        const file = href.endsWith('/') ? `${href}index.html` : href;
        return href.startsWith('/admin/') || known.has(file) ? [] : [`${path} → ${href}`];
      }),
    );
}

/** Addresses within the portal that a page names: links, files, pictures in all their sizes. */
function linksOf(html: string): string[] {
  const plain = [...html.matchAll(/(?:href|src)="(\/[^"#]*)(?:#[^"]*)?"/g)].map(([, href = '']) => href);
  const sized = [...html.matchAll(/srcset="([^"]*)"/g)].flatMap(([, list = '']) =>
    list.split(', ').map((one) => one.split(' ')[0] ?? ''),
  );
  return [...plain, ...sized];
}

/**
 * What a page costs before pictures, in bytes: itself, its one style sheet and its program compressed (gzip, which
 * every host offers), and its font.
 */
export function weightOf(dist: string, page: string): number {
  const bytes = (path: string) => readFileSync(join(dist, path));
  const html = bytes(page).toString('utf8');
  const css = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)].map(([, href]) => href ?? '');
  const font = /<link rel="preload" href="([^"]+)"/.exec(html)?.[1] ?? '';
  if (css.length !== 1) throw new Error(`${page} has ${css.length} style sheets`);
  const files = [page, ...css, ...programOf(dist, html)];
  return files.reduce((sum, file) => sum + gzipSync(bytes(file)).length, bytes(font).length);
}

/** The scripts of a page, with what they import before they run. */
function programOf(dist: string, html: string): Set<string> {
  const found = new Set<string>();
  const add = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    const code = readFileSync(join(dist, path), 'utf8');
    for (const [, name = ''] of code.matchAll(/(?:from|import)\s*"(\.\/[^"]+)"/g))
      add(posix.join(posix.dirname(path), name));
  };
  for (const [, src = ''] of html.matchAll(/<script type="module" src="([^"]+)"/g)) add(src);
  return found;
}
