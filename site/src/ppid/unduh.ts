import { csvOf } from '../../../scripts/core/ppid/csv.ts';
import type { Tabel } from '../../../scripts/core/ppid/tabel.ts';
import { xlsxOf } from './xlsx.ts';

/** A table as CSV, to be fetched. */
export function csvResponse(tabel: Tabel): Response {
  return new Response(csvOf(tabel), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
}

/** The same as a workbook. */
export async function xlsxResponse(tabel: Tabel, sheet: string): Promise<Response> {
  return new Response(await xlsxOf(tabel, sheet), {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  });
}
