/**
 * One entry of the Daftar Informasi Publik as the downloads, the filter and the coverage take it: the public facts of
 * an item, with the names of office and classification beside their ids. Texts that an office left empty are null.
 */
export interface Entri {
  /** Place in the list, from 1: the oldest publication is first, so a number never changes. */
  readonly nomor: number;
  /** Permanent address within the portal. */
  readonly url: string;
  readonly judul: string;
  readonly ringkasan: string;
  readonly opd: string;
  readonly namaOpd: string;
  readonly klasifikasi: string | null;
  readonly namaKlasifikasi: string | null;
  readonly pejabat: string | null;
  readonly penanggungJawab: string | null;
  readonly waktu: string | null;
  readonly tempat: string | null;
  readonly bentuk: string | null;
  readonly retensi: string | null;
  /** Last day on which the information holds, where it ends. */
  readonly berlakuSampai: string | null;
  /** Id of the obligation that the entry fulfils. */
  readonly kewajiban: string | null;
  /** First publication and latest, ISO 8601; null while developing. */
  readonly terbit: string | null;
  readonly diperbarui: string | null;
  /** Git tree id of what was approved. */
  readonly sidik: string;
  readonly dokumen: readonly DokumenEntri[];
  readonly contoh: boolean;
}

/** A document of an entry. */
export interface DokumenEntri {
  readonly judul: string;
  readonly catatan: string | null;
  /** Address within the portal. */
  readonly src: string;
  /** Content type. */
  readonly type: string;
  /** Length in bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** The year that an entry is about: that in which it was made, else that of its publication. */
export function tahunOf({ waktu, terbit }: Pick<Entri, 'waktu' | 'terbit'>): string | null {
  return (waktu ?? terbit)?.slice(0, 4) ?? null;
}

/** The formats of an entry's documents, each once and sorted: `csv`, `pdf`. */
export function formatOf({ dokumen }: { readonly dokumen: readonly Pick<DokumenEntri, 'src'>[] }): string[] {
  const endings = dokumen.map(({ src }) => src.slice(src.lastIndexOf('.') + 1).toLowerCase());
  return [...new Set(endings.map((ending) => (ending === 'jpeg' ? 'jpg' : ending)))].sort();
}
