import { expect, test } from 'vitest';
import { alasanText } from '../../../scripts/github/read/alasan.ts';
import { reasonsOf } from './reasons.ts';

test.each([
  ['one sentence', 'Angka keliru.', [{ quote: null, text: 'Angka keliru.' }]],
  [
    'quotations, each with its answer',
    'Dua hal.\n\n> Sebanyak 210 warga\n> hadir.\n\nSeharusnya 120.\n\n> Kegiatan selesai.\nSebut pukulnya.\nDan tempatnya.',
    [
      { quote: null, text: 'Dua hal.' },
      { quote: 'Sebanyak 210 warga hadir.', text: 'Seharusnya 120.' },
      { quote: 'Kegiatan selesai.', text: 'Sebut pukulnya.\nDan tempatnya.' },
    ],
  ],
  ['a quotation alone', '> Sebanyak 210 warga', [{ quote: 'Sebanyak 210 warga', text: '' }]],
  ['nothing', ' \n', []],
])('%s', (_what, body, reasons) => {
  expect(reasonsOf(body)).toEqual(reasons);
});

test('what Meja ties to a paragraph', () => {
  const body = alasanText({
    umum: 'Perbaiki.',
    paragraf: [{ nomor: 2, awal: 'Sebanyak 210 warga', alasan: 'Data menyebut 120.' }],
  });
  expect(reasonsOf(body)).toEqual([
    { quote: null, text: 'Perbaiki.' },
    { quote: 'Paragraf 2: Sebanyak 210 warga', text: 'Data menyebut 120.' },
  ]);
});
