import { waktuLayanan, type WaktuLayanan } from '../../../scripts/core/waktu-layanan.ts';
import type { Sop } from '../../../scripts/core/sop.ts';
import { portal, rows } from './portal.ts';
import { allSops } from './sops.ts';

/** Promised and measured times of every SOP that has times. */
export function measuredTimes(): { readonly sop: Sop; readonly waktu: WaktuLayanan }[] {
  return allSops().flatMap((sop) => {
    const terukur = rows(
      'SELECT lama, jumlah FROM waktu WHERE sop = ? AND lama >= 0 AND jumlah > 0 ORDER BY lama',
      sop.id,
    ).map(({ lama, jumlah }) => ({ lama: Number(lama), jumlah: Number(jumlah) }));
    const waktu = waktuLayanan(sop, terukur);
    return waktu === null ? [] : [{ sop, waktu }];
  });
}

/** What the office's records count of an SOP. */
export interface Hitungan {
  readonly sop: Sop;
  /** What is live, how much of it was corrected before, and how much was published again since. */
  readonly terbit: number;
  readonly dikoreksi: number;
  readonly diralat: number;
  /** What waited when the portal was published, and how much of it was late. */
  readonly berjalan: number;
  readonly terlambat: number;
}

/** The counts of every SOP. */
export function hitungan(): Hitungan[] {
  const tunggakan = portal().state?.tunggakan ?? [];
  return allSops().map((sop) => {
    const [row] = rows(
      'SELECT sum(jumlah) AS terbit, sum(dikoreksi) AS dikoreksi, sum(diralat) AS diralat FROM waktu WHERE sop = ?',
      sop.id,
    );
    const waiting = tunggakan.find((one) => one.sop === sop.id);
    return {
      sop,
      terbit: Number(row?.['terbit'] ?? 0),
      dikoreksi: Number(row?.['dikoreksi'] ?? 0),
      diralat: Number(row?.['diralat'] ?? 0),
      berjalan: waiting?.berjalan ?? 0,
      terlambat: waiting?.terlambat ?? 0,
    };
  });
}

/** How many pages say that their item was withdrawn. */
export function dicabut(): number {
  return Number(rows("SELECT count(*) AS jumlah FROM item WHERE judul = ''")[0]?.['jumlah']);
}
