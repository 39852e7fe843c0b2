import type { Article } from './data/items.ts';
import { officeName, readSitus } from './data/settings.ts';
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

/** The office that publishes. */
export function organization(): Record<string, unknown> {
  const { dinas, pemda } = readSitus();
  return {
    '@type': 'GovernmentOrganization',
    name: dinas,
    url: absolute('/'),
    parentOrganization: { '@type': 'GovernmentOrganization', name: pemda },
  };
}

/** A news item for search engines. Times that are not known (in development) are left out. */
export function newsArticle(item: Article): Record<string, unknown> {
  return {
    '@type': 'NewsArticle',
    headline: item.judul,
    description: item.ringkasan,
    inLanguage: 'id',
    url: absolute(item.url),
    mainEntityOfPage: absolute(item.url),
    ...(item.terbit !== null && { datePublished: item.terbit }),
    ...(item.diperbarui !== null && { dateModified: item.diperbarui }),
    ...(item.tempat !== undefined && { contentLocation: { '@type': 'Place', name: item.tempat } }),
    image: item.semuaFoto.map(({ src }) => absolute(src)),
    author: { '@type': 'GovernmentOrganization', name: readSitus().dinas },
    about: { '@type': 'GovernmentOrganization', name: officeName(item.opd) },
    publisher: organization(),
  };
}
