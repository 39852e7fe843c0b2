import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { collections } from '../../../../content/schema/collections.ts';
import type { Alur } from '../../../../scripts/core/aturan.ts';
import { sopFromContent } from '../../../../scripts/core/testing/history.ts';
import { fieldsOf } from '../office-data.ts';
import { fieldsAtStep } from './step-fields.ts';

const alur = parse(readFileSync('content/alur.yml', 'utf8')) as Record<string, Alur>;

/** `3 tugaskan: suratTugas anggota`, for each step that has fields of its own. */
function outline(collection: string): string[] {
  const flow = alur[collection]!;
  const { langkah } = sopFromContent(flow.sop);
  const fields = fieldsOf(collections.find(({ name }) => name === collection)!.schema);
  return langkah.flatMap((one) => {
    const own = fieldsAtStep(one, langkah, fields, flow).map(({ name }) => name);
    return own.length === 0 ? [] : [`${one.no} ${one.tindakan}: ${own.join(' ')}`];
  });
}

it.each([
  [
    'konten',
    [
      '1 ajukan: judul tanggal permohonan suratPemohon',
      '3 tugaskan: suratTugas anggota',
      '4 susun: data ringkasan jenis karya isi',
      '7 koreksi: isi',
    ],
  ],
  ['berita', ['1 liput: judul tanggal tempat liputan', '2 susun: ringkasan kategori foto narasumber isi']],
])('%s: each step has its own fields', (collection, expected) => {
  expect(outline(collection)).toEqual(expected);
});
