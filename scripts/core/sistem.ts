import { pengelolaSistem } from '../../content/schema/pelaksana.ts';
import type { Action } from './plan.ts';
import type { MergeResult } from './messages.ts';
import { holdersOf, instant, rolesOf, type Roster } from './peran.ts';
import { formatIssue, type Issue } from './issue.ts';
import { quoted, section, waktu } from './text.ts';
import { underWayLines, type UnderWay } from './under-way.ts';

/** A review of a `sistem` pull request, as far as it is proven what it was about. */
export interface SistemReview {
  readonly id: string;
  readonly at: string;
  readonly by: number;
  readonly verdict: 'sign' | 'return' | 'comment';
  /** Whether the head of now stood on the branch when the review was received, and the review is unedited. */
  readonly isCurrent: boolean;
  readonly isDismissed: boolean;
}

/**
 * What merging would leave on `main`. `menyimpang`: `main` itself is not what was approved last, so that a merge would
 * bring what the pull request does not show.
 */
export type SistemMergeResult = MergeResult | 'menyimpang';

/** A pull request that touches no item. */
export interface SistemPull {
  readonly number: number;
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly head: { readonly ref: string; readonly oid: string };
  readonly hasBranch: boolean;
  readonly author: number;
  /** Whoever moved the branch, and its authors. */
  readonly contributors: readonly number[];
  readonly reviews: readonly SistemReview[];
  readonly mergedAt: string | null;
  readonly mergeResult: SistemMergeResult | null;
  readonly isRecorded: boolean;
  readonly logins: ReadonlyMap<number, string>;
  /** What is wrong with the settings at the head: nothing is merged while there is something. */
  readonly findings: readonly Issue[];
  /** What somebody should look at, and holds nothing up: a role that nobody holds. */
  readonly warnings: readonly Issue[];
  /** Items that finish under the SOP that this change replaces. */
  readonly older: readonly UnderWay[];
}

export interface SistemPosition {
  readonly status: 'menunggu' | 'dikembalikan' | 'siap' | 'digabung' | 'pelanggaran' | 'ditutup';
  readonly disetujuiOleh: readonly number[];
  readonly dikembalikanOleh: readonly number[];
  /** Accounts that could approve now. */
  readonly dapatMenyetujui: readonly number[];
  readonly ditolak: readonly { readonly by: number; readonly at: string; readonly message: string }[];
}

/**
 * Where a `sistem` pull request stands: it needs the approval of a holder of `pengelola-sistem` who neither opened
 * nor changed it, on exactly what stands on its branch. Each person's latest word counts.
 */
export function sistemPosition(pull: SistemPull, roster: Roster, now: string): SistemPosition {
  const involved = new Set([pull.author, ...pull.contributors]);
  const latest = new Map<number, SistemReview>();
  const ditolak: { by: number; at: string; message: string }[] = [];
  const inTime = pull.reviews.filter(
    (review) => pull.mergedAt === null || instant(review.at) <= instant(pull.mergedAt),
  );
  for (const review of inTime.toSorted((a, b) => instant(a.at) - instant(b.at))) {
    if (review.verdict === 'comment') continue;
    const held = rolesOf(roster, review.by, instant(review.at), null);
    const refusal = held.some(({ peran }) => peran === pengelolaSistem)
      ? obstacle(review, involved)
      : notHolder;
    if (refusal === null) latest.set(review.by, review);
    else if (!review.isDismissed) ditolak.push({ by: review.by, at: review.at, message: refusal });
  }
  // Whoever may write may dismiss: that takes an approval back, but no objection (R10).
  const standing = [...latest.values()].filter(
    (review) => !review.isDismissed || review.verdict === 'return',
  );
  const by = (verdict: 'sign' | 'return') =>
    standing.filter((review) => review.verdict === verdict).map((review) => review.by);
  const approved = by('sign').length > 0 && by('return').length === 0;
  return {
    status: statusOf(pull, approved, by('return').length > 0),
    disetujuiOleh: by('sign'),
    dikembalikanOleh: by('return'),
    dapatMenyetujui: holdersOf(roster, [pengelolaSistem], instant(now), null).filter(
      (akun) => !involved.has(akun),
    ),
    ditolak,
  };
}

const notHolder =
  'Tinjauan ini tidak dihitung: hanya pemegang peran pengelola-sistem yang dapat menyetujui atau mengembalikan perubahan sistem.';

function obstacle(review: SistemReview, involved: ReadonlySet<number>): string | null {
  if (review.verdict === 'return') return null;
  if (involved.has(review.by))
    return 'Persetujuan ini tidak dihitung: yang membuat atau mengubahnya tidak boleh menyetujuinya sendiri. Minta pengelola sistem yang lain.';
  return review.isCurrent
    ? null
    : 'Persetujuan ini tidak dihitung: cabangnya berubah sesudahnya, pada detik yang sama, atau catatannya tidak membuktikan isinya. Lihat isinya, lalu setujui lagi.';
}

function statusOf(pull: SistemPull, approved: boolean, returned: boolean): SistemPosition['status'] {
  if (pull.state === 'MERGED') return approved ? 'digabung' : 'pelanggaran';
  if (pull.state === 'CLOSED') return 'ditutup';
  return approved ? 'siap' : returned ? 'dikembalikan' : 'menunggu';
}

