const ikon = (path) =>
  `<svg class="ikon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false"><path d="${path}"></path></svg>`;
const bagi = ikon('M12 15V4m-4 4 4-4 4 4M5 12v7h14v-7');
const cetak = ikon('M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z');

const ke = (name, url) =>
  `<li><a class="tombol" href="${url}" rel="external noopener noreferrer nofollow">${name}</a></li>`;

/** Ways to pass a page on. */
export function bagikan(title, address) {
  const [text, url] = [encodeURIComponent(title), encodeURIComponent(address)];
  return `<section class="bagikan" aria-labelledby="bagikan">
<h2 id="bagikan">Bagikan</h2>
<ul class="polos">
<li hidden><button type="button" class="tombol" data-cara="bagikan">${bagi} Bagikan …</button></li>
${ke('WhatsApp', `https://wa.me/?text=${text}%20${url}`)}
${ke('Facebook', `https://www.facebook.com/sharer/sharer.php?u=${url}`)}
${ke('X', `https://x.com/intent/post?text=${text}&amp;url=${url}`)}
${ke('Telegram', `https://t.me/share/url?url=${url}&amp;text=${text}`)}
${ke('Surel', `mailto:?subject=${text}&amp;body=${url}`)}
<li hidden><button type="button" class="tombol" data-cara="salin">Salin tautan</button></li>
<li hidden><button type="button" class="tombol" data-cara="cetak">${cetak} Cetak</button></li>
</ul>
<p class="bagikan-kabar" role="status"></p>
</section>
<script type="module" src="/_aset/bagikan.js"></script>`;
}
