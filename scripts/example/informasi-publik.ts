import type { z } from 'zod';
import type { informasiPublikSchema } from '../../content/schema/informasi-publik.ts';
import type { Sop } from '../core/sop.ts';
import { informasiTexts, type InformasiText } from './informasi-publik-texts.ts';
import { writePdf } from './pdf.ts';
import { sampleOf, slugOf, type SampleItem, type SampleMaker } from './sample.ts';
import { sopTitle, writeSop } from './sop-document.ts';

type Input = z.input<typeof informasiPublikSchema>;

/** How many different sample entries of public information there are for a number of SOPs. */
export function informasiPublikCount(sops: readonly Sop[]): number {
  return sops.length + informasiTexts.length;
}

/**
 * Samples of public information: the office's own SOPs come first, each with its document, then tables of other
 * offices.
 */
export function informasiPublikOf(sops: readonly Sop[]): SampleMaker {
  const count = informasiPublikCount(sops);
  return (n, slug) => {
    const place = n % count;
    const sop = sops[place];
    const text = informasiTexts[place - sops.length];
    if (sop !== undefined) return sopEntry(sop, slug ?? slugOf(`sop-${sop.id}`, n, count));
    if (text === undefined) throw new Error(`no sample ${n}`);
    return tableEntry(text, slug ?? slugOf(text.slug, n, count));
  };
}

const owner = 'dinas-komunikasi-dan-informatika';
/** Day on which the SOPs were taken into the list. */
const collected = '2026-10-19';

function sopEntry(sop: Sop, name: string): SampleItem {
  const judul = sopTitle(sop);
  const unit = sop.seksi ?? sop.bidang ?? sop.dinas;
  const data: Input = {
    judul,
    opd: owner,
    tanggal: collected,
    draf: {
      uraian: `Naskah ${judul} yang berlaku, beserta nomor, tanggal, dasar hukum, dan waktu tiap langkahnya.`,
      berkas: [],
    },
    ringkasan: `Prosedur yang dijalankan portal ini: ${sop.langkah.length} langkah, dengan pelaksana, kelengkapan, waktu, dan hasil tiap langkah. Nomor dalam naskah: ${sop.nomor ?? 'tidak tercantum'}.`,
    pejabat: short(unit),
    penanggungJawab: short(sop.disahkanOleh ?? sop.dinas),
    pembuatan: { waktu: collected, tempat: 'Pontianak' },
    bentuk: 'Salinan lunak PDF',
    retensi: 'Selama berlaku, lalu 5 tahun',
    klasifikasi: 'setiap-saat',
    kewajiban: 'standar-layanan',
    dokumen: [
      {
        berkas: 'sop.pdf',
        judul: `Naskah ${judul}`,
        catatan: `Identitas dokumen, dasar hukum, kualifikasi, peringatan, dan ${sop.langkah.length} langkah. Yang disimpulkan ditandai. Isi yang sama tersedia sebagai halaman di menu SOP.`,
      },
    ],
    contoh: true,
  };
  const body = `Dokumen ini menerangkan siapa mengerjakan apa, dengan kelengkapan apa, dan dalam waktu berapa lama. Tanggal pembuatan di atas adalah tanggal salinan lunaknya; tanggal pada naskah aslinya: ${sop.tanggalPembuatan ?? 'tidak tercantum'}.\n`;
  return sampleOf(`content/informasi-publik/${owner}/${name}`, data, body, { 'sop.pdf': writeSop(sop) });
}

/** A field's limit; a unit's name in a document can be longer. */
function short(name: string): string {
  return name.length <= 160 ? name : `${name.slice(0, 159)}…`;
}

function tableEntry(text: InformasiText, name: string): SampleItem {
  const base = text.slug;
  const data: Input = {
    judul: text.judul,
    opd: text.opd,
    tanggal: text.tanggal,
    draf: { uraian: text.draf, berkas: [] },
    ringkasan: text.ringkasan,
    pejabat: text.pejabat,
    penanggungJawab: text.penanggungJawab,
    pembuatan: { waktu: text.waktu, tempat: 'Pontianak' },
    bentuk: 'Salinan lunak CSV dan PDF',
    retensi: text.retensi,
    klasifikasi: text.klasifikasi,
    kewajiban: text.kewajiban,
    dokumen: [
      { berkas: `${base}.csv`, judul: `${text.judul} (data terbuka)`, catatan: text.catatan },
      { berkas: `${base}.pdf`, judul: text.judul, catatan: text.catatan },
    ],
    contoh: true,
  };
  return sampleOf(`content/informasi-publik/${text.opd}/${name}`, data, text.isi, {
    [`${base}.csv`]: csv(text.table),
    [`${base}.pdf`]: writePdf(text.judul, [
      { text: text.judul, bold: true, size: 14 },
      { text: 'Data contoh: angkanya tidak nyata.', size: 9, gap: 4 },
      'garis',
      { text: text.ringkasan, gap: 10 },
      ...records(text.table).map((record, i) => ({ text: record, gap: i === 0 ? 14 : 6 })),
    ]),
  });
}

/** RFC 4180: fields in quotes where they need them, lines end in CRLF. */
function csv(table: InformasiText['table']): string {
  const cell = (value: string | number) =>
    /[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return table.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Each row in words: `kecamatan: Pontianak Barat; sd negeri: 27`. */
function records([head = [], ...rows]: InformasiText['table']): string[] {
  return rows.map((row) =>
    row.map((value, i) => `${String(head[i] ?? '').replaceAll('_', ' ')}: ${value}`).join('; '),
  );
}
