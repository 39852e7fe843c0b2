import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collections, placeOf, urlOf } from '../../../content/schema/collections.ts';
import type { Issue } from '../../core/issue.ts';
import type { Git } from '../git.ts';
import { blobId } from '../index/tree.ts';
import { hashesOf, manifestName, readManifest, siteFiles } from '../manifest.ts';
import type { Verification } from '../verify.ts';

/** Served beside the portal, made after it and from it: not part of what was built. */
const besideIt = /^cari\/indeks\//;

const issue = (code: string, file: string, message: string): Issue => ({
  code,
  file: `situs:${file}`,
  message,
});

/**
 * Compares a built or downloaded portal with what is proven: every file is the one that was built, every item's page
 * is there and shows the sidik that was signed, every file beside it is one of its tree, and there is no other item.
 */
export async function siteIssues(git: Git, verification: Verification, folder: string): Promise<Issue[]> {
  return [...(await manifestIssues(verification, folder)), ...pageIssues(git, verification, folder)];
}

async function manifestIssues({ sistem }: Verification, folder: string): Promise<Issue[]> {
  const manifest = readManifest(folder);
  if (manifest === null)
    return [
      issue(
        'tanpa-manifes',
        manifestName,
        'Situs ini tidak punya daftar berkas yang utuh, jadi tidak dapat dibandingkan dengan yang dibangun. Terbitkan ulang, atau unduh seluruh situsnya.',
      ),
    ];
  const issues: Issue[] = [];
  if (manifest.sistem !== sistem.commit)
    issues.push(
      issue(
        'sistem-lain',
        manifestName,
        `Situs ini dibangun dari sistem ${manifest.sistem}, padahal yang terakhir disetujui ${sistem.commit}. Terbitkan ulang.`,
      ),
    );
  const there = siteFiles(folder).filter((path) => !besideIt.test(path));
  const hashes = await hashesOf(folder, there);
  for (const [path, hash] of manifest.files) {
    const found = hashes.get(path);
    if (found === undefined)
      issues.push(
        issue('berkas-hilang', path, 'Berkas ini dibangun, tetapi tidak ada di situs. Unggah ulang.'),
      );
    else if (found !== hash)
      issues.push(
        issue(
          'berkas-diubah',
          path,
          'Isi berkas ini bukan yang dibangun: diubah sesudah terbit, atau rusak. Terbitkan ulang, dan cari sebabnya.',
        ),
      );
  }
  for (const path of there)
    if (!manifest.files.has(path))
      issues.push(
        issue(
          'berkas-asing',
          path,
          'Berkas ini tidak ada dalam daftar: ditaruh orang lain. Terbitkan ulang, dan cari sebabnya.',
        ),
      );
  return issues;
}

function pageIssues(git: Git, { main, live, latest }: Verification, folder: string): Issue[] {
  const issues: Issue[] = [];
  const beside = new Map<string, string[]>();
  for (const path of siteFiles(folder)) {
    const item = itemAt(path);
    if (item === null) continue;
    beside.set(item, [...(beside.get(item) ?? []), path]);
  }
  const roots = [...new Set(live.map(({ koleksi }) => `content/${koleksi}/`))];
  const blobs = new Map<string, Set<string>>();
  for (const { type, oid, path } of roots.flatMap((root) =>
    git.tree(main, { isRecursive: true, paths: [root] }),
  )) {
    const place = placeOf(path);
    if (type !== 'blob' || place.kind !== 'item') continue;
    blobs.set(place.folder, (blobs.get(place.folder) ?? new Set()).add(oid));
  }
  for (const { path, sidik } of live) {
    const page = `${urlOf(path).slice(1)}index.html`;
    const files = beside.get(path) ?? [];
    if (!files.includes(page)) {
      issues.push(
        issue(
          'halaman-hilang',
          page,
          `Butir ${path} seharusnya tayang, tetapi halamannya tidak ada. Terbitkan ulang.`,
        ),
      );
      continue;
    }
    const html = readFileSync(join(folder, page), 'utf8');
    if (!html.includes(sidik))
      issues.push(
        issue(
          'sidik-tak-tertera',
          page,
          `Halaman ini tidak menyebut sidik ${sidik} yang disetujui. Terbitkan ulang.`,
        ),
      );
    const isSigned = (file: string) =>
      blobs.get(path)?.has(blobId(readFileSync(join(folder, file)), sidik.length)) === true;
    const signed = new Set(files.filter((file) => file !== page && isSigned(file)));
    for (const file of files)
      if (file !== page && !signed.has(file) && !isDerived(file, signed, html))
        issues.push(
          issue(
            'bukan-berkas-butir',
            file,
            `Berkas ini bukan salah satu yang disetujui bersama butir ${path}.`,
          ),
        );
  }
  const expected = new Set(live.map(({ path }) => path));
  for (const path of beside.keys())
    if (!expected.has(path) && latest.get(path)?.jenis !== 'pencabutan')
      issues.push(
        issue(
          'halaman-asing',
          urlOf(path).slice(1),
          `Butir ${path} tayang di situs, tetapi tidak tercatat disetujui. Terbitkan ulang, dan cari sebabnya.`,
        ),
      );
  return issues;
}

/**
 * Whether a file was made by the build from what was signed: a smaller size of a signed picture that stands beside it,
 * or the card that the page itself names. Their bytes are held to the list of files alone.
 */
function isDerived(file: string, signed: ReadonlySet<string>, html: string): boolean {
  const size = /^(.+)-\d+\.(?:avif|webp)$/.exec(file);
  if (size !== null) return [...signed].some((one) => one.replace(/\.[^./]+$/, '') === size[1]);
  return /\/kartu\.[0-9a-f]{16}\.png$/.test(file) && html.includes(file);
}

/** Folder of the item to whose page a file of the portal belongs; null where it belongs to none. */
function itemAt(path: string): string | null {
  for (const { name, url } of collections) {
    if (!`/${path}`.startsWith(url)) continue;
    const place = placeOf(`content/${name}/${`/${path}`.slice(url.length)}`);
    if (place.kind === 'item') return place.folder;
  }
  return null;
}
