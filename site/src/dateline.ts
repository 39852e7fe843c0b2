/**
 * Puts the dateline before the first paragraph, as newspapers do: “PONTIANAK – …”. Nothing is added where the
 * writer has begun with the place already, or where the text does not begin with a paragraph.
 */
export function withDateline(html: string, teks: string, tempat: string | undefined): string {
  if (tempat === undefined || !html.startsWith('<p>')) return html;
  if (teks.toLocaleLowerCase('id').startsWith(tempat.toLocaleLowerCase('id'))) return html;
  const safe = tempat
    .toLocaleUpperCase('id')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return `<p><span class="dateline">${safe}</span> – ${html.slice('<p>'.length)}`;
}
