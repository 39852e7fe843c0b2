import { writePdf, type Block } from './pdf.ts';

/** A letter between offices: who writes, number and day, about what, what it says, and in which position it is signed. */
export interface Letter {
  readonly dari: string;
  readonly nomor: string;
  /** A day: `2026-10-28`. */
  readonly tanggal: string;
  readonly perihal: string;
  readonly kepada: string;
  readonly isi: readonly string[];
  /** Listed under the text, numbered. */
  readonly butir?: readonly string[];
  readonly penanda: string;
}

const months = [
  'Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember',
]; // prettier-ignore

/** A day as letters write it: `2026-10-28` → `28 Oktober 2026`. */
export function longDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${months[(month ?? 1) - 1]} ${year}`;
}

/** The scan of a sample letter, as a PDF: an office signs, never a person. */
export function writeLetter(letter: Letter): Uint8Array {
  const blocks: Block[] = [
    { text: 'PEMERINTAH KOTA PONTIANAK', center: true },
    { text: letter.dari.toUpperCase(), bold: true, size: 14, center: true },
    'garis',
    { text: 'Surat contoh: dibuat untuk peragaan, tidak berlaku.', size: 9, center: true, gap: 4 },
    { text: `Pontianak, ${longDate(letter.tanggal)}`, gap: 18 },
    { text: `Nomor: ${letter.nomor}`, gap: 8 },
    { text: `Perihal: ${letter.perihal}` },
    { text: `Yth. ${letter.kepada}`, gap: 14 },
    ...letter.isi.map((text): Block => ({ text, gap: 10 })),
    ...(letter.butir ?? []).map((text, index): Block => ({
      text: `${index + 1}. ${text}`,
      indent: 18,
      gap: 4,
    })),
    { text: letter.penanda, gap: 30, indent: 260 },
    { text: 'Ditandatangani secara elektronik (contoh)', size: 9, gap: 24, indent: 260 },
  ];
  return writePdf(letter.perihal, blocks);
}
