import { z } from 'zod';
import { field } from './field.ts';

/** Shape of `content/opd/<id>.yml`: one office. Its id, the name of the file, never changes: addresses hold it. */
export const opdSchema = z.strictObject({
  nama: field(z.string().min(3).max(120), { label: 'Nama' }),
  singkatan: field(z.string().min(2).max(40), { label: 'Singkatan' }),
});
export type Opd = z.infer<typeof opdSchema>;
