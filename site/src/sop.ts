import type { Langkah, SopDocument, Sumber } from '../../content/schema/sop.ts';
import { alirOf, decidedIn } from './sop-alir.ts';

/** Words that documents write in capitals and that stay so. */
const capitals = new Set(['SOP', 'OPD', 'PPID', 'PKP', 'PIKP', 'IKP', 'TIK']);
const small = new Set(['dan', 'di', 'ke', 'dari', 'pada', 'untuk', 'tentang', 'yang']);

/** The name of an SOP as a title: `SOP Penyebarluasan Informasi`, from a document that writes it in capitals. */
export function judulSop(nama: string): string {
  const words = nama === nama.toLocaleUpperCase('id') ? titleCase(nama) : nama;
  return words.startsWith('SOP ') ? words : `SOP ${words}`;
}

/** Capitals turned into a title; mixed case stays as the document has it. */
export function titleCase(text: string): string {
  if (text !== text.toLocaleUpperCase('id')) return text;
  return text
    .split(' ')
    .map((word, n) => {
      if (capitals.has(word)) return word;
      const lower = word.toLocaleLowerCase('id');
      if (n > 0 && small.has(lower)) return lower;
      return lower.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase('id'));
    })
    .join(' ');
}

/** Who does a step, by name. */
export function namaPelaksana(sop: SopDocument, langkah: Langkah): string {
  const names = langkah.pelaksana.map((id) => sop.pelaksana.find((one) => one.id === id)?.nama ?? id);
  return names.map(titleCase).join(' atau ');
}

/** Who approves under an SOP: the pelaksana of its `setujui` steps, by name. */
export function penyetuju(sop: SopDocument): string {
  const names = sop.langkah
    .filter(({ tindakan }) => tindakan === 'setujui')
    .map((langkah) => namaPelaksana(sop, langkah));
  return [...new Set(names)].join(', lalu ');
}

/** The sum of the times that the document gives, in its own units; null if it gives none. Corrections included. */
export function jumlahWaktu(sop: SopDocument): string | null {
  let menit = 0;
  let hari = 0;
  for (const { waktu } of sop.langkah) {
    if (waktu === null) continue;
    if ('menit' in waktu) menit += waktu.menit;
    else hari += waktu.hariKerja;
  }
  const parts = [
    ...(hari > 0 ? [`${hari} hari kerja`] : []),
    ...(menit > 0 ? [`${menit.toLocaleString('id-ID')} menit`] : []),
  ];
  return parts.length === 0 ? null : parts.join(' dan ');
}

/** What was not in the document, with the reason; numbered, because the number stands beside what it explains. */
export interface Simpulan {
  readonly nomor: number;
  /** Number of the step. */
  readonly no: number;
  readonly bagian: 'pelaksana' | 'arah' | 'kelengkapan';
  /** Which kelengkapan; null for the others. */
  readonly kelengkapan: string | null;
  readonly sumber: Sumber;
  readonly tentang: string;
  readonly alasan: string;
}

/** Everything in the steps that the document does not say itself, with the reason, in the order of the steps. */
export function simpulan(sop: SopDocument): Simpulan[] {
  return sop.langkah.flatMap((langkah, index) => notesOf(sop, langkah, index)).map(numbered);
}

const numbered = (note: Omit<Simpulan, 'nomor'>, index: number): Simpulan => ({ nomor: index + 1, ...note });

function notesOf(sop: SopDocument, langkah: Langkah, index: number): Omit<Simpulan, 'nomor'>[] {
  const { no, sumber, alasan, alternatif, alasanArah } = langkah;
  const notes: Omit<Simpulan, 'nomor'>[] = [];
  if (sumber !== 'eksplisit')
    notes.push({
      no,
      bagian: 'pelaksana',
      kelengkapan: null,
      sumber,
      tentang: `Pelaksana: ${namaPelaksana(sop, langkah)}`,
      alasan: [alasan, alternatif === null ? null : `Kemungkinan lain: ${alternatif}`]
        .filter((text) => text !== null)
        .join(' '),
    });
  if (alasanArah !== null)
    notes.push({
      no,
      bagian: 'arah',
      kelengkapan: null,
      sumber: sumber === 'usulan' ? 'usulan' : 'disimpulkan',
      tentang: `Arah: ${arah(sop, index).join('; ')}`,
      alasan: alasanArah,
    });
  for (const item of langkah.kelengkapan)
    if (item.sumber !== 'eksplisit')
      notes.push({
        no,
        bagian: 'kelengkapan',
        kelengkapan: item.nama,
        sumber: item.sumber,
        tentang: `Kelengkapan: ${item.nama}`,
        alasan: item.alasan ?? '',
      });
  return notes;
}

/**
 * Where a step leads, in words, as its arrows do: `['ya: selesai', 'tidak: kembali ke langkah 2']`. Empty where it
 * leads to the next one as a matter of course.
 */
export function arah(sop: SopDocument, index: number): string[] {
  const noOf = (at: number) => sop.langkah[at]?.no;
  const decided = decidedIn(sop, index);
  const together =
    decided !== null && decided !== index ? [`pengembalian diputuskan di langkah ${noOf(decided)}`] : [];
  const ways = alirOf(sop)
    .panah.filter(({ from }) => from === index)
    .flatMap(({ to, kind, jawaban }) => {
      const plain = jawaban === null && (to === index + 1 || to === null);
      if (plain && (sop.langkah[index]?.alasanArah ?? null) === null) return [];
      const back = kind === 'kembali' && to !== null && to < index;
      const where = to === null ? 'selesai' : `${back ? 'kembali ' : ''}ke langkah ${noOf(to)}`;
      return [jawaban === null ? `lanjut ${where}` : `${jawaban}: ${where}`];
    });
  return [...ways, ...together];
}
