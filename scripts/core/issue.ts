/**
 * One thing that is wrong, as data. Sentences are made of it in one place (messages.ts), so that the same
 * finding reads the same in the terminal, in a check run, in Decap and in Meja.
 */
export interface Issue {
  /** Permanent name, kebab-case, e.g. `isian-kosong`. Never renamed once released. */
  readonly code: string;
  /** Path inside the repository, e.g. `content/sop/penyebarluasan-informasi/index.md`. */
  readonly file: string;
  /** Line in that file, counted from 1; absent where a file as a whole is meant. */
  readonly line?: number;
  /** Field, as a dotted path with list positions from 0: `langkah.2.pelaksana`. */
  readonly field?: string;
  /** Absent: must be mended before the content can go on. `peringatan`: somebody should look at it. */
  readonly level?: 'peringatan';
  /** The finding in Indonesian: what happened, why, and what to do. */
  readonly message: string;
}

/** An issue as one line of text: `file:line field: message`; a warning says that it is one. */
export function formatIssue(issue: Issue): string {
  const line = issue.line === undefined ? '' : `:${issue.line}`;
  const field = issue.field === undefined ? '' : ` ${issue.field}`;
  const level = issue.level === undefined ? '' : `(${issue.level}) `;
  return `${issue.file}${line}${field}: ${level}${issue.message}`;
}

/** Either a value, or everything that is wrong with it. Expected faults are values; only bugs and I/O throw. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly Issue[] };
