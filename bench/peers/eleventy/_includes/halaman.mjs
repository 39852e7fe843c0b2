import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escaped } from './kartu.mjs';

export const base = 'https://portal.example';
export const portal = 'Portal Informasi Kota Pontianak';
export const office = 'Dinas Komunikasi dan Informatika';
export const tentang =
  'Kabar terbaru dari perangkat daerah, masing-masing dengan lembar paraf persetujuannya.';

/** A part that is the same on every page. */
export const bersama = (name) =>
  readFileSync(join(import.meta.dirname, 'bersama', `${name}.html`), 'utf8').trim();

const [kepala, kaki, tautan] = ['kepala', 'kaki', 'tautan'].map(bersama);
const kepalaBeranda = kepala.replaceAll(' aria-current="true"', '');
const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; base-uri 'none'; form-action 'self'";
const kartuPortal = {
  src: `${base}/kartu.png`,
  alt: `Kabar dan layanan informasi Pontianak. Pemerintah Kota Pontianak, ${office}.`,
};

/** Data for machines: it stands in a script, which it must not end. */
const ldJson = (graph) =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');

/** @param jejak names and addresses, from the one below home to the page itself */
const breadcrumb = (jejak) => ({
  '@type': 'BreadcrumbList',
  itemListElement: [['Beranda', '/'], ...jejak].map(([name, url], place) => ({
    '@type': 'ListItem',
    position: place + 1,
    name,
    item: `${base}${url}`,
  })),
});

/** The way to a page, as links; the page itself is none. */
export function tampilJejak(jejak) {
  const steps = [['Beranda', '/'], ...jejak.slice(0, -1)].map(
    ([name, url]) => `<li><a href="${url}">${escaped(name)}</a></li>`,
  );
  return `<nav class="jejak" aria-label="Jejak halaman">
<ol class="polos">
${steps.join('\n')}
<li><span aria-current="page">${escaped(jejak.at(-1)[0])}</span></li>
</ol>
</nav>`;
}

/** A whole page. `berita` has what an item's head says beside that of all pages. */
export function halaman({ judul, ringkasan, url, jejak, isi, berita = null }) {
  const address = `${base}${url}`;
  const [title, about] = [escaped(judul), escaped(ringkasan)];
  const card = berita?.kartu ?? kartuPortal;
  const times =
    berita === null
      ? ''
      : `<meta property="article:published_time" content="${berita.terbit}">
<meta property="article:modified_time" content="${berita.terbit}">
`;
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title} | ${portal}</title>
<meta name="description" content="${about}">
<link rel="canonical" href="${address}">
${tautan}
<meta property="og:type" content="${berita === null ? 'website' : 'article'}">
<meta property="og:site_name" content="${portal}">
<meta property="og:locale" content="id_ID">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${about}">
<meta property="og:url" content="${address}">
<meta property="og:image" content="${card.src}">
<meta property="og:image:alt" content="${escaped(card.alt)}">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta name="twitter:card" content="summary_large_image">
${times}<script type="application/ld+json">${ldJson([...(berita === null ? [] : [berita.data]), breadcrumb(jejak)])}</script>
<link rel="stylesheet" href="/_aset/gaya.css">
</head>
<body>
${url === '/' ? kepalaBeranda : kepala}
<main id="isi" tabindex="-1">
${isi}
</main>
${kaki}
</body>
</html>
`;
}
