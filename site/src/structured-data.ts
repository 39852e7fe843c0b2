import type { Dokumen } from './data/files.ts';
import type { Item } from './data/items.ts';
import { kategoriName, officeName, readSitus } from './data/settings.ts';
import { fileKind } from './files.ts';
import { absolute } from './links.ts';

type Trail = readonly { nama: string; alamat: string }[];

/** Where a page stands, for search engines. */
export function breadcrumbList(jejak: Trail): Record<string, unknown> {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: jejak.map(({ nama, alamat }, n) => ({
      '@type': 'ListItem',
      position: n + 1,
      name: nama,
      item: absolute(alamat),
    })),
  };
}

/** The office that publishes, and how it is reached. */
export function organization(): Record<string, unknown> {
  const { dinas, pemda, kota, alamat, kontak, kanal } = readSitus();
  return {
    '@type': 'GovernmentOrganization',
    '@id': absolute('/#kantor'),
    name: dinas,
    url: absolute('/'),
    logo: absolute('/lambang.svg'),
    address: {
      '@type': 'PostalAddress',
      streetAddress: alamat.join(', '),
      addressLocality: kota,
      addressCountry: 'ID',
    },
    ...(kontak.telepon !== null && { telephone: kontak.telepon }),
    ...(kontak.surel !== null && { email: kontak.surel }),
    ...(kanal.length > 0 && { sameAs: kanal.map(({ url }) => url) }),
    parentOrganization: { '@type': 'GovernmentOrganization', name: pemda },
  };
}

/** An item for search engines: news, public information, or another work. Times that are not known are left out. */
export function itemData(item: Item): Record<string, unknown> {
  const { tempat } = item.data;
  const isNews = item.collection.name === 'berita';
  return {
    '@type': typeOf(item),
    [isNews ? 'headline' : 'name']: item.judul,
    description: descriptionOf(item),
    inLanguage: 'id',
    url: absolute(item.url),
    mainEntityOfPage: absolute(item.url),
    ...(item.terbit !== null && { datePublished: item.terbit }),
    ...(item.diperbarui !== null && { dateModified: item.diperbarui }),
    ...(tempat !== undefined && { contentLocation: { '@type': 'Place', name: tempat } }),
    ...(item.kategori !== null && { genre: kategoriName(item.collection, item.kategori) }),
    ...filesOf(item),
    author: { '@type': 'GovernmentOrganization', name: readSitus().dinas, url: absolute('/') },
    [typeOf(item) === 'Dataset' ? 'creator' : 'about']: {
      '@type': 'GovernmentOrganization',
      name: officeName(item.opd),
    },
    ...(typeOf(item) === 'Dataset' && { isAccessibleForFree: true }),
    publisher: organization(),
  };
}

/** A data set must be described in fifty characters or more, or search engines for data sets pass over it. */
function descriptionOf(item: Item): string {
  if (typeOf(item) !== 'Dataset' || item.ringkasan.length >= 50) return item.ringkasan;
  return `${item.ringkasan} ${item.collection.label} ${item.judul} dari ${officeName(item.opd)}, dengan berkasnya.`;
}

const tables = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];

/** Public information with a table is a data set; with other documents, a document. */
function typeOf({ collection, dokumen }: Item): string {
  if (collection.name === 'berita') return 'NewsArticle';
  if (dokumen.length === 0) return 'CreativeWork';
  return dokumen.some(({ type }) => tables.includes(encoding(type))) ? 'Dataset' : 'DigitalDocument';
}

function filesOf(item: Item): Record<string, unknown> {
  const pictures = item.karya.filter(({ type }) => fileKind(type) === 'gambar');
  const media = item.karya.filter(({ type }) => fileKind(type) !== 'gambar');
  return {
    ...(pictures.length > 0 && { image: pictures.map(({ src }) => absolute(src)) }),
    ...(media.length > 0 && {
      associatedMedia: media.map((work) => ({
        ...download(mediaTypes[fileKind(work.type)], work),
        name: work.keterangan,
        creditText: work.kredit,
      })),
    }),
    ...(item.dokumen.length > 0 && {
      [typeOf(item) === 'Dataset' ? 'distribution' : 'associatedMedia']: item.dokumen.map((one) => ({
        ...download(typeOf(item) === 'Dataset' ? 'DataDownload' : 'MediaObject', one),
        name: one.judul,
      })),
    }),
  };
}

const mediaTypes = {
  gambar: 'ImageObject',
  suara: 'AudioObject',
  video: 'VideoObject',
  dokumen: 'MediaObject',
};

function download(kind: string, file: Pick<Dokumen, 'src' | 'type' | 'size' | 'sha256'>) {
  return {
    '@type': kind,
    contentUrl: absolute(file.src),
    encodingFormat: encoding(file.type),
    contentSize: `${file.size} B`,
    sha256: file.sha256,
  };
}

/** A content type without its parameters. */
function encoding(type: string): string {
  return type.split(';', 1)[0] ?? type;
}
