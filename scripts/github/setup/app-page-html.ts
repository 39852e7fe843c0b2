const style = `
  :root { color-scheme: light dark; }
  body { margin: 0; font: 1rem/1.6 system-ui, sans-serif; background: Canvas; color: CanvasText; }
  main { max-width: 36rem; margin: 0 auto; padding: 2.5rem 1.25rem; }
  h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
  table { width: 100%; border-collapse: collapse; margin: 1.25rem 0; }
  caption { text-align: start; font-weight: 600; padding-bottom: .25rem; }
  th { width: 8.5rem; padding-inline-end: 1rem; }
  th span { display: block; font-size: .875rem; opacity: .8; }
  th, td { text-align: start; vertical-align: top; padding-block: .5rem; border-bottom: 1px solid color-mix(in srgb, CanvasText 20%, transparent); font-weight: 400; }
  button { font: inherit; font-weight: 600; padding: .75rem 1.25rem; min-height: 3rem; border: 0; border-radius: .5rem; background: #0b5d3b; color: #fff; cursor: pointer; }
  button:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
  @media (max-width: 30rem) { button { width: 100%; } }
`;

function page(title: string, body: string): string {
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
}

const rights: Readonly<Record<string, string>> = {
  checks: 'menulis pemeriksaan “paraf”',
  contents: 'menggabungkan yang sudah diparaf, menulis catatan',
  issues: 'melaporkan temuan kepada petugas TI',
  metadata: 'mengenali repositori',
  pull_requests: 'membaca paraf, mengganti label, menggabungkan',
  statuses: 'ditunjuk sebagai satu-satunya sumber pemeriksaan',
  workflows: 'menggabungkan perubahan workflow yang sudah disetujui',
};

/** The form that carries the manifest to GitHub, with what the app will be allowed. */
export function appForm(
  action: string,
  manifest: { readonly name: string; readonly default_permissions: Readonly<Record<string, string>> },
): string {
  const rows = Object.entries(manifest.default_permissions).map(
    ([name, right]) =>
      `<tr><th scope="row"><code>${escape(name)}</code><span>${right === 'write' ? 'baca dan tulis' : 'baca'}</span></th><td>${escape(rights[name] ?? '')}</td></tr>`,
  );
  return page(
    'Membuat aplikasi Paraf di GitHub',
    `<p>Aplikasi “${escape(manifest.name)}” akan menjadi satu-satunya yang boleh menulis cabang <code>main</code> dan <code>paraf</code>. Tombol ini membuka GitHub; periksa namanya di sana, lalu tekan “Create GitHub App”. Kuncinya langsung disimpan sebagai rahasia di GitHub dan tidak ditampilkan.</p>
<table><caption>Hak yang diminta, tidak lebih</caption><tbody>${rows.join('')}</tbody></table>
<form method="post" action="${escape(action)}"><input type="hidden" name="manifest" value="${escape(JSON.stringify(manifest))}"><button>Lanjut ke GitHub</button></form>`,
  );
}

export const appCreated = page(
  'Aplikasi sudah dibuat',
  '<p>Halaman ini boleh ditutup. Kembali ke terminal untuk langkah berikutnya: memasang aplikasi pada repositori.</p>',
);

export const wrongAnswer = page(
  'Halaman ini tidak ada',
  '<p>Alamatnya hanya berlaku untuk satu kali pemasangan. Jalankan lagi <code>paraf setup</code> dan buka alamat yang tercetak di terminal.</p>',
);

function escape(text: string): string {
  const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
}
