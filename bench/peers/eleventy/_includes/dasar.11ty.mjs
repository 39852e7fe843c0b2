import { escaped } from './kartu.mjs';

const kepala = `<a class="lompat" href="#isi">Langsung ke isi</a>
<header>
<a href="/">Portal Informasi Pemerintah Kota</a>
<nav aria-label="Utama"><ul>
<li><a href="/berita/">Berita</a></li>
<li><a href="/konten/">Konten</a></li>
<li><a href="/kampanye/">Kampanye</a></li>
<li><a href="/ppid/">Informasi publik</a></li>
<li><a href="/sop/">Prosedur</a></li>
<li><a href="/transparansi/">Transparansi</a></li>
<li><a href="/cari/">Cari</a></li>
</ul></nav>
</header>`;
const kaki = `<footer>
<nav aria-label="Kaki"><ul>
<li><a href="/tentang/">Tentang portal ini</a></li>
<li><a href="/kontak/">Kontak</a></li>
<li><a href="/ppid/permohonan/">Permohonan informasi</a></li>
<li><a href="/ppid/keberatan/">Keberatan</a></li>
<li><a href="/aksesibilitas/">Aksesibilitas</a></li>
<li><a href="/privasi/">Privasi</a></li>
</ul></nav>
<p>Dinas Komunikasi dan Informatika. Portal ini hanya menayangkan yang sudah disetujui menurut prosedur.</p>
</footer>`;

export function render({ title, ringkasan = '', page, content }) {
  const address = `https://portal.example${page.url}`;
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)} – Portal Informasi</title>
<meta name="description" content="${escaped(ringkasan)}">
<link rel="canonical" href="${address}">
<link rel="alternate" type="application/rss+xml" href="/index.xml">
<meta property="og:title" content="${escaped(title)}">
<meta property="og:description" content="${escaped(ringkasan)}">
<meta property="og:url" content="${address}">
<meta property="og:locale" content="id_ID">
<link rel="stylesheet" href="/gaya.css">
</head>
<body>
${kepala}
<main id="isi">
${content}
</main>
${kaki}
</body>
</html>
`;
}
