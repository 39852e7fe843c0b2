import type { Issue } from './issue.ts';
import { mergeMessage, positionSummary, positionTitle, type Told } from './messages.ts';
import type { Position } from './position.ts';
import { restorationOf, violationReport, type Restoration, type Undo } from './restore.ts';
import { kindOfLangkah, type Sop } from './sop.ts';
import { formatIssue } from './issue.ts';
import { quoted } from './text.ts';

/** Decap's own status of a draft. The board must show the truth, so the app sets what the position says. */
export type StatusLabel = `decap-cms/${'draft' | 'pending_review' | 'pending_publish'}`;

/** Something to do on the platform. Each says how it should be, not what to change: doing it twice changes nothing. */
export type Action =
  | {
      readonly kind: 'check';
      readonly head: string;
      readonly title: string;
      readonly summary: string;
      /** Null: still running. */
      readonly conclusion: 'success' | 'failure' | null;
    }
  | { readonly kind: 'comment'; readonly body: string }
  | { readonly kind: 'label'; readonly label: StatusLabel }
  | { readonly kind: 'merge'; readonly head: string; readonly title: string; readonly message: string }
  | { readonly kind: 'updateBranch'; readonly head: string }
  | { readonly kind: 'deleteBranch'; readonly ref: string; readonly head: string }
  | { readonly kind: 'reopen'; readonly ref: string; readonly head: string; readonly question: Note }
  | { readonly kind: 'note'; readonly note: Note }
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'restore'; readonly restoration: Restoration };

/** A comment that is written once: `key` is how a later look knows it again. */
export interface Note {
  readonly key: string;
  readonly body: string;
}

/** An issue of the repository that is opened once. */
export interface Report {
  readonly key: string;
  readonly title: string;
  readonly body: string;
}

/** A pull request of one item, as far as the plan needs it. */
export interface ItemPull extends Told {
  readonly number: number;
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly head: { readonly ref: string; readonly oid: string };
  /** Whether the branch is still there. */
  readonly hasBranch: boolean;
  readonly closedAt: string | null;
  readonly folder: string;
  readonly singular: string;
  /** Whether it was under review (or ready) when last open: submitted, and not returned since. */
  readonly isSubmitted: boolean;
  /** Whether the ledger has its entry. */
  readonly isRecorded: boolean;
  /** Set after a merge of what may not be published. */
  readonly undo: Undo | null;
}

/** What must be done so that the world agrees with an item's position. */
export function planItem(position: Position, pull: ItemPull): Action[] {
  const title = positionTitle(position, pull);
  const summary = positionSummary(position, pull);
  const actions: Action[] = [
    { kind: 'check', head: pull.head.oid, title, summary, conclusion: conclusionOf(position, pull) },
    { kind: 'comment', body: summary },
  ];
  const label = labelOf(position, pull.sop);
  if (label !== null) actions.push({ kind: 'label', label });
  for (const violation of pull.state === 'MERGED' ? position.pelanggaran : [])
    actions.push({ kind: 'report', report: violationReport(violation.code, violation.message, pull) });
  if (pull.state === 'CLOSED' && pull.isSubmitted)
    actions.push({ kind: 'reopen', ref: pull.head.ref, head: pull.head.oid, question: closedQuestion(pull) });
  if (pull.undo?.isDone === false)
    actions.push({ kind: 'restore', restoration: restorationOf(pull, pull.undo) });
  // Decap begins the next round of an item on a branch of the same name.
  const isSettled = pull.isRecorded || pull.undo?.isDone === true;
  if (pull.state === 'MERGED' && isSettled && pull.hasBranch)
    actions.push({ kind: 'deleteBranch', ref: pull.head.ref, head: pull.head.oid });
  if (pull.state === 'OPEN' && position.status === 'siap' && pull.findings.length === 0) {
    if (pull.mergeResult === 'berbeda') actions.push({ kind: 'updateBranch', head: pull.head.oid });
    if (pull.mergeResult === 'sama') {
      const message = mergeMessage(position, pull.sop, pull);
      actions.push({ kind: 'merge', head: pull.head.oid, title: message.title, message: message.body });
    }
  }
  return actions;
}

/** Success stands for one thing alone: this content may be merged now, or was merged so. */
function conclusionOf(position: Position, pull: ItemPull): 'success' | 'failure' | null {
  if (position.pelanggaran.length > 0) return 'failure';
  switch (position.status) {
    case 'siap':
      return pull.findings.length > 0 ? 'failure' : pull.mergeResult === 'sama' ? 'success' : null;
    case 'terbit':
    case 'selesai':
      return 'success';
    case 'ditutup':
      return 'failure';
    case 'berjalan':
      return null;
  }
}

function labelOf(position: Position, sop: Sop): StatusLabel | null {
  switch (position.status) {
    case 'siap':
    case 'terbit':
    case 'selesai':
      return 'decap-cms/pending_publish';
    case 'ditutup':
      return null;
    case 'berjalan': {
      const langkah = sop.langkah.find(({ no }) => no === position.langkah);
      return langkah !== undefined && kindOfLangkah(langkah) === 'maker'
        ? 'decap-cms/draft'
        : 'decap-cms/pending_review';
    }
  }
}

function closedQuestion(pull: ItemPull): Note {
  return {
    key: `tanya-${pull.closedAt ?? ''}`,
    body: 'Pull request ini ditutup padahal isinya sudah diajukan dan belum dikembalikan, jadi dibuka lagi: yang sudah diajukan tidak dibuang diam-diam. Mengapa ditutup? Bila memang tidak jadi, minta yang sedang memeriksa mengembalikannya dengan alasan; sesudah itu pull request boleh ditutup.',
  };
}

/** A pull request that has no way at all: mixed, from a fork, unreadable. It fails, and says why. */
export function planFailure(head: string, title: string, issues: readonly Issue[]): Action[] {
  const summary = [
    `**${quoted(title)}**`,
    issues.map((issue) => `- ${quoted(formatIssue(issue), 800)}`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  return [
    { kind: 'check', head, title, summary, conclusion: 'failure' },
    { kind: 'comment', body: summary },
  ];
}
