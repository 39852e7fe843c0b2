import { placeOf, type Collection } from '../../../content/schema/collections.ts';

/** What a pull request is, told by what its difference touches, never by its branch's name (design, section 2). */
export type PullKind =
  | { readonly kind: 'item'; readonly collection: Collection; readonly folder: string; readonly slug: string }
  | { readonly kind: 'sistem' }
  | { readonly kind: 'ditolak'; readonly code: string; readonly message: string };

const refused = (code: string, message: string): PullKind => ({ kind: 'ditolak', code, message });

/** First few of a list of paths, for a sentence. */
function some(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).join(', ');
  return paths.length > 3 ? `${shown}, dan ${paths.length - 3} lagi` : shown;
}

/**
 * Tells the kind of a pull request from all paths that it touches; a rename touches both its paths.
 */
export function kindOfPull(paths: readonly string[]): PullKind {
  const places = paths.map((path) => ({ path, place: placeOf(path) }));
  const stray = places.filter(({ place }) => place.kind === 'stray').map(({ path }) => path);
  if (stray.length > 0)
    return refused(
      'berkas-di-luar-folder',
      `Ada berkas di tempat yang tidak dikenal: ${some(stray)}. Setiap butir punya satu folder sendiri, misalnya content/berita/2026/11/kerja-bakti/. Pindahkan atau hapus berkas itu.`,
    );
  const items = Map.groupBy(
    places.filter(({ place }) => place.kind === 'item'),
    ({ place }) => (place.kind === 'item' ? place.folder : ''),
  );
  const sistem = places.filter(({ place }) => place.kind === 'sistem').map(({ path }) => path);
  const folders = [...items.keys()];
  const [first] = folders;
  if (first === undefined)
    return sistem.length > 0
      ? { kind: 'sistem' }
      : refused('tanpa-perubahan', 'Tidak ada yang berubah. Simpan perubahannya di cabang ini lebih dahulu.');
  if (folders.length > 1)
    return refused(
      'dua-butir',
      `Mengubah ${folders.length} butir sekaligus: ${some(folders)}. Satu pull request untuk satu butir; pisahkan menjadi beberapa.`,
    );
  if (sistem.length > 0)
    return refused(
      'campuran',
      `Mengubah butir ${first} sekaligus berkas sistem: ${some(sistem)}. Keduanya punya jalan persetujuan sendiri; pisahkan menjadi dua pull request.`,
    );
  const place = placeOf(`${first}/index.md`);
  if (place.kind !== 'item') throw new Error(`not an item folder: ${first}`);
  return { kind: 'item', collection: place.collection, folder: place.folder, slug: place.slug };
}
