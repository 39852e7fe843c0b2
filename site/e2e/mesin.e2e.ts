import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesOf } from '../src/testing/build.ts';
import { hostileTitle, openPortal } from './portal.ts';

/** What programs read of the portal: feeds, sitemaps, structured data, and the small files at fixed addresses. */
let dist: string;

beforeAll(async () => {
  const portal = await openPortal();
  portal.stop();
  ({ dist } = portal);
});

const read = (path: string) => readFileSync(join(dist, path), 'utf8');
const files = (end: string) => filesOf(dist).filter((path) => path.endsWith(end));
const site = 'https://portal.example';
/** The file that an address of the portal stands for. */
const fileOf = (address: string) => {
  const path = address.slice(site.length);
  return path.endsWith('/') ? `${path}index.html` : decodeURI(path);
};

/** Throws where a file is no XML. */
const wellFormed = (path: string) => void SyntaxValidator.validate(read(path));

describe('feeds', () => {
  it('there are two for each section, and for each office in it, and the news stand where readers look first', () => {
    const rss = files('/rss.xml');
    expect(rss).toContain('/rss.xml');
    expect(rss).toContain('/ppid/informasi-publik/rss.xml');
    expect(rss).toContain('/berita/opd/dinas-kesehatan/rss.xml');
    expect(
      files('/feed.json')
        .map((path) => path.replace('feed.json', 'rss.xml'))
        .sort(),
    ).toEqual(rss.toSorted());
  });

  it('each RSS is well formed, names itself, and leads to pages that are there', () => {
    for (const path of files('/rss.xml')) {
      wellFormed(path);
      const feed = parseRssFeed(read(path));
      expect(feed.language, path).toBe('id');
      expect(feed.atom?.links?.[0]?.href, path).toBe(`${site}${path}`);
      expect(feed.items?.length ?? 0, path).toBeLessThanOrEqual(20);
      const known = new Set(filesOf(dist));
      for (const item of feed.items ?? []) {
        expect(known.has(fileOf(item.link ?? '')), `${path}: ${item.link}`).toBe(true);
        expect(item.guid?.value, path).toBe(item.link);
        expect(Number.isNaN(Date.parse(item.pubDate ?? '')), path).toBe(false);
        for (const { url } of item.enclosures ?? []) expect(known.has(fileOf(url ?? '')), url).toBe(true);
      }
    }
  });

  it('each JSON Feed says the same as its RSS, newest first', () => {
    for (const path of files('/feed.json')) {
      const feed = parseJsonFeed(read(path));
      const rss = parseRssFeed(read(path.replace('feed.json', 'rss.xml')));
      expect(feed.feed_url, path).toBe(`${site}${path}`);
      expect(
        feed.items?.map(({ url, title }) => [url, title]),
        path,
      ).toEqual(rss.items?.map(({ link, title }) => [link, title]));
      const days = feed.items?.map(({ date_published }) => String(date_published)) ?? [];
      expect(days, path).toEqual(days.toSorted().toReversed());
    }
  });

  it('an office’s feed has what that office has, and nothing of the others', () => {
    const feed = parseRssFeed(read('/berita/opd/dinas-kesehatan/rss.xml'));
    expect(feed.title).toContain('Dinas Kesehatan');
    expect(
      feed.items?.every(({ categories }) => categories?.some(({ name }) => name === 'Dinas Kesehatan')),
    ).toBe(true);
  });

  it('a hostile title comes back as it was written', () => {
    expect(parseRssFeed(read('/berita/rss.xml')).items?.map(({ title }) => title)).toContain(hostileTitle);
    expect(parseJsonFeed(read('/berita/feed.json')).items?.map(({ title }) => title)).toContain(hostileTitle);
  });
});

describe('sitemaps', () => {
  const parser = new XMLParser({ isArray: (name) => ['url', 'sitemap', 'image:image'].includes(name) });
  interface Entry {
    readonly loc: string;
    readonly lastmod?: string;
    readonly 'image:image'?: readonly { readonly 'image:loc': string }[];
    readonly 'news:news'?: Readonly<Record<string, unknown>>;
  }
  const entries = (path: string) =>
    (parser.parse(read(path)) as { urlset: { url: readonly Entry[] } }).urlset.url;

  it('the index names one part for each year and one for all other pages', () => {
    const index = parser.parse(read('/sitemap.xml')) as { sitemapindex: { sitemap: readonly Entry[] } };
    expect(index.sitemapindex.sitemap.map(({ loc }) => loc)).toEqual(
      ['halaman', '2022', '2023', '2024', '2025', '2026'].map((name) => `${site}/sitemap/${name}.xml`),
    );
    expect(index.sitemapindex.sitemap.at(-1)?.lastmod).toBe('2026-11-06T02:15:00.000Z');
  });

  it('every address in them is there, and every page that may be found is in one of them', () => {
    const all = files('.xml')
      .filter((path) => path.startsWith('/sitemap/'))
      .flatMap((path) => {
        wellFormed(path);
        return entries(path);
      });
    const known = new Set(filesOf(dist));
    for (const { loc, 'image:image': images = [] } of all)
      for (const address of [loc, ...images.map((image) => image['image:loc'])])
        expect(known.has(fileOf(address)), address).toBe(true);
    const named = new Set(all.map(({ loc }) => fileOf(loc)));
    const unnamed = files('.html').filter(
      (path) =>
        !named.has(path) &&
        !read(path).includes('content="noindex"') &&
        // Older pages of a list are reached from its front, and complete lists from theirs.
        !/\/halaman\/\d+\/index\.html$|^\/daftar\/[^/]+\/.+/.test(path),
    );
    expect(unnamed).toEqual([]);
  });

  it('tell news from the rest, with name, language, day and title', () => {
    const news = entries('/sitemap/2026.xml').filter((entry) => entry['news:news'] !== undefined);
    expect(news.every(({ loc }) => loc.startsWith(`${site}/berita/`))).toBe(true);
    expect(news.find(({ loc }) => loc.endsWith('/jahat/'))?.['news:news']).toEqual({
      'news:publication': { 'news:name': 'Portal Informasi Kota Pontianak', 'news:language': 'id' },
      'news:publication_date': '2026-11-06T02:15:00.000Z',
      'news:title': hostileTitle,
    });
    expect(news.some((entry) => entry['image:image'] !== undefined)).toBe(true);
  });
});

