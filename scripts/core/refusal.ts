import { commandOf } from './command.ts';
import type { Event } from './events.ts';
import { checkedKelengkapan, kindOfLangkah, type Sop } from './sop.ts';
import { atasNamaOf, instant, type Term } from './peran.ts';
import type { Refused } from './refuse.ts';
import type { Context, State } from './state.ts';
import { tanggal, waktu } from './text.ts';

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
  | 'masa-tugas-berakhir'
  | 'masa-tugas-belum-mulai'
  | 'opd-lain'
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
  | 'ikut-serta'
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

/** The act that was refused, as the subject of its sentence. */
function actText(event: Event): string {
  const command = event.kind === 'reviewed' ? commandOf(event) : null;
  if (command === 'submit') return act.submitted;
  return command === 'return' ? 'Pengembalian' : act[event.kind];
}

/** In which role an appointment is held: "Sekretaris, Plh Kepala Dinas". */
function heldAs({ sop, roster }: Context, { row }: Term): string {
  return atasNamaOf(roster, row, roleName(sop, row.peran));
}

/** When an appointment begins to count: the day, or the time where it is not the start of one. */
function beginText({ row, from }: Term): string {
  return row.mulai.length === 10 && from === instant(row.mulai) ? tanggal(from) : timeText(from);
}

/** When it ended: its last day, or the time where it is not the end of one. */
function endText({ row, until }: Term): string {
  return row.selesai?.length === 10 ? tanggal(until - 1) : timeText(until - 1);
}

const timeText = (ms: number) => waktu(new Date(ms).toISOString());

/** The sentence for a refusal: what happened, why, and what to do (Indonesian). */
export function refusalText(state: State, event: Event, refused: Refused): string {
  const { sop } = state.context;
  const { code, at = state.current, missing = [], cleared, term } = refused;
  const what = actText(event);
  const held = term === undefined ? '' : heldAs(state.context, term);
  const step = stepText(sop, at);
  const roles = rolesText(sop, at);
  // One signature may clear a step and stop at the next.
  const uncounted =
    cleared === undefined
      ? `${what} tidak dihitung`
      : `${what} dihitung untuk ${stepText(sop, cleared)}, tetapi belum untuk ${step}`;
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
    case 'bukan-giliran': {
      const langkah = sop.langkah[at];
      if (langkah !== undefined && kindOfLangkah(langkah) === 'maker')
        return `${what} tidak dihitung: ${step} oleh ${roles} belum diajukan, jadi belum ada yang dapat diparaf. Tunggu pengajuannya, lalu ulangi.`;
      return `${what} tidak dihitung: yang ditunggu ${step} oleh ${roles}. Tunggu giliran, lalu ulangi.`;
    }
    case 'peran-lain':
      return `${what} tidak dihitung: ${step} hanya oleh ${roles}. Minta yang bersangkutan.`;
    case 'tanpa-peran':
      return `${what} tidak dihitung: akun ini tidak memegang peran dalam SOP ini pada saat itu. Peran diatur di content/pelaksana.yml.`;
    case 'masa-tugas-berakhir':
      return `${what} tidak dihitung: masa tugas akun ini sebagai ${held} berakhir ${term === undefined ? '' : endText(term)}. Minta pemegangnya sekarang, atau perpanjang di content/pelaksana.yml.`;
    case 'masa-tugas-belum-mulai':
      return `${what} tidak dihitung: akun ini baru bertugas sebagai ${held} mulai ${term === undefined ? '' : beginText(term)}. Tunggu sampai berlaku, lalu ulangi.`;
    case 'opd-lain':
      return `${what} tidak dihitung: akun ini bertugas sebagai ${held} hanya untuk ${term?.row.opd ?? ''}, sedangkan butir ini ${state.opd === null ? 'tidak menyebut perangkat daerah' : `milik ${state.opd}`}. Minta pemegangnya di perangkat daerah itu.`;
    case 'sebagai-tidak-cocok':
      return `${what} tidak dihitung: akun ini tidak memegang peran yang disebut untuk ${step}, yang menunggu ${roles}.`;
    case 'sidik-tak-terbukti':
      return `${what} tidak dihitung: isi yang dilihat bukan isi cabang pada saat itu, atau catatan cabang tidak dapat membuktikannya. Muat ulang, lihat isinya, lalu ulangi.`;
    case 'isi-berbeda':
      return `${what} tidak dihitung: isinya sudah berubah sejak dilihat. Lihat perubahannya, lalu ulangi.`;
    case 'sedetik-dengan-perubahan':
      return `${what} tidak dihitung: isinya berubah pada detik yang sama. Lihat perubahannya, lalu ulangi.`;
    case 'kelengkapan-kurang':
      return `${uncounted}: ${cleared === undefined ? `${step} memerlukan` : 'perlu'} ${kelengkapanText(sop, missing)}, yang belum ada. Lengkapi, lalu ulangi.`;
    case 'penyumbang':
      return `${cleared === undefined ? `${uncounted} untuk ${step}` : uncounted}: yang ikut membuat isi tidak boleh menyetujuinya. Minta ${roles} yang lain, atau minta pembuatnya menegaskan isi ini dengan /ajukan.`;
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
    case 'ikut-serta':
      return `${uncounted} untuk ${step}: yang ikut mengerjakan butir ini tidak dapat meninjaunya kembali. Minta ${roles} yang lain.`;
    case 'belum-terbit':
      return `${what} tidak dihitung: butir ini belum digabung atau belum tayang.`;
    case 'sidik-terbit-berbeda':
      return `${what} tidak dihitung: yang tayang bukan isi yang disetujui.`;
  }
}
