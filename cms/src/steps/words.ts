import type { Tindakan } from '../../../content/schema/sop.ts';
import type { FormAlur, FormStep } from '../../../scripts/core/form-alur.ts';
import { atau } from '../../../scripts/core/text.ts';

/** What the work of a step is called, as a heading over its fields. */
export const namaTindakan: Readonly<Record<Tindakan, string>> = {
  ajukan: 'Pengajuan',
  liput: 'Peliputan',
  arahkan: 'Arahan',
  susun: 'Penyusunan',
  koreksi: 'Perbaikan',
  lengkapi: 'Pelengkapan',
  terima: 'Penerimaan',
  tugaskan: 'Penugasan',
  periksa: 'Pemeriksaan',
  setujui: 'Persetujuan',
  perintahkan: 'Perintah',
  terbitkan: 'Penerbitan',
  pantau: 'Pemantauan',
};

/** Who does a step, as the SOP names them. */
export function pelaksanaText({ pelaksana }: Pick<FormAlur, 'pelaksana'>, step: FormStep): string {
  return atau(step.pelaksana.map((id) => pelaksana.find((one) => one.id === id)?.nama ?? id));
}

/** Names of the papers that a step is the first to ask for, as the SOP writes them. */
export function papersOf(alur: FormAlur, no: number): { readonly id: string; readonly nama: string }[] {
  const seen = new Set<string>();
  for (const step of alur.langkah) {
    const own = step.kelengkapan.flatMap(({ id, nama }) => {
      if (id === null || seen.has(id)) return [];
      seen.add(id);
      return [{ id, nama }];
    });
    if (step.no === no) return own;
  }
  return [];
}
