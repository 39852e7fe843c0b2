import { z } from 'zod';
import { field } from './field.ts';

/** Parts that several collections share. */

/** Accepts what Decap writes for a field left empty (`''`, `null`, absent) as absent. */
export function kosongBoleh<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());
}

/** A day, `2026-11-02`: YAML 1.2 core has no dates, so it stays text, and it must be a day that exists. */
export const tanggal = field(z.iso.date(), { label: 'Tanggal', widget: 'date' });

/** Id of an office: the name of its file in `content/opd/`. */
export const opd = field(
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'hanya boleh huruf kecil, angka, dan tanda hubung'),
  {
    label: 'Perangkat daerah',
    widget: 'relation',
    relation: 'opd',
  },
);

const namaBerkas = /^(?!\.)[^/\\\u0000-\u001f]{1,150}$/u;

/**
 * A file that lies in the item's own folder: a plain name, never a path. Its field is named `berkas`, always: by that
 * name the checks find every file that an item names.
 */
export const berkas = field(
  z
    .string()
    .regex(namaBerkas, 'harus nama berkas di folder ini, tanpa garis miring')
    .refine((name) => /\.(jpe?g|png|webp|pdf|mp3|m4a|mp4|csv|xlsx|docx|txt)$/i.test(name), {
      error: 'jenis berkas tidak diterima',
    }),
  { label: 'Berkas', widget: 'file' },
);

/** A picture in the item's own folder, in a field named `berkas`. SVG is refused: it can carry script. */
export const gambar = field(
  z
    .string()
    .regex(namaBerkas, 'harus nama berkas di folder ini, tanpa garis miring')
    .refine((name) => /\.(jpe?g|png|webp)$/i.test(name), { error: 'gambar harus JPEG, PNG, atau WebP' }),
  { label: 'Gambar', widget: 'image' },
);
