import type { Alur } from './aturan.ts';

/** A file that an item names in its front matter, and where. */
export interface NamedFile {
  readonly path: readonly (string | number)[];
  readonly name: string;
}

/** Every file that front matter names: the texts under a field `berkas`, at any depth. */
export function namedFiles(data: unknown): NamedFile[] {
  const found: NamedFile[] = [];
  const look = (value: unknown, path: NamedFile['path']) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'berkas' && typeof inner === 'string' && inner !== '')
        found.push({ path: [...path, key], name: inner });
      else if (typeof inner === 'object') look(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  look(data, []);
  return found;
}

/**
 * Ids of the kelengkapan that are present in one version of an item: every field that `alur.yml` maps to it is
 * filled, and each file that such a field names lies in the item's folder (`files`: the names in it).
 */
export function kelengkapanOf(alur: Alur, data: unknown, body: string, files: readonly string[]): string[] {
  const present = new Set(files);
  return Object.entries(alur.kelengkapan).flatMap(([id, paths]) =>
    paths.length > 0 &&
    paths.every((path) => filled(valueOf(data, body, path), present, path.split('.').at(-1)))
      ? [id]
      : [],
  );
}

function valueOf(data: unknown, body: string, path: string): unknown {
  if (path === 'isi') return body;
  let value = data;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** A text with letters, a number, a yes; a list or group whose entries are filled and whose files are there. */
function filled(value: unknown, files: ReadonlySet<string>, key?: string): boolean {
  if (typeof value === 'string') return key === 'berkas' ? files.has(value) : value.trim() !== '';
  if (typeof value === 'number') return true;
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.length > 0 && value.every((item) => filled(item, files));
  if (typeof value !== 'object' || value === null) return false;
  if ('berkas' in value && !filled(value.berkas, files, 'berkas')) return false;
  return (
    Object.values(value).some((item) => filled(item, files)) &&
    namedFiles(value).every(({ name }) => files.has(name))
  );
}
