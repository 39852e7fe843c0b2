import { kartu, pilah } from './_includes/kartu.mjs';

export const data = {
  layout: 'dasar.11ty.mjs',
  title: 'Beranda',
  pagination: { data: 'fronts', size: 1, alias: 'front' },
  fronts: [
    { url: '/', head: 'Kabar dan layanan informasi', count: 5 },
    { url: '/berita/', head: 'Berita', count: 20 },
  ],
  permalink: ({ front }) => `${front.url}index.html`,
};

export function render({ front, collections }) {
  const newest = collections.berita.slice(-front.count).toReversed();
  return `<h1>${front.head}</h1>\n${newest.map(kartu).join('\n')}\n${pilah(collections.pilah)}`;
}
