import { unzipSync, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import type { Tabel } from '../../../scripts/core/ppid/tabel.ts';

/**
 * A table as an Excel workbook of one sheet, its first row fixed. Every text is a text cell: nothing in it can be a
 * formula. The same table gives the same bytes: the library stamps the moment into the archive, so it is packed anew.
 */
export async function xlsxOf({ kolom, baris }: Tabel, sheet: string): Promise<Uint8Array<ArrayBuffer>> {
  const head = kolom.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const rows = baris.map((row) =>
    row.map((value) => {
      if (value === null) return null;
      return typeof value === 'number'
        ? { value, type: Number }
        : { value: excelText(value), type: String, wrap: true, alignVertical: 'top' as const };
    }),
  );
  const widths = kolom.map((name, place) => ({ width: widthOf(name, baris, place) }));
  const made = await writeExcelFile([head, ...rows], {
    sheet,
    columns: widths,
    stickyRowsCount: 1,
  }).toBuffer();
  const files = unzipSync(made);
  const sorted = Object.fromEntries(Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return new Uint8Array(zipSync(sorted, { mtime: new Date(2000, 0, 1), level: 9 }));
}

/** Excel holds no longer cell, and XML no control characters. */
function excelText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_767);
}

/** As wide as its longest line, within what fits a screen. */
function widthOf(name: string, baris: Tabel['baris'], place: number): number {
  const longest = baris.slice(0, 200).reduce((most, row) => {
    const text = String(row[place] ?? '');
    return Math.max(most, ...text.split('\n').map((line) => line.length));
  }, name.length);
  return Math.min(60, Math.max(10, longest + 2));
}
