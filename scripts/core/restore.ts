import type { Action, ItemPull, Report } from './plan.ts';
import { rolesText } from './refusal.ts';
import { quoted } from './text.ts';

/** What became of the bytes that a merge outside the plan brought to `main`. */
export interface Undo {
  /** Tree that the ledger names last for the folder; null: nothing belongs there. */
  readonly wanted: string | null;
  /** Tree that the merge brought; null: it took the folder away. */
  readonly merged: string | null;
  /** Whether they lie there no more, or were signed since. */
  readonly isDone: boolean;
}

/** A pull request by which the app undoes a merge: how it is made. */
export interface Restoration extends Pick<Undo, 'wanted' | 'merged'> {
  readonly ref: string;
  readonly folder: string;
  readonly title: string;
  readonly body: string;
  /** Message of the commit on its branch. */
  readonly message: string;
}

// Not below `paraf/`: Git keeps no branch `paraf/…` beside the branch `paraf`.
const prefix = 'pulihkan/';

/** Number that the name of a restoring branch says; for words and triggers alone, it proves nothing. */
export function undoneBy(ref: string): number | null {
  const number = ref.startsWith(prefix) ? Number(ref.slice(prefix.length)) : Number.NaN;
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}

/** How a violating merge of an item is undone (R15). */
export function restorationOf(pull: ItemPull, undo: Undo): Restoration {
  const { number, folder, sop } = pull;
  const slug = folder.split('/').at(-1) ?? folder;
  const first = quoted(rolesText(sop, 0));
  return {
    ref: `${prefix}${number}`,
    folder,
    wanted: undo.wanted,
    merged: undo.merged,
    title: `Pulihkan ${pull.singular.toLowerCase()} ${slug}: #${number} digabung di luar alur`,
    body: [
      `<!-- paraf:pulihkan-${number} -->\nPull request #${number} digabung ke main di luar alur: isinya belum diparaf lengkap, atau ada yang harus dibetulkan, jadi tidak diterbitkan.`,
      effectText(folder, undo.wanted),
      'Tidak ada isi baru di sini, jadi tidak perlu paraf: Paraf mencocokkan sidiknya dengan buku catatan, lalu menggabungkannya sendiri. Jangan menambah apa pun di cabang ini; yang ditambahkan akan diganti lagi.',
      `Sesudah itu butirnya dapat dimulai lagi: ${first} membuka pull request baru dari Decap, dengan alamat yang sama. Isi yang tidak jadi terbit tetap dapat dibaca di #${number}.`,
    ].join('\n\n'),
    message: `Pulihkan ${folder}\n\nMembatalkan: #${number}`,
  };
}

function effectText(folder: string, wanted: string | null): string {
  return wanted === null
    ? `Folder \`${folder}\` dikeluarkan dari main, karena menurut buku catatan belum ada isinya yang disetujui, atau sudah dicabut.`
    : `Folder \`${folder}\` dikembalikan ke isi terakhir yang disetujui menurut buku catatan, sidik \`${wanted}\`.`;
}

/** A pull request that is proven to bring back signed bytes, or to take unsigned ones away, and nothing else. */
export interface RestoringPull {
  readonly number: number;
  readonly state: 'OPEN' | 'MERGED';
  readonly head: { readonly ref: string; readonly oid: string };
  readonly hasBranch: boolean;
  readonly folder: string;
  readonly singular: string;
  readonly wanted: string | null;
}

/** What must be done with a restoring pull request: it needs no paraf, and writes nothing into the ledger. */
export function planRestoration(pull: RestoringPull): Action[] {
  const { folder, wanted, head } = pull;
  const isMerged = pull.state === 'MERGED';
  const title = isMerged ? 'Pemulihan: sudah digabung' : 'Pemulihan: siap digabung, tanpa isi baru';
  const summary = [`**${title}**`, effectText(folder, wanted)].join('\n\n');
  const actions: Action[] = [
    { kind: 'check', head: head.oid, title, summary, conclusion: 'success' },
    { kind: 'comment', body: summary },
  ];
  const slug = folder.split('/').at(-1) ?? folder;
  const undone = undoneBy(head.ref);
  if (!isMerged)
    actions.push({
      kind: 'merge',
      head: head.oid,
      title: `Pulihkan ${pull.singular.toLowerCase()} ${slug} (#${pull.number})`,
      message: [
        `Butir: ${folder}`,
        `Dipulihkan-Ke: ${wanted ?? 'tidak ada'}`,
        ...(undone === null ? [] : [`Membatalkan: #${undone}`]),
        `Pull-Request: ${pull.number}`,
      ].join('\n'),
    });
  if (isMerged && pull.hasBranch) actions.push({ kind: 'deleteBranch', ref: head.ref, head: head.oid });
  return actions;
}

/** Issue about a merge that the plan did not order. */
export function violationReport(code: string, message: string, pull: ItemPull): Report {
  const undone =
    pull.undo === null
      ? 'Isinya sama dengan yang diparaf semua pihak, jadi tetap terbit dan tidak perlu dikembalikan.'
      : `Aplikasi Paraf membatalkannya sendiri dengan pull request dari cabang \`${prefix}${pull.number}\`. ${effectText(pull.folder, pull.undo.wanted)} Butirnya kemudian dapat dimulai lagi lewat Decap.`;
  const faults =
    pull.findings.length === 0
      ? ''
      : `Dalam isinya ada ${pull.findings.length} hal yang harus dibetulkan lebih dahulu; tertulis di #${pull.number}.`;
  return {
    key: `pelanggaran-${pull.number}-${code}`,
    title: `Pelanggaran pada #${pull.number}: penggabungan di luar alur`,
    body: [
      `Pull request #${pull.number} (\`${pull.folder}\`): ${quoted(message, 600)}`,
      faults,
      undone,
      'Yang harus dilakukan: pengelola sistem memeriksa siapa yang menggabungkan dan mengapa aturan cabang main membolehkannya, lalu menutup jalan itu.',
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  };
}
