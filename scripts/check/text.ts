import { checkMessages as say, type CheckCode } from './messages.ts';

/** Something found in a text, with the number of lines before it. */
export interface TextFinding {
  readonly code: CheckCode;
  readonly lines: number;
  readonly message: string;
}

const days = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;
const months = [
  'Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember',
]; // prettier-ignore

const dayNames = `${days.join('|')}|Jum['’]at|Ahad`;
const dated = new RegExp(
  `\\b(?<hari>${dayNames}),?\\s*(?:\\(\\s*(?<d1>\\d{1,2})/(?<m1>\\d{1,2})/(?<y1>\\d{4})\\s*\\)|(?<d2>\\d{1,2})\\s+(?<m2>${months.join('|')})\\s+(?<y2>\\d{4}))`,
  'gi',
);
// Sixteen digits together, or in four groups; dots would be an amount of money.
const nik = /(?<![\d.,])(?:\d{16}|\d{4}(?:[ -]\d{4}){3})(?![\d.,]?\d)/g;

/** What is wrong in a text of an item, whatever field or file it stands in. */
export function checkText(text: string): TextFinding[] {
  return [...wrongDays(text), ...personalNumbers(text)].toSorted((a, b) => a.lines - b.lines);
}

function wrongDays(text: string): TextFinding[] {
  return [...text.matchAll(dated)].flatMap((match): TextFinding[] => {
    const { hari = '', d1, m1, y1, d2, m2, y2 } = match.groups ?? {};
    const day = Number(d1 ?? d2);
    const month =
      m1 === undefined
        ? months.findIndex((name) => name.toLowerCase() === m2?.toLowerCase())
        : Number(m1) - 1;
    const date = new Date(Date.UTC(Number(y1 ?? y2), month, day));
    const lines = linesBefore(text, match.index);
    const written = match[0].replaceAll(/\s+/g, ' ');
    if (date.getUTCDate() !== day || date.getUTCMonth() !== month)
      return [{ code: 'tanggal-tidak-ada', lines, message: say['tanggal-tidak-ada'](written) }];
    const right = days[date.getUTCDay()] ?? '';
    if (standardDay(hari) === right.toLowerCase()) return [];
    return [{ code: 'hari-tidak-cocok', lines, message: say['hari-tidak-cocok'](written, right) }];
  });
}

function standardDay(written: string): string {
  const lower = written.toLowerCase();
  if (lower === 'ahad') return 'minggu';
  return /^jum.at$/.test(lower) ? 'jumat' : lower;
}

function personalNumbers(text: string): TextFinding[] {
  return [...text.matchAll(nik)].map((match) => ({
    code: 'data-pribadi-nik',
    lines: linesBefore(text, match.index),
    message: say['data-pribadi-nik'](),
  }));
}

function linesBefore(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}
