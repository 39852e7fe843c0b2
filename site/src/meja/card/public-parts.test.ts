import { expect, it } from 'vitest';
import { collections } from '../../../../content/schema/collections.ts';
import { fieldsOf } from '../office-data.ts';
import { publicParts } from './public-parts.ts';

const fieldsIn = (name: string) => fieldsOf(collections.find((one) => one.name === name)!.schema);

it.each([
  ['berita', 'kategori', { kategori: 'lingkungan' }, 'Lingkungan', ['tanggal', 'tempat', 'narasumber']],
  ['konten', 'jenis', { jenis: 'infografis' }, 'Infografis', []],
  ['kampanye', 'jenis', { jenis: 'audio' }, 'Konten audio', []],
  [
    'informasi-publik',
    'klasifikasi',
    { klasifikasi: 'berkala' },
    'Berkala',
    ['pejabat', 'penanggungJawab', 'pembuatan', 'bentuk', 'retensi', 'kewajiban', 'berlakuSampai', 'dokumen'],
  ],
])('%s: working papers stay out, the %s stands above the title', (name, _, data, golongan, rest) => {
  const parts = publicParts(fieldsIn(name), data);
  expect([parts.golongan, parts.rest.map(({ field }) => field.name)]).toEqual([golongan, rest]);
});

it('what is not what the schema says is left out, and breaks nothing', () => {
  const parts = publicParts(fieldsIn('berita'), {
    judul: ['x'],
    foto: [null, 'x', { berkas: 'a.png', keterangan: 7 }],
    kategori: 'karangan',
  });
  expect([parts.judul, parts.golongan, parts.works]).toEqual([
    '',
    null,
    [{ jenis: 'Foto', file: 'a.png', keterangan: '', kredit: '', alt: '' }],
  ]);
  expect(publicParts(fieldsIn('berita'), null).judul).toBe('');
});
