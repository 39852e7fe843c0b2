/** Makes text from elsewhere safe to show, and times readable. Everything a pull request brings is hostile. */

const controls = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu;

/** One line of plain text: no control or direction characters, no line breaks, shortened where too long. */
export function plain(text: string, max = 200): string {
  const line = text.replace(controls, ' ').replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= max ? line : `${letters.slice(0, max - 1).join('')}…`;
}

/** Invisible, and enough that GitHub no longer sees a mention, a reference or a link. */
const apart = '\u200b';

/**
 * Text from elsewhere inside our own Markdown: shown as it is, with no formatting, no HTML, no link, and nobody
 * called by name.
 */
export function quoted(text: string, max = 500): string {
  return (
    plain(text, max)
      .replace(/[\\`*_[\]<>#|~&]/g, (sign) => `\\${sign}`)
      // What would begin a list or a line under a heading, at the start alone.
      .replace(/^(\d*)([-+.)=])/, (_, digits: string, sign: string) => `${digits}\\${sign}`)
      .replace(/@/g, `@${apart}`)
      .replace(/#/g, `#${apart}`)
      .replace(/:\/\//g, `:${apart}//`)
      .replace(/\bwww/gi, (word) => `${word}${apart}`)
      .replace(/\b(GH)-/gi, `$1${apart}-`)
  );
}

/** A heading with a list under it, in Markdown; nothing where the list is empty. */
export function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `### ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

const days = ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab'];
const two = (value: number) => String(value).padStart(2, '0');

/** A time as the office reads it: "Sel 24/11/2026 10.15 WIB". */
export function waktu(iso: string): string {
  // Asia/Pontianak is UTC+7 the whole year.
  const wib = new Date(Date.parse(iso) + 7 * 3_600_000);
  const date = `${two(wib.getUTCDate())}/${two(wib.getUTCMonth() + 1)}/${wib.getUTCFullYear()}`;
  return `${days[wib.getUTCDay()] ?? ''} ${date} ${two(wib.getUTCHours())}.${two(wib.getUTCMinutes())} WIB`;
}

/** Names of the months, January first. */
export const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** A day as letters write it: "13 November 2026", by the calendar of Pontianak. */
export function tanggal(ms: number): string {
  const wib = new Date(ms + 7 * 3_600_000);
  return `${wib.getUTCDate()} ${months[wib.getUTCMonth()] ?? ''} ${wib.getUTCFullYear()}`;
}

/** A choice in a sentence: "a, b, atau c". */
export function atau(words: readonly string[]): string {
  return listed(words, 'atau');
}

/** A list in a sentence: "a, b, dan c". */
export function dan(words: readonly string[]): string {
  return listed(words, 'dan');
}

function listed(words: readonly string[], last: string): string {
  if (words.length <= 1) return words[0] ?? '';
  const head = words.slice(0, -1).join(', ');
  return `${head}${words.length > 2 ? ',' : ''} ${last} ${words.at(-1) ?? ''}`;
}
