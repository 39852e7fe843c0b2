import type { Event } from './events.ts';
import { checkedKelengkapan, type Sop } from './sop.ts';
import type { State } from './state.ts';

/** Why an event cleared nothing: permanent names, never renamed once released. */
export type RefusalCode =
  | 'sudah-dibuka'
  | 'belum-dibuka'
  | 'sudah-ditutup'
  | 'sudah-digabung'
  | 'tidak-ada-yang-menunggu'
  | 'bukan-giliran'
  | 'peran-lain'
  | 'tanpa-peran'
  | 'sebagai-tidak-cocok'
  | 'sidik-tak-terbukti'
  | 'isi-berbeda'
  | 'sedetik-dengan-perubahan'
  | 'kelengkapan-kurang'
  | 'penyumbang'
  | 'aplikasi'
  | 'tanpa-alasan'
  | 'tidak-berhak-mengembalikan'
  | 'tanpa-tujuan-kembali'
  | 'tidak-dapat-dicabut'
  | 'tidak-berhak-mencabut'
  | 'belum-terbit'
  | 'sidik-terbit-berbeda';

/** Name of a role as the SOP writes it; the id where the SOP does not know it. */
export function roleName(sop: Sop, peran: string): string {
  return sop.pelaksana.find((item) => item.id === peran)?.nama ?? peran;
}

/** The roles of a step as words: "Tim Peliputan atau Penyusun Bahan Informasi". */
export function rolesText(sop: Sop, index: number): string {
  return (sop.langkah[index]?.pelaksana ?? []).map((peran) => roleName(sop, peran)).join(' atau ');
}

/** The step at an index as words: "langkah 3 (periksa)". */
export function stepText(sop: Sop, index: number): string {
  const langkah = sop.langkah[index];
  return langkah === undefined ? 'akhir SOP' : `langkah ${langkah.no} (${langkah.tindakan})`;
}

/** Names of kelengkapan as the SOP writes them. */
export function kelengkapanText(sop: Sop, ids: readonly string[]): string {
  const names = new Map(
    sop.langkah.flatMap((langkah) =>
      checkedKelengkapan(langkah).map(
        (id) => [id, langkah.kelengkapan.find((item) => item.id === id)?.nama ?? id] as const,
      ),
    ),
  );
  return ids.map((id) => names.get(id) ?? id).join(', ');
}

const act: Record<Event['kind'], string> = {
  opened: 'Pembukaan',
  content: 'Perubahan',
  submitted: 'Pengajuan',
  reviewed: 'Paraf',
  edited: 'Suntingan tinjauan',
  dismissed: 'Pencabutan tinjauan',
  closed: 'Penutupan',
  reopened: 'Pembukaan kembali',
  merged: 'Penggabungan',
  published: 'Penerbitan',
  observed: 'Laporan tayang',
};

/**
 * The sentence for a refusal: what happened, why, and what to do (Indonesian).
 *
 * @param at index of the step that it is about; the current one where the caller says nothing else
 */
export function refusalText(
  state: State,
  event: Event,
  code: RefusalCode,
  at = state.current,
  missing: readonly string[] = [],
): string {
  const { sop } = state.context;
  const what = act[event.kind];
  const step = stepText(sop, at);
  const roles = rolesText(sop, at);
  switch (code) {
    case 'sudah-dibuka':
      return `${what} diabaikan: butir ini sudah dibuka.`;
    case 'belum-dibuka':
      return `${what} diabaikan: butir ini belum dibuka.`;
    case 'sudah-ditutup':
      return `${what} tidak dihitung: butir ini sedang ditutup. Buka kembali lebih dahulu.`;
    case 'sudah-digabung':
      return `${what} tidak dihitung: butir ini sudah digabung. Perbaikan dibuat sebagai ralat, putaran baru.`;
    case 'tidak-ada-yang-menunggu':
      return `${what} tidak dihitung: semua langkah sudah diparaf, tinggal diterbitkan.`;
    case 'bukan-giliran':
      return `${what} tidak dihitung: yang ditunggu ${step} oleh ${roles}. Tunggu giliran, lalu ulangi.`;
    case 'peran-lain':
      return `${what} tidak dihitung: ${step} hanya oleh ${roles}. Minta yang bersangkutan.`;
    case 'tanpa-peran':
      return `${what} tidak dihitung: akun ini tidak memegang peran dalam SOP ini pada saat itu. Peran diatur di content/pelaksana.yml.`;
    case 'sebagai-tidak-cocok':
      return `${what} tidak dihitung: akun ini tidak memegang peran yang disebut untuk ${step}, yang menunggu ${roles}.`;
    case 'sidik-tak-terbukti':
      return `${what} tidak dihitung: isi yang dilihat bukan isi cabang pada saat itu, atau catatan cabang tidak dapat membuktikannya. Muat ulang, lihat isinya, lalu ulangi.`;
    case 'isi-berbeda':
      return `${what} tidak dihitung: isinya sudah berubah sejak dilihat. Lihat perubahannya, lalu ulangi.`;
    case 'sedetik-dengan-perubahan':
      return `${what} tidak dihitung: isinya berubah pada detik yang sama. Lihat perubahannya, lalu ulangi.`;
    case 'kelengkapan-kurang':
      return `${what} tidak dihitung: ${step} memerlukan ${kelengkapanText(sop, missing)}, yang belum ada. Lengkapi, lalu ulangi.`;
    case 'penyumbang':
      return `${what} tidak dihitung untuk ${step}: yang ikut membuat isi tidak boleh menyetujuinya. Minta ${roles} yang lain, atau minta pembuatnya menegaskan isi ini dengan /ajukan.`;
    case 'aplikasi':
      return `${what} tidak dihitung: aplikasi Paraf tidak mengajukan atau memaraf apa pun.`;
    case 'tanpa-alasan':
      return 'Pengembalian tidak dihitung: alasannya belum ditulis. Tulis apa yang harus diperbaiki, lalu ulangi.';
    case 'tidak-berhak-mengembalikan':
      return `Pengembalian tidak dihitung: hanya pemegang ${step} atau langkah sesudahnya, atau yang sudah memaraf, boleh mengembalikan.`;
    case 'tanpa-tujuan-kembali':
      return `Pengembalian tidak dihitung: SOP tidak menyebut langkah tujuan kembali dari ${step}.`;
    case 'tidak-dapat-dicabut':
      return `${what} dicatat saja: tinjauan itu bukan paraf pada pemeriksaan yang sedang berjalan.`;
    case 'tidak-berhak-mencabut':
      return `${what} dicatat saja: hanya pemberi paraf atau pemegang langkah sesudahnya boleh mencabut.`;
    case 'belum-terbit':
      return `${what} tidak dihitung: butir ini belum digabung atau belum tayang.`;
    case 'sidik-terbit-berbeda':
      return `${what} tidak dihitung: yang tayang bukan isi yang disetujui.`;
  }
}
