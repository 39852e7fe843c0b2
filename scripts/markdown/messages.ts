import type { ErrorCode } from 'yaml';

/** Sentences about files that cannot be read at all, by permanent issue code. */
export const readMessages = {
  'berkas-terlalu-besar': (bytes: number, limit: number) =>
    `Berkas ini ${bytes} byte, batasnya ${limit} byte. Pendekkan naskah atau pindahkan bahan panjang ke lampiran.`,
  'isian-terlalu-besar': (bytes: number, limit: number) =>
    `Bagian isian ${bytes} byte, batasnya ${limit} byte. Pindahkan teks panjang ke naskah di bawah isian.`,
  'berkas-bom': () =>
    'Berkas diawali tanda BOM yang tidak terlihat, sehingga bagian isian tidak dikenali. Simpan ulang sebagai “UTF-8” tanpa BOM.',
  'berkas-bukan-utf8': () =>
    'Berkas memuat huruf yang rusak atau tanda kendali; ia bukan teks UTF-8 yang utuh. Simpan ulang sebagai UTF-8 lalu betulkan huruf di baris ini.',
  'isian-tanpa-pembuka': () =>
    'Baris pertama harus tepat “---”, pembuka bagian isian. Tambahkan baris “---” paling atas dan satu lagi sesudah isian.',
  'isian-bahasa-lain': (found: string) =>
    `Bagian isian memakai bahasa “${found}”, padahal hanya YAML yang diterima; isian berupa program tidak pernah dijalankan. Ganti baris ini menjadi “---” dan tulis isian sebagai YAML.`,
  'isian-tanpa-penutup': () =>
    'Bagian isian tidak ditutup. Tambahkan baris yang isinya tepat “---” sesudah isian terakhir.',
  'isian-penutup-salah': (found: string) =>
    `Baris “${found}” diawali “---” tetapi bukan penutup isian. Jadikan tepat “---”, tanpa tanda lain.`,
  'isian-bukan-pasangan': (found: string) =>
    `Bagian isian harus berupa pasangan “nama: nilai”, tetapi isinya ${found}. Tulis satu isian per baris, misalnya “judul: Warga gelar kerja bakti”.`,
  'yaml-alias': (limit: number) =>
    `Berkas memakai lebih dari ${limit} rujukan YAML (*nama). Tulis nilainya langsung.`,
  'yaml-terlalu-dalam': (limit: number) =>
    `Isian bersarang lebih dari ${limit} tingkat. Sederhanakan susunannya.`,
  'yaml-isian-ganda': (name: string) =>
    `Isian “${name}” tertulis dua kali. Hapus salah satunya supaya jelas mana yang berlaku.`,
  'yaml-arahan': () =>
    'Arahan “%…” di awal YAML tidak diterima: ia dapat mengubah arti nilai. Hapus baris arahannya.',
} as const;

const yamlReasons: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS:
    'Rujukan “*nama” menunjuk sesuatu yang tidak ada. Nilai yang diawali “*” atau “&” harus diapit tanda kutip.',
  BAD_INDENT:
    'Jarak menjorok baris ini tidak cocok dengan baris di atasnya, atau kurung “[” atau “{” tidak ditutup. Samakan jumlah spasinya dengan isian setingkat, atau tutup kurungnya.',
  BAD_DQ_ESCAPE:
    'Ada garis miring terbalik yang tidak dikenal di dalam tanda kutip ganda. Pakai tanda kutip tunggal, atau tulis “\\\\”.',
  BAD_SCALAR_START:
    'Nilai ini diawali tanda yang punya arti khusus dalam YAML (misalnya @ atau `). Apit nilainya dengan tanda kutip.',
  BLOCK_AS_IMPLICIT_KEY:
    'Susunan baris ini tidak cocok. Bila nilainya memuat “: ”, apit nilai itu dengan tanda kutip; bila ini isian baru, samakan jarak menjoroknya dengan isian setingkat.',
  MISSING_CHAR:
    'Ada tanda yang kurang di baris ini atau di atasnya: kutip penutup, kurung penutup, koma, atau titik dua. Lengkapi tandanya.',
  MULTILINE_IMPLICIT_KEY:
    'Nama isian terpotong ke beberapa baris, atau titik duanya hilang. Tulis “nama: nilai” pada satu baris.',
  MULTIPLE_DOCS: 'Berkas memuat lebih dari satu dokumen YAML. Sisakan satu saja.',
  NON_STRING_KEY: 'Nama isian harus berupa kata, bukan daftar atau susunan. Betulkan namanya.',
  RESOURCE_EXHAUSTION: 'Isian bersarang terlalu dalam. Sederhanakan susunannya.',
  TAB_AS_INDENT: 'Baris ini menjorok dengan tab. Ganti setiap tab dengan dua spasi.',
  TAG_RESOLVE_FAILED:
    'Tanda jenis (diawali “!”) tidak diterima. Hapus tandanya, atau apit nilainya dengan tanda kutip.',
  UNEXPECTED_TOKEN:
    'Ada tanda yang tidak pada tempatnya. Periksa titik dua, kurung, dan kutip pada baris ini; nilai yang memuatnya harus diapit tanda kutip.',
};

/** What a YAML fault means and how to mend it, in Indonesian. */
export function yamlMessage(code: ErrorCode): string {
  return (
    yamlReasons[code] ??
    `Susunan YAML pada baris ini tidak dapat dibaca (${code}). Bandingkan dengan berkas lain yang sejenis, lalu betulkan.`
  );
}
