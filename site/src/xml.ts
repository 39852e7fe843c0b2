/**
 * Text for an XML document: what could be markup is escaped, and what XML 1.0 has no place for (control characters,
 * halves of surrogate pairs) is left out, because a reader refuses the whole document for one of them.
 */
export function xmlText(text: string): string {
  return allowed(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Text without the characters that no XML 1.0 document may hold. */
export function allowed(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
