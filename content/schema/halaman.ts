import { z } from 'zod';
import { field } from './field.ts';

/** Shape of `content/halaman/` (also in folders below): a page of the portal that is no item. */
export const halamanSchema = z.strictObject({
  judul: field(z.string().min(3).max(120), { label: 'Judul' }),
  ringkasan: field(z.string().min(10).max(300), { label: 'Ringkasan', hint: 'Untuk mesin pencari.' }),
  /** Order in menus; smaller first. */
  urutan: field(z.int().nonnegative(), { label: 'Urutan' }),
});
export type Halaman = z.infer<typeof halamanSchema>;
