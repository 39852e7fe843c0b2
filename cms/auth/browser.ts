/** What runs in the popup. A Worker has no files, so the scripts stand here; the pages name them, and run no other. */

/**
 * The first page. It greets the window that opened it, at each origin that may sign in (the browser delivers to the one
 * where that window stands, and to no other), takes the greeting that comes back as proof of where it stands, and goes
 * on to GitHub.
 */
const start = `'use strict';
const message = document.getElementById('pesan');
const title = document.getElementById('judul');
const origins = JSON.parse(message.dataset.asal);
const greeting = 'authorizing:github';
const opener = window.opener;

function fail(text) {
  title.textContent = 'Belum dapat masuk';
  message.textContent = text;
}

let waiting;
async function hear(event) {
  if (event.source !== opener || event.data !== greeting || !origins.includes(event.origin)) return;
  window.removeEventListener('message', hear);
  clearTimeout(waiting);
  try {
    const response = await fetch('/mulai', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ asal: event.origin }),
      // Without a referrer some browsers would not say either that it is our own page that asks.
      referrerPolicy: 'same-origin',
    });
    if (!response.ok) return fail(await response.text());
    window.location.replace((await response.json()).alamat);
  } catch {
    fail('Server masuk tidak terjangkau. Periksa sambungan internet, tutup jendela ini, lalu tekan Masuk lagi.');
  }
}

if (opener === null) {
  fail('Halaman ini dibuka oleh tombol Masuk di Ruang tulis atau Meja. Tutup halaman ini, lalu masuk dari sana.');
} else {
  window.addEventListener('message', hear);
  for (const origin of origins) opener.postMessage(greeting, origin);
  waiting = setTimeout(
    () =>
      fail(
        'Halaman yang membuka jendela ini tidak menjawab. Tutup jendela ini, lalu tekan Masuk lagi. ' +
          'Bila terulang, alamat halaman itu belum terdaftar: hubungi pengelola sistem.',
      ),
    8000,
  );
}
`;

/** The last page. It hands the answer to the window that opened the popup, if that still stands at the bound origin. */
const finish = `'use strict';
const message = document.getElementById('pesan');
const { jawaban, asal } = message.dataset;
delete message.dataset.jawaban;
// The code is used up; it need not stay in the history either.
window.history.replaceState(null, '', '/selesai');
if (window.opener === null) {
  document.getElementById('judul').textContent = 'Belum dapat masuk';
  message.textContent =
    'Jendela yang membuka halaman ini sudah tidak ada. Tutup halaman ini, buka lagi Ruang tulis atau Meja, lalu masuk.';
} else window.opener.postMessage(jawaban, asal);
`;

const style = `:root { color-scheme: light dark; }
body { margin: 0; font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 28rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 1.375rem; line-height: 1.25; margin: 0 0 .75rem; }
p { margin: 0; }
`;

/** Files of the popup by their path: type and text. */
export const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
  '/mulai.js': ['text/javascript', start],
  '/selesai.js': ['text/javascript', finish],
  '/masuk.css': ['text/css', style],
};
