import type { SopDocument } from '../../content/schema/sop.ts';
import { writePdf, type Block } from './pdf.ts';

/** What the document does not say, in the words of the SOP pages. */
const unsaid = 'tidak tercantum';

const lower = new Set(['dan', 'di', 'ke', 'dari', 'untuk', 'pada']);

/** `SOP PEMBUATAN KONTEN INFORMASI` → `SOP Pembuatan Konten Informasi`; every name begins with “SOP”. */
export function sopTitle(sop: Pick<SopDocument, 'nama'>): string {
  const words = sop.nama
    .replace(/^SOP\s+/i, '')
    .toLowerCase()
    .split(/\s+/);
  return ['SOP', ...words.map((word) => (lower.has(word) ? word : capital(word)))].join(' ');
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** The text of a signed SOP as a PDF: identity, lists, and each step with its mutu baku, word for word. */
export function writeSop(sop: SopDocument): Uint8Array {
  const names = new Map(sop.pelaksana.map(({ id, nama }) => [id, nama]));
  const list = (title: string, items: readonly string[]): Block[] => [
    { text: title, bold: true, gap: 12 },
    ...(items.length === 0 ? [unsaid] : items).map((text, i): Block => ({
      text: items.length < 2 ? text : `${i + 1}. ${text}`,
      indent: 12,
      gap: 2,
    })),
  ];
  const fact = (label: string, value: string | null): Block => ({
    text: `${label}: ${value ?? unsaid}`,
    gap: 2,
  });
  const steps = sop.langkah.flatMap((langkah): Block[] => [
    { text: `${langkah.no}. ${langkah.aktivitas}`, bold: true, gap: 10 },
    {
      text: `Pelaksana: ${langkah.pelaksana.map((id) => names.get(id) ?? id).join(' atau ')}${langkah.sumber === 'eksplisit' ? '' : ' (disimpulkan)'}`,
      indent: 12,
    },
    { text: `Kelengkapan: ${langkah.kelengkapan.map(({ nama }) => nama).join('; ')}`, indent: 12 },
    { text: `Waktu: ${langkah.waktuTeks ?? unsaid}`, indent: 12 },
    { text: `Output: ${langkah.output.join('; ')}`, indent: 12 },
  ]);
  return writePdf(sopTitle(sop), [
    ...[sop.pemerintah, sop.dinas, sop.bidang, sop.seksi].flatMap((text): Block[] =>
      text === null ? [] : [{ text, center: true }],
    ),
    'garis',
    { text: sop.nama, bold: true, size: 14, center: true, gap: 12 },
    fact('Nomor SOP', sop.nomor),
    fact('Tanggal pembuatan', sop.tanggalPembuatan),
    fact('Tanggal revisi', sop.tanggalRevisi),
    fact('Tanggal efektif', sop.tanggalEfektif),
    fact('Disahkan oleh', sop.disahkanOleh),
    ...list('Dasar hukum', sop.dasarHukum),
    ...list('Kualifikasi pelaksana', sop.kualifikasi),
    ...list('Keterkaitan', sop.keterkaitan),
    ...list('Peralatan/perlengkapan', sop.peralatan),
    ...list('Peringatan', sop.peringatan === null ? [] : [sop.peringatan]),
    ...list('Pencatatan dan pendataan', sop.pencatatan),
    { text: 'Langkah', bold: true, size: 13, gap: 20 },
    ...steps,
  ]);
}
