import { bagikan } from './bagikan.mjs';
import { base, halaman, office, tampilJejak } from './halaman.mjs';
import { escaped, kartu } from './kartu.mjs';
import { lembarParaf } from './lembar.mjs';
import { iso, longDate, monthName, waktu } from './waktu.mjs';

const penerbit = {
  '@type': 'GovernmentOrganization',
  '@id': `${base}/#kantor`,
  name: office,
  url: `${base}/`,
  logo: `${base}/lambang.svg`,
  address: {
    '@type': 'PostalAddress',
    streetAddress: 'Jalan Contoh Nomor 1, Pontianak, Kalimantan Barat',
    addressLocality: 'Pontianak',
    addressCountry: 'ID',
  },
  email: 'redaksi@portal.example',
  parentOrganization: { '@type': 'GovernmentOrganization', name: 'Pemerintah Kota Pontianak' },
};

let beside;

/** Once for all pages: looking a page up in a whole list would make the build quadratic. */
function besideOf({ pilah }) {
  const found = new Map();
  for (const { menurut, items } of pilah)
    for (const [place, { url }] of items.entries()) {
      const before = found.get(url) ?? {};
      if (menurut === 'bulan') found.set(url, { ...before, next: items[place - 1], prev: items[place + 1] });
      if (menurut === 'kategori') found.set(url, { ...before, same: items.slice(place + 1, place + 4) });
    }
  return found;
}

const minutes = (text) => Math.max(1, Math.round((text.match(/\S+/g)?.length ?? 0) / 200));

function withDateline(html, tempat) {
  if (!html.startsWith('<p>')) return html;
  return `<p><span class="dateline">${escaped(tempat.toUpperCase())}</span> – ${html.slice('<p>'.length)}`;
}

function factsOf({ title, ringkasan, tempat }, { address, terbit, kategori, opd }) {
  return {
    '@type': 'NewsArticle',
    headline: title,
    description: ringkasan,
    inLanguage: 'id',
    url: address,
    mainEntityOfPage: address,
    datePublished: terbit,
    dateModified: terbit,
    contentLocation: { '@type': 'Place', name: tempat },
    genre: kategori,
    author: { '@type': 'GovernmentOrganization', name: office, url: `${base}/` },
    about: { '@type': 'GovernmentOrganization', name: opd },
    publisher: penerbit,
  };
}

function tetangga({ prev, next }, bulan) {
  const to = (item, rel, words) =>
    item === undefined
      ? ''
      : `<a rel="${rel}" href="${item.url}"><span>${words}</span> ${escaped(item.data.title)}</a>`;
  return `<nav class="tetangga" aria-label="Berita lain, ${bulan}">
${to(prev, 'prev', 'Sebelumnya')}
${to(next, 'next', 'Sesudahnya')}
</nav>`;
}

function terkait(items, kategori, url) {
  if (items.length === 0) return '';
  return `<section class="terkait" aria-labelledby="terkait">
<div class="bagian-kepala"><h2 id="terkait">Sebelumnya: ${kategori}</h2> <a href="${url}">Semua</a></div>
<div class="daftar"><div class="daftar-isi">
${items.map(kartu).join('\n')}
</div></div>
</section>`;
}

export function render(data) {
  const { title, ringkasan, tempat, tanggal, page, content, nama, collections } = data;
  beside ??= besideOf(collections);
  const near = beside.get(page.url);
  const [kategori, opd, bulan] = [nama.kategori[data.kategori], nama.opd[data.opd], monthName(data.bulan)];
  const [day, terbit, address] = [longDate(page.date), iso(page.date), `${base}${page.url}`];
  const kategoriUrl = `/kategori/${data.kategori}/`;
  const jejak = [
    ['Berita', '/berita/'],
    [bulan, `/bulan/${data.bulan}/`],
    [title, page.url],
  ];
  const isi = `<article class="wadah berita">
${tampilJejak(jejak)}
<header class="berita-kepala">
<p class="kartu-atas"><a class="kategori" href="${kategoriUrl}">${kategori}</a></p>
<h1>${escaped(title)}</h1>
<p class="berita-ringkasan">${escaped(ringkasan)}</p>
<p class="berita-tanda">
<a href="/opd/${data.opd}/">${escaped(opd)}</a>
<span>Terbit ${waktu(page.date)}</span>
<span>Waktu baca ${minutes(page.rawInput)} menit</span>
</p>
</header>
<div class="berita-badan">
<div class="berita-isi">
<div class="naskah">
${withDateline(content, tempat)}
</div>
<dl class="berita-data">
<div><dt>Tanggal kegiatan</dt> <dd><time datetime="${tanggal}">${day}</time></dd></div>
<div><dt>Tempat</dt> <dd>${escaped(tempat)}</dd></div>
</dl>
${bagikan(title, address)}
</div>
<aside class="berita-sisi">
${lembarParaf(data)}
</aside>
</div>
${tetangga(near, bulan)}
${terkait(near.same, kategori, kategoriUrl)}
<p class="hanya-kertas">Dicetak dari ${address}</p>
</article>`;
  const card = { src: `${address}kartu.png`, alt: `${title}. ${opd}, ${day}.` };
  const berita = { terbit, kartu: card, data: factsOf(data, { address, terbit, kategori, opd }) };
  return halaman({ judul: title, ringkasan, url: page.url, jejak, isi, berita });
}
