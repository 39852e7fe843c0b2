/** Widths of Helvetica's characters from space to tilde, in thousandths of the size (Adobe's metrics of the font). */
const regular = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/** What PDF's WinAnsiEncoding has where Unicode has a number above 255. */
const winAnsi: Readonly<Record<string, number>> = {
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
};

/** The bytes of a text in WinAnsiEncoding. Throws for a character that the font does not have. */
export function encodeText(text: string): number[] {
  return [...text].map((char) => {
    const code = winAnsi[char] ?? char.charCodeAt(0);
    if (code < 32 || code > 255) throw new Error(`no such character in the font: ${JSON.stringify(char)}`);
    return code;
  });
}

/** Width of a text in points. Bold is somewhat wider; characters beyond ASCII are taken for an average one. */
export function widthOf(text: string, size: number, isBold: boolean): number {
  const sum = encodeText(text).reduce((total, code) => total + (regular[code - 32] ?? 556), 0);
  return (sum / 1000) * size * (isBold ? 1.06 : 1);
}

/** Breaks a text into lines that are no wider than `width` points. */
export function wrap(text: string, size: number, isBold: boolean, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size, isBold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
