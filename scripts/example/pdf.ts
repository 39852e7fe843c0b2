import { encodeText, widthOf, wrap } from './pdf-font.ts';

/** One paragraph of a document, or a rule across the page. */
export type Block =
  | 'garis'
  | {
      readonly text: string;
      /** In points; 11 where it is not said. */
      readonly size?: number;
      readonly bold?: true;
      readonly center?: true;
      /** Space before it, in points. */
      readonly gap?: number;
      /** Space on its left, in points. */
      readonly indent?: number;
    };

const page = { width: 595, height: 842, margin: 64, foot: 40 } as const;
const inner = page.width - 2 * page.margin;

/**
 * Writes a PDF of A4 pages with plain text, title and language: sample letters and documents have no need of more.
 * Nothing in it is compressed or depends on the moment, so the same text gives the same bytes.
 *
 * @param title what the reader shows as its title
 * @param blocks the text, from top to bottom; pages break by themselves
 */
export function writePdf(title: string, blocks: readonly Block[]): Uint8Array {
  const pages = layOut(blocks).map((lines, index, all) => [
    ...lines,
    text(page.margin, page.foot, 8, false, `${title} (contoh) – halaman ${index + 1} dari ${all.length}`),
  ]);
  const first = 6;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Lang (id-ID) /ViewerPreferences << /DisplayDocTitle true >> >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Title ${literal(title)} /Producer (Paraf) >>`,
    ...pages.flatMap((lines, i) => {
      const content = lines.join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents ${first + 2 * i + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  return assemble(objects);
}

function layOut(blocks: readonly Block[]): string[][] {
  const pages: string[][] = [[]];
  let y: number = page.height - page.margin;
  const room = (height: number) => {
    if (y - height < page.margin) {
      pages.push([]);
      y = page.height - page.margin;
    }
    y -= height;
    return pages.at(-1)!;
  };
  for (const block of blocks) {
    if (block === 'garis') {
      room(10).push(`${page.margin} ${y} m ${page.width - page.margin} ${y} l 1 w S`);
      continue;
    }
    const { size = 11, bold = false, center = false, gap = 0, indent = 0 } = block;
    y -= gap;
    for (const line of wrap(block.text, size, bold, inner - indent)) {
      const lines = room(size * 1.35);
      const x = page.margin + (center ? (inner - widthOf(line, size, bold)) / 2 : indent);
      lines.push(text(x, y, size, bold, line));
    }
  }
  return pages;
}

function text(x: number, y: number, size: number, isBold: boolean, words: string): string {
  return `BT /F${isBold ? 2 : 1} ${size} Tf ${x.toFixed(2)} ${y.toFixed(2)} Td ${literal(words)} Tj ET`;
}

function font(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
}

/** A text as PDF writes it: `(…)`, every byte outside ASCII in octal. */
function literal(words: string): string {
  const bytes = encodeText(words).map((code) => {
    const char = String.fromCharCode(code);
    if (char === '(' || char === ')' || char === '\\') return `\\${char}`;
    return code > 126 ? `\\${code.toString(8)}` : char;
  });
  return `(${bytes.join('')})`;
}

/** Objects, numbered from 1, with the table that says where each begins. Everything is ASCII: a letter is a byte. */
function assemble(objects: readonly string[]): Uint8Array {
  let out = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = out.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(out);
}
