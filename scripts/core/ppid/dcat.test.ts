import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dcatFaults } from '../testing/dcat.ts';
import { entri } from '../testing/ppid.ts';
import { katalogDcat, type Penerbit } from './dcat.ts';

const penerbit: Penerbit = {
  nama: 'Portal Contoh',
  ringkasan: 'Informasi yang terbuka.',
  dinas: 'Dinas Contoh',
  surel: 'ppid@portal.example',
  absolute: (path) => new URL(path, 'https://portal.example').href,
};
const sha256 = 'ab'.repeat(32);

it('a catalogue is DCAT 3, with every document as a distribution that can be proved', () => {
  const entry = entri({
    waktu: '2026-01-20',
    terbit: '2026-11-02T02:00:00.000Z',
    diperbarui: '2026-11-09T18:00:00.000Z',
    dokumen: [
      {
        judul: 'Tabel',
        catatan: null,
        src: '/a/t.1a.csv',
        type: 'text/csv; charset=utf-8',
        size: 12,
        sha256,
      },
    ],
  });
  const catalogue = katalogDcat([entry], penerbit);
  expect(dcatFaults(catalogue)).toEqual([]);
  const [dataset] = catalogue['dcat:dataset'] as Record<string, unknown>[];
  expect(dataset).toMatchObject({
    '@id': 'https://portal.example/ppid/informasi-publik/dinas-kesehatan/laporan/',
    'dcterms:issued': '2026-11-02T02:00:00.000Z',
    'dcat:version': '2026-11-10',
    'dcat:distribution': [
      {
        'dcat:downloadURL': 'https://portal.example/a/t.1a.csv',
        'dcat:mediaType': 'https://www.iana.org/assignments/media-types/text/csv',
        'dcat:byteSize': '12',
        'spdx:checksum': { 'spdx:checksumValue': sha256 },
      },
    ],
  });
});

it('is DCAT 3 whatever an entry leaves empty', () => {
  const part = fc.record({
    ringkasan: fc.constantFrom('', 'Isi.'),
    waktu: fc.constantFrom(null, '2026-01-20'),
    berlakuSampai: fc.constantFrom(null, '2026-12-31'),
    namaKlasifikasi: fc.constantFrom(null, 'Berkala'),
    terbit: fc.constantFrom(null, '2026-11-02T09:00:00+07:00'),
    diperbarui: fc.constantFrom(null, '2026-11-02T09:00:00+07:00'),
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 3 }), fc.constantFrom(null, 'a@b.example'), (parts, surel) => {
      expect(dcatFaults(katalogDcat(parts.map(entri), { ...penerbit, surel }))).toEqual([]);
    }),
  );
});

it('the validator refuses what is no DCAT', () => {
  const { '@type': _type, ...without } = katalogDcat([entri()], penerbit);
  expect(dcatFaults(without)).toEqual([" must have required property '@type'"]);
});