function titleOf(position: SistemPosition, pull: SistemPull): string {
  const isOpen = pull.state === 'OPEN';
  if (isOpen && pull.findings.length > 0)
    return `Perubahan sistem: ${pull.findings.length} hal dalam pengaturan perlu dibetulkan`;
  switch (position.status) {
    case 'menunggu':
      return position.dapatMenyetujui.length > 0
        ? 'Perubahan sistem: menunggu persetujuan pengelola sistem'
        : 'Perubahan sistem: MACET, tidak ada pengelola sistem lain yang dapat menyetujui';
    case 'dikembalikan':
      return 'Perubahan sistem: dikembalikan, menunggu perbaikan';
    case 'siap':
      return readyTitle(pull.mergeResult);
    case 'digabung':
      return 'Perubahan sistem: sudah digabung';
    case 'pelanggaran':
      return 'Perubahan sistem: pelanggaran, digabung tanpa persetujuan';
    case 'ditutup':
      return 'Perubahan sistem: ditutup';
  }
}

function readyTitle(result: SistemMergeResult | null): string {
  switch (result) {
    case 'sama':
      return 'Perubahan sistem: disetujui, siap digabung';
    case 'berbeda':
      return 'Perubahan sistem: perlu diperbarui, main sudah berubah';
    case 'menyimpang':
      return 'Perubahan sistem: menunggu main dipulihkan, isinya bukan yang terakhir disetujui';
    case null:
      return 'Perubahan sistem: disetujui, hasil gabungan belum dapat diperiksa';
  }
}

const deviating =
  'Program, pengaturan, atau halaman di main sudah diubah di luar alur. Menggabungkan perubahan ini ikut mengesahkannya tanpa terlihat. Pulihkan main lebih dahulu, misalnya dengan pull request yang mengembalikannya persis seperti yang terakhir disetujui.';

/** Success stands for one thing alone: this change may be merged now, or was merged so. */
function conclusionOf(
  position: SistemPosition,
  pull: SistemPull,
  isReady: boolean,
): 'success' | 'failure' | null {
  if (isReady || position.status === 'digabung') return 'success';
  if (pull.findings.length > 0 || pull.mergeResult === 'menyimpang') return 'failure';
  return position.status === 'siap' || position.status === 'menunggu' ? null : 'failure';
}

/** What must be done so that the world agrees with the position of a `sistem` pull request. */
export function planSistem(position: SistemPosition, pull: SistemPull): Action[] {
  const title = titleOf(position, pull);
  const login = (akun: number) => {
    const name = pull.logins.get(akun);
    return name === undefined ? `akun ${akun}` : `\`${name.replaceAll('`', '')}\``;
  };
  const list = (accounts: readonly number[]) =>
    accounts.length === 0 ? 'belum ada' : accounts.map(login).join(', ');
  const summary = [
    `**${quoted(title)}**`,
    'Pull request ini tidak menyentuh butir mana pun: ia mengubah program, pengaturan, atau halaman. Ia perlu persetujuan seorang pengelola sistem yang tidak membuat dan tidak mengubahnya, atas isi yang sekarang.',
    [
      `- Disetujui oleh: ${list(position.disetujuiOleh)}`,
      `- Dikembalikan oleh: ${list(position.dikembalikanOleh)}`,
      `- Dapat menyetujui: ${list(position.dapatMenyetujui)}`,
    ].join('\n'),
    section(
      'Perlu dibetulkan',
      pull.findings.slice(0, 50).map((issue) => quoted(formatIssue(issue), 600)),
    ),
    section(
      'Perlu diperhatikan',
      pull.warnings.slice(0, 50).map((issue) => quoted(formatIssue(issue), 600)),
    ),
    section('Butir yang tetap berjalan menurut SOP lama', underWayLines(pull.older)),
    position.status === 'siap' && pull.mergeResult === 'menyimpang' ? deviating : '',
    section(
      'Tercatat, tetapi tidak dihitung',
      position.ditolak
        .slice(-20)
        .map(({ by, at, message }) => `${waktu(at)}, ${login(by)}: ${quoted(message, 600)}`),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  const isReady = position.status === 'siap' && pull.mergeResult === 'sama' && pull.findings.length === 0;
  const actions: Action[] = [
    {
      kind: 'check',
      head: pull.head.oid,
      title,
      summary,
      conclusion: conclusionOf(position, pull, isReady),
    },
    { kind: 'comment', body: summary },
  ];
  if (isReady)
    actions.push({
      kind: 'merge',
      head: pull.head.oid,
      title: `Perubahan sistem (#${pull.number})`,
      message: [
        ...position.disetujuiOleh.map((akun) => `Disetujui: ${pengelolaSistem} ${akun}`),
        `Pull-Request: ${pull.number}`,
      ].join('\n'),
    });
  if (position.status === 'siap' && pull.mergeResult === 'berbeda')
    actions.push({ kind: 'updateBranch', head: pull.head.oid });
  if (position.status === 'digabung' && pull.isRecorded && pull.hasBranch)
    actions.push({ kind: 'deleteBranch', ref: pull.head.ref, head: pull.head.oid });
  if (position.status === 'pelanggaran')
    actions.push({
      kind: 'report',
      report: {
        key: `pelanggaran-${pull.number}-sistem`,
        title: `Pelanggaran pada #${pull.number}: perubahan sistem digabung tanpa persetujuan`,
        body: `Pull request #${pull.number} digabung ke main tanpa persetujuan pengelola sistem. Portal tetap memakai sistem terakhir yang disetujui. Yang harus dilakukan: periksa aturan cabang main dan siapa yang menggabungkan, lalu kembalikan perubahannya atau ajukan lagi lewat pull request baru yang disetujui.`,
      },
    });
  return actions;
}