describe('structured data', () => {
  /** What each kind must say to be of use (schema.org, and what Google's guide requires or recommends). */
  const required: Readonly<Record<string, readonly string[]>> = {
    NewsArticle: [
      'headline',
      'datePublished',
      'dateModified',
      'author',
      'publisher',
      'mainEntityOfPage',
      'description',
    ],
    GovernmentOrganization: ['name'],
    Dataset: ['name', 'description', 'creator', 'distribution', 'url', 'isAccessibleForFree'],
    DataDownload: ['contentUrl', 'encodingFormat', 'name'],
    BreadcrumbList: ['itemListElement'],
    ListItem: ['position', 'name', 'item'],
    ImageObject: ['contentUrl'],
    PostalAddress: ['streetAddress', 'addressLocality', 'addressCountry'],
    WebSite: ['name', 'url'],
  };
  type Thing = Readonly<Record<string, unknown>>;
  const things = (value: unknown): Thing[] => {
    if (Array.isArray(value)) return value.flatMap(things);
    if (typeof value !== 'object' || value === null) return [];
    const inner = Object.values(value).flatMap(things);
    return '@type' in value ? [value as Thing, ...inner] : inner;
  };
  const on = (path: string) =>
    [...read(path).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap(
      ([, json = '']) => things(JSON.parse(json)),
    );

  it('says on every page what its kind requires, with whole addresses and times', () => {
    const seen = new Set<string>();
    for (const path of files('.html'))
      for (const thing of on(path)) {
        const type = String(thing['@type']);
        seen.add(type);
        for (const name of required[type] ?? [])
          expect(thing[name], `${path}: ${type}.${name}`).toSatisfy(
            (value: unknown) =>
              value !== undefined && value !== null && value !== '' && !Object.is(value, []),
          );
        for (const name of ['url', 'contentUrl', 'item', 'logo', 'mainEntityOfPage'])
          if (typeof thing[name] === 'string')
            expect(thing[name], `${path}: ${type}.${name}`).toMatch(/^https:\/\/portal\.example\//);
        for (const name of ['datePublished', 'dateModified'])
          if (thing[name] !== undefined)
            expect(thing[name], `${path}: ${name}`).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/);
      }
    for (const type of ['NewsArticle', 'GovernmentOrganization', 'Dataset', 'BreadcrumbList'])
      expect(seen, type).toContain(type);
  });

  it('describes a data set at the length that search engines for data ask for', () => {
    const sets = files('.html').flatMap((path) => on(path).filter((thing) => thing['@type'] === 'Dataset'));
    expect(sets.length).toBeGreaterThan(0);
    for (const set of sets) {
      expect(String(set['description']).length).toBeGreaterThanOrEqual(50);
      expect(String(set['description']).length).toBeLessThanOrEqual(5000);
    }
  });

  it('counts the steps of a trail from one, to pages that are there', () => {
    for (const path of files('.html'))
      for (const trail of on(path).filter((thing) => thing['@type'] === 'BreadcrumbList')) {
        const steps = trail['itemListElement'] as readonly Thing[];
        expect(steps.map(({ position }) => position)).toEqual(steps.map((_, n) => n + 1));
        const known = new Set(filesOf(dist));
        for (const { item } of steps)
          expect(known.has(fileOf(String(item))), `${path}: ${String(item)}`).toBe(true);
      }
  });
});

describe('files at fixed addresses', () => {
  it('robots.txt keeps out of programs and names the sitemap', () => {
    expect(read('/robots.txt')).toBe(
      'User-agent: *\nDisallow: /admin/\nDisallow: /meja/\nDisallow: /cari/?\nDisallow: /cari/indeks/\n\n' +
        `Sitemap: ${site}/sitemap.xml\n`,
    );
  });

  it('security.txt tells whom to write to, for less than a year from the day that the portal speaks of', () => {
    expect(read('/.well-known/security.txt')).toBe(
      'Contact: mailto:redaksi@portal.example\nExpires: 2027-05-31T17:00:00Z\nPreferred-Languages: id, en\n' +
        `Canonical: ${site}/.well-known/security.txt\n`,
    );
  });

  it('an old address leads on: by a page that stands there, and by a file for hosts that redirect themselves', () => {
    expect(read('/_redirects')).toBe('/profil/ /tentang/ 301\n/read/12.html /berita/ 301\n');
    expect(read('/profil/index.html')).toContain('<meta http-equiv="refresh" content="0; url=/tentang/">');
    expect(read('/read/12.html/index.html')).toContain('content="0; url=/berita/"');
  });
});
