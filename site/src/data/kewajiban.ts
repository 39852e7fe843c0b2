import type { Bukti } from '../../../scripts/core/ppid/bukti.ts';
import {
  cakupan,
  kalenderKewajiban,
  type Cakupan,
  type Jatuh,
} from '../../../scripts/core/ppid/kewajiban.ts';
import { dayInWib } from '../../../scripts/core/ppid/tanggal.ts';
import { judulSop } from '../sop.ts';
import { petaPpid } from '../ppid/peta.ts';
import { once } from './portal.ts';
import { asOf, exclusions, judged } from './ppid.ts';
import { officeIds, officeName } from './settings.ts';
import { allSops } from './sops.ts';

/** Which obligatory information each office has. */
export function matrix(): readonly Cakupan[] {
  return once('ppid matrix', () => cakupan(judged(), officeIds(), asOf()));
}

/** The obligations that fall due, the earliest first. */
export function calendar(): readonly Jatuh[] {
  return once('ppid calendar', () =>
    kalenderKewajiban(
      judged(),
      exclusions().flatMap(({ url, judul, opd, data: { berakhir } }) =>
        berakhir === undefined ? [] : [{ url, judul, opd, berakhir }],
      ),
      asOf(),
    ),
  );
}

/** Everything that assessors ask for, with its address, day and state. */
export function evidence(): Bukti[] {
  const day = asOf();
  const page = (indikator: string, url: string): Bukti => {
    return { indikator, opd: null, url, tanggal: day, keadaan: 'ada' };
  };
  return [
    ...petaPpid.flatMap(({ halaman }) => halaman.map(({ nama, alamat }) => page(nama, alamat))),
    ...allSops().map(({ id, nama }) => page(judulSop(nama), `/sop/${id}/`)),
    ...matrix().map(({ kewajiban, opd, keadaan, entry }): Bukti => ({
      indikator: `${kewajiban.klasifikasi === 'berkala' ? 'Berkala' : 'Setiap saat'}: ${kewajiban.nama}`,
      opd: officeName(opd),
      url: entry?.url ?? null,
      tanggal: dayOf(entry?.diperbarui ?? null),
      keadaan: keadaan === 'belum-ada' ? 'belum ada' : keadaan === 'mutakhir' ? 'ada' : 'kedaluwarsa',
    })),
  ];
}

function dayOf(at: string | null): string | null {
  return at === null ? null : dayInWib(at);
}
