import { placeOf, type Collection, type Place } from '../../../content/schema/collections.ts';

/** What a pull request is, told by what its difference touches, never by its branch's name (design, section 2). */
export type PullKind =
  | { readonly kind: 'item'; readonly collection: Collection; readonly folder: string; readonly slug: string }
  | { readonly kind: 'sistem' }
  | { readonly kind: 'ditolak'; readonly faults: readonly [KindFault, ...KindFault[]] };

/** One thing for which a pull request is refused as a whole. */
export interface KindFault {
  readonly code: string;
  readonly message: string;
}

/** First few of a list of paths, for a sentence. */
function some(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).join(', ');
  return paths.length > 3 ? `${shown}, dan ${paths.length - 3} lagi` : shown;
}

/** Tells the kind of a pull request from all paths that it touches; a rename touches both its paths. */
export function kindOfPull(paths: readonly string[]): PullKind {
  const places = paths.map((path) => ({ path, place: placeOf(path) }));
  const pathsOf = (kind: Place['kind']) =>
    places.filter(({ place }) => place.kind === kind).map(({ path }) => path);
  const sistem = pathsOf('sistem');
  const items = places.flatMap(({ place }) => (place.kind === 'item' ? [place] : []));
  const folders = [...new Set(items.map(({ folder }) => folder))];
  const [fault, ...more] = faultsOf(pathsOf('stray'), folders, sistem);
  if (fault !== undefined) return { kind: 'ditolak', faults: [fault, ...more] };
  const [item] = items;
  if (item !== undefined)
    return { kind: 'item', collection: item.collection, folder: item.folder, slug: item.slug };
  if (sistem.length > 0) return { kind: 'sistem' };
  const message = 'Tidak ada yang berubah. Simpan perubahannya di cabang ini lebih dahulu.';
  return { kind: 'ditolak', faults: [{ code: 'tanpa-perubahan', message }] };
}

/** Everything for which paths cannot go one way together. */
function faultsOf(
  stray: readonly string[],
  folders: readonly string[],
  sistem: readonly string[],
): KindFault[] {
  const faults: KindFault[] = [];
  if (stray.length > 0)
    faults.push({
      code: 'berkas-di-luar-folder',
      message: `Ada berkas di tempat yang tidak dikenal: ${some(stray)}. Setiap butir punya satu folder sendiri, misalnya content/berita/2026/11/kerja-bakti/. Pindahkan atau hapus berkas itu.`,
    });
  if (folders.length > 1)
    faults.push({
      code: 'dua-butir',
      message: `Mengubah ${folders.length} butir sekaligus: ${some(folders)}. Satu pull request untuk satu butir; pisahkan menjadi beberapa.`,
    });
  if (folders.length > 0 && sistem.length > 0)
    faults.push({
      code: 'campuran',
      message: `Mengubah butir ${some(folders)} sekaligus berkas sistem: ${some(sistem)}. Keduanya punya jalan persetujuan sendiri; pisahkan menjadi dua pull request.`,
    });
  return faults;
}
