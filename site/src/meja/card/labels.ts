import type { Langkah, Tindakan } from '../../../../content/schema/sop.ts';

/** The button's word for a reviewer's tindakan; a paraf for those without one of their own. */
const verbs: Partial<Record<Tindakan, string>> = {
  terima: 'Terima',
  tugaskan: 'Tugaskan',
  setujui: 'Setujui',
  perintahkan: 'Perintahkan',
};

/** What the person does by one paraf: the weightiest of the steps that it clears gives the word. */
export function verbOf(langkah: readonly Langkah[]): string {
  const tindakan = langkah.map((one) => one.tindakan);
  const last = tindakan.at(-1);
  if (tindakan.includes('setujui')) return 'Setujui';
  return (last === undefined ? undefined : verbs[last]) ?? 'Paraf';
}

/** “langkah 3 (periksa) dan 4 (setujui)”. */
export function stepsText(langkah: readonly Langkah[]): string {
  const words = langkah.map(({ no, tindakan }) => `${no} (${tindakan})`);
  const head = words.slice(0, -1).join(', ');
  return `langkah ${head === '' ? '' : `${head} dan `}${words.at(-1) ?? ''}`;
}

/** Reasons that offices give most often; a tap puts one into the text, where it can be made exact. */
export const usualReasons: readonly string[] = [
  'Data atau angka belum cocok dengan bahannya.',
  'Judul belum sesuai dengan isinya.',
  'Nama atau jabatan keliru.',
  'Ejaan dan susunan kalimat perlu diperbaiki.',
  'Foto kurang jelas, atau keterangannya belum tepat.',
  'Surat atau kelengkapannya belum benar.',
];
