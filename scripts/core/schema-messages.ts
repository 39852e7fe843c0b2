/** Sentences about values that do not fit their schema: what was expected, what was found, what to do. */

const angka = new Intl.NumberFormat('id-ID');

/** A value as words: `teks “x”`, `angka 12`, `daftar`. Long texts are cut. */
export function foundText(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'kosong';
  if (typeof value === 'string') return `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;
  if (typeof value === 'number') return `angka ${value}`;
  if (typeof value === 'boolean') return value ? '“true” (ya)' : '“false” (tidak)';
  return Array.isArray(value) ? 'sebuah daftar' : 'kelompok isian';
}

const jenis: Readonly<Record<string, readonly [expected: string, example: string]>> = {
  string: ['teks', 'bila isinya memang angka atau ya/tidak, apit dengan tanda kutip'],
  number: ['angka', 'tulis angkanya saja, tanpa tanda kutip dan satuan'],
  int: ['bilangan bulat', 'tulis angkanya saja, tanpa koma, tanda kutip, dan satuan'],
  boolean: ['ya atau tidak', 'tulis true atau false, tanpa tanda kutip'],
  array: ['daftar', 'tulis setiap butir pada baris sendiri, diawali “- ”'],
  object: ['kelompok isian', 'tulis “nama: nilai” pada baris-baris di bawahnya, menjorok dua spasi'],
  record: ['kelompok isian', 'tulis “nama: nilai” pada baris-baris di bawahnya, menjorok dua spasi'],
};

const bentuk: Readonly<Record<string, string>> = {
  date: 'tanggal yang ada, ditulis tahun-bulan-hari seperti 2026-11-02',
  datetime: 'waktu dengan zona seperti 2026-11-02T08:00:00+07:00',
  email: 'alamat surel seperti redaksi@contoh.example',
  url: 'alamat lengkap yang diawali https://',
};

export const schemaMessages = {
  'isian-kosong': (name: string, hint: string | undefined) =>
    `${name} belum diisi. ${hint ?? 'Lengkapi isian ini.'}`,
  'isian-salah-jenis': (name: string, expected: string, found: string) => {
    const [word, advice] = jenis[expected] ?? [expected, 'betulkan nilainya'];
    return `${name} harus berupa ${word}, tetapi isinya ${found}; ${advice}.`;
  },
  'isian-terlalu-pendek': (name: string, length: number, minimum: number) =>
    `${name} terlalu pendek: ${angka.format(length)} huruf, paling sedikit ${angka.format(minimum)}. Lengkapi.`,
  'isian-terlalu-panjang': (name: string, length: number, maximum: number) =>
    `${name} terlalu panjang: ${angka.format(length)} huruf, paling banyak ${angka.format(maximum)}. Ringkas.`,
  'daftar-terlalu-pendek': (name: string, length: number, minimum: number) =>
    `${name} memuat ${angka.format(length)} butir, paling sedikit ${angka.format(minimum)}. Tambahkan butirnya.`,
  'daftar-terlalu-panjang': (name: string, length: number, maximum: number) =>
    `${name} memuat ${angka.format(length)} butir, paling banyak ${angka.format(maximum)}. Kurangi butirnya.`,
  'isian-di-luar-batas': (name: string, limit: string, found: string) =>
    `${name} harus ${limit}, tetapi isinya ${found}. Betulkan angkanya.`,
  'isian-salah-bentuk': (name: string, format: string, found: string) =>
    `${name} harus ${bentuk[format] ?? 'mengikuti bentuk yang ditentukan'}, tetapi isinya ${found}. Betulkan.`,
  'isian-tidak-diterima': (name: string, reason: string, found: string | null) =>
    `${name}: ${reason}${found === null ? '' : `; isinya ${found}`}. Betulkan.`,
  'isian-bukan-pilihan': (name: string, choices: readonly string[], found: string) =>
    `${name} harus ${choices.length === 1 ? '' : 'salah satu dari '}${choices.join(', ')}, tetapi isinya ${found}. Ganti dengan yang tersedia.`,
  'isian-tidak-dikenal': (key: string, known: readonly string[]) =>
    `Isian “${key}” tidak dikenal di sini. Betulkan ejaannya atau hapus${known.length === 0 ? '' : `; yang dikenal: ${known.join(', ')}`}.`,
  'isian-tak-satu-pun-cocok': (name: string, shapes: readonly string[], found: string) =>
    `${name} harus berbentuk ${shapes.join(' atau ')}, tetapi isinya ${found}. Pilih salah satu bentuk itu.`,
} as const;

export type SchemaCode = keyof typeof schemaMessages;
