/**
 * The Daftar Informasi Publik as a catalogue for harvesters: DCAT 3 (W3C Recommendation, 22 August 2024) in JSON-LD,
 * with its whole context inside, so that reading it needs no second address.
 */
import type { Entri } from './entri.ts';
import { dayInWib } from './tanggal.ts';

/** Who speaks in the catalogue. */
export interface Penerbit {
  readonly nama: string;
  readonly ringkasan: string;
  readonly dinas: string;
  readonly surel: string | null;
  /** Makes an address of the portal one of the web. */
  readonly absolute: (path: string) => string;
}

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  'dcterms:issued': { '@type': 'xsd:dateTime' },
  'dcterms:modified': { '@type': 'xsd:dateTime' },
  'dcterms:created': { '@type': 'xsd:date' },
  'dcterms:valid': { '@type': 'xsd:date' },
  'dcterms:language': { '@type': '@id' },
  'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger' },
  'dcat:landingPage': { '@type': '@id' },
  'dcat:accessURL': { '@type': '@id' },
  'dcat:downloadURL': { '@type': '@id' },
  'dcat:mediaType': { '@type': '@id' },
  'spdx:algorithm': { '@type': '@id' },
  'spdx:checksumValue': { '@type': 'xsd:hexBinary' },
  'vcard:hasEmail': { '@type': '@id' },
  'foaf:homepage': { '@type': '@id' },
} as const;

/** The vocabulary's own address of Indonesian. */
const indonesian = 'http://publications.europa.eu/resource/authority/language/IND';

/** The catalogue of these entries. */
export function katalogDcat(entries: readonly Entri[], penerbit: Penerbit): Record<string, unknown> {
  const { nama, ringkasan, absolute } = penerbit;
  const latest = entries
    .map(({ diperbarui }) => diperbarui ?? '')
    .toSorted()
    .at(-1);
  return {
    '@context': context,
    '@id': absolute('/data.json'),
    '@type': 'dcat:Catalog',
    'dcterms:title': inIndonesian(`Daftar Informasi Publik, ${nama}`),
    'dcterms:description': inIndonesian(ringkasan),
    'dcterms:language': indonesian,
    'dcterms:publisher': agent(absolute('/'), penerbit.dinas),
    'foaf:homepage': absolute('/ppid/'),
    ...(latest !== undefined && latest !== '' && { 'dcterms:modified': latest }),
    'dcat:dataset': entries.map((entry) => dataset(entry, penerbit)),
  };
}

function dataset(entry: Entri, { absolute, dinas, surel }: Penerbit): Record<string, unknown> {
  const keywords = [entry.namaKlasifikasi, entry.namaOpd].filter((word) => word !== null);
  return {
    '@id': absolute(entry.url),
    '@type': 'dcat:Dataset',
    'dcterms:identifier': entry.url,
    'dcterms:title': inIndonesian(entry.judul),
    'dcterms:description': inIndonesian(entry.ringkasan || entry.judul),
    'dcterms:language': indonesian,
    'dcterms:publisher': agent(absolute(`/ppid/informasi-publik/${entry.opd}/`), entry.namaOpd),
    'dcat:landingPage': absolute(entry.url),
    'dcat:keyword': keywords.map(inIndonesian),
    'dcat:contactPoint': {
      '@type': 'vcard:Organization',
      'vcard:fn': dinas,
      ...(surel !== null && { 'vcard:hasEmail': `mailto:${surel}` }),
    },
    ...(entry.waktu !== null && { 'dcterms:created': entry.waktu }),
    ...(entry.berlakuSampai !== null && { 'dcterms:valid': entry.berlakuSampai }),
    ...(entry.terbit !== null && { 'dcterms:issued': entry.terbit }),
    ...(entry.diperbarui !== null && {
      'dcterms:modified': entry.diperbarui,
      'dcat:version': dayInWib(entry.diperbarui),
    }),
    'dcat:distribution': entry.dokumen.map(({ src, judul, catatan, type, size, sha256 }) => ({
      '@id': absolute(src),
      '@type': 'dcat:Distribution',
      'dcterms:title': inIndonesian(judul),
      ...(catatan !== null && { 'dcterms:description': inIndonesian(catatan) }),
      'dcat:accessURL': absolute(entry.url),
      'dcat:downloadURL': absolute(src),
      'dcat:mediaType': `https://www.iana.org/assignments/media-types/${type.split(';', 1)[0]}`,
      'dcat:byteSize': String(size),
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': 'spdx:checksumAlgorithm_sha256',
        'spdx:checksumValue': sha256,
      },
    })),
  };
}

function agent(id: string, name: string): Record<string, unknown> {
  return { '@id': id, '@type': 'foaf:Organization', 'foaf:name': inIndonesian(name) };
}

function inIndonesian(text: string): Record<string, string> {
  return { '@value': text, '@language': 'id' };
}
