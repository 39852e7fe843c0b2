import { kartu } from './_includes/kartu.mjs';

export const data = {
  layout: 'dasar.11ty.mjs',
  pagination: { data: 'collections.daftar', size: 1, alias: 'bagian' },
  permalink: ({ bagian }) => `${bagian.url}index.html`,
  eleventyComputed: { title: ({ bagian }) => bagian?.value ?? '' },
};

export function render({ bagian: { value, items, newer, older } }) {
  const to = (address, words) => (address === null ? '' : `<a href="${address}">${words}</a>`);
  return `<h1>${value}</h1>
${items.map(kartu).join('\n')}
<nav aria-label="Halaman">
${to(newer, 'Lebih baru')}
${to(older, 'Lebih lama')}
</nav>`;
}
