import type { Sel, Tabel } from './tabel.ts';

/**
 * A table as CSV (RFC 4180: lines end in CRLF, fields in quotes where they need them), in UTF-8 without a byte order
 * mark, for programs; people get the same as XLSX. Text that a spreadsheet would run as a formula begins with an
 * apostrophe: whoever fills in a title must not run anything on the computer of whoever opens the list (OWASP,
 * CSV injection).
 */
export function csvOf({ kolom, baris }: Tabel): string {
  return [kolom, ...baris].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: Sel): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = withoutFormula(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Also of each line: some programs split a quoted field at its line breaks before they look for its quotes. */
function withoutFormula(text: string): string {
  return text.replace(/^(?=[ \u00a0]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/gm, "'");
}
