import { answer } from './answers.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? '');
}

interface Page {
  readonly title: string;
  readonly text: string;
  readonly status?: number;
  /** Script of the page, and what it is handed. */
  readonly script?: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
}

/** A page of the popup: a heading, a sentence, and at most one script, which is a file. */
export function page({ title, text, status = 200, script, data = {}, cookies = [] }: Page): Response {
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${escape(value)}"`);
  const html = `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} | Paraf</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/masuk.css">
${script === undefined ? '' : `<script src="/${script}" defer></script>`}
</head>
<body>
<main>
<h1 id="judul">${escape(title)}</h1>
<p id="pesan" role="status"${attributes.join('')}>${escape(text)}</p>
<noscript><p>Halaman ini memerlukan JavaScript. Nyalakan di peramban Anda, lalu ulangi.</p></noscript>
</main>
</body>
</html>
`;
  return answer(
    html,
    status,
    'text/html',
    cookies.map((cookie) => ['Set-Cookie', cookie] as const),
  );
}
