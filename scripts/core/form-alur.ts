import type { Langkah } from '../../content/schema/sop.ts';
import type { Alur, Aturan } from './aturan.ts';

/** What a form must know of the SOP that governs its collection: plain data, to be sent to a browser. */
export interface FormAlur {
  readonly sop: string;
  /** Blob id of the SOP: an item under way may still stand under an earlier one. */
  readonly version: string;
  readonly langkah: readonly FormStep[];
  readonly pelaksana: readonly { readonly id: string; readonly nama: string }[];
  readonly kelengkapan: Alur['kelengkapan'];
}

export type FormStep = Pick<
  Langkah,
  'no' | 'aktivitas' | 'tindakan' | 'pelaksana' | 'kelengkapan' | 'hanyaKoreksi'
>;

/** The SOPs of all collections that have one, by collection, cut down to what forms need. */
export function formAlurs({ alur, sops }: Pick<Aturan, 'alur' | 'sops'>): Readonly<Record<string, FormAlur>> {
  return Object.fromEntries(
    [...alur].flatMap(([collection, { sop: id, kelengkapan }]) => {
      const sop = sops.get(id);
      if (sop === undefined) return [];
      const langkah = sop.langkah.map(
        ({ no, aktivitas, tindakan, pelaksana, kelengkapan: papers, hanyaKoreksi }) => ({
          no,
          aktivitas,
          tindakan,
          pelaksana,
          kelengkapan: papers,
          hanyaKoreksi,
        }),
      );
      return [
        [
          collection,
          { sop: id, version: sop.version, langkah, pelaksana: sop.pelaksana, kelengkapan },
        ] as const,
      ];
    }),
  );
}
