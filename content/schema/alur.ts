import { z } from 'zod';
import { field } from './field.ts';

const path = z
  .string()
  .regex(/^[a-zA-Z]+(\.[a-zA-Z]+)*$/, 'harus nama isian, misalnya ringkasan atau liputan.data');

/** Shape of `content/alur.yml`, by collection: its SOP, and the fields that show each kelengkapan. */
export const alurSchema = z.record(
  z.string(),
  z.strictObject({
    sop: field(z.string().min(1), { label: 'SOP', hint: 'Nama folder di content/sop/.' }),
    kelengkapan: field(z.record(z.string(), z.array(path).min(1)), {
      label: 'Kelengkapan',
      hint: 'Id kelengkapan, lalu isian yang harus terisi; “isi” adalah naskah.',
    }),
  }),
);
