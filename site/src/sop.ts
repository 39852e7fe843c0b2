import type { Langkah, SopDocument } from '../../content/schema/sop.ts';

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

/** The symbol of a step in the flowchart (PermenPAN-RB 35/2012). */
export function simbolOf(sop: SopDocument, langkah: Langkah): 'kapsul' | 'kotak' | 'ketupat' {
  if (langkah === sop.langkah[0] || langkah === sop.langkah.at(-1)) {
    // A decision at the end keeps its diamond: it has a way out that must be drawn.
    if (langkah.kembaliKe === null) return 'kapsul';
  }
  return langkah.kembaliKe === null ? 'kotak' : 'ketupat';
}

export interface Simpulan {
  readonly no: number;
  readonly tentang: string;
  readonly alasan: string;
}

/** Everything in the steps that the document does not say itself, with the reason. */
export function simpulan(sop: SopDocument): Simpulan[] {
  return sop.langkah.flatMap((langkah) => [
    ...(langkah.sumber === 'eksplisit'
      ? []
      : [
          {
            no: langkah.no,
            tentang: `Pelaksana: ${namaPelaksana(sop, langkah)}`,
            alasan: [langkah.alasan, langkah.alternatif && `Kemungkinan lain: ${langkah.alternatif}`]
              .filter(Boolean)
              .join(' '),
          },
        ]),
    ...(langkah.alasanArah === null
      ? []
      : [
          {
            no: langkah.no,
            tentang: `Arah: ${arah(langkah) ?? 'ke langkah berikutnya'}`,
            alasan: langkah.alasanArah,
          },
        ]),
    ...langkah.kelengkapan.flatMap(({ nama, sumber, alasan }) =>
      sumber === 'eksplisit'
        ? []
        : [{ no: langkah.no, tentang: `Kelengkapan: ${nama}`, alasan: alasan ?? '' }],
    ),
  ]);
}

/** Where a step leads when it does not lead to the next one, in words. */
export function arah(langkah: Langkah): string | null {
  const parts = [
    ...(langkah.kembaliKe === null ? [] : [`dikembalikan ke langkah ${langkah.kembaliKe}`]),
    ...(langkah.lanjutKe === null ? [] : [`lanjut ke langkah ${langkah.lanjutKe}`]),
  ];
  return parts.length === 0 ? null : parts.join('; ');
}
