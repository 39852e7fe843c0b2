/** A file of the desk's shell. */
export interface ShellFile {
  /** Relative to the worker's scope: `kantor.json`, `../_aset/x.js`, or the empty text for the page itself. */
  readonly address: string;
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string;
  /** Whether its name holds its content: then it never changes, and is never asked for again. */
  readonly isFixed: boolean;
}

/** All that the desk needs to open, as one build made it. */
export interface Shell {
  /** Fingerprint of all its files: another content is another shell. */
  readonly version: string;
  readonly files: readonly ShellFile[];
}

/** What of a request decides how it is answered. */
export interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

/**
 * How the worker answers: `tetap` from what is kept, `segar` from the server as long as it can be reached, null not at
 * all. Only what the shell names is ever kept; the API, its answers and every other page pass by.
 */
export type Answer =
  { readonly kind: 'tetap' | 'segar'; readonly file: ShellFile } | { readonly kind: 'pengaturan' } | null;

/** The desk's settings: the server makes them, so no build knows their content. */
export const settingsFile = 'config.json';

/** Decides on one request. */
export function answerTo(asked: Asked, shell: Shell, scope: string): Answer {
  if (asked.method !== 'GET') return null;
  const url = new URL(asked.url);
  // The page's own address may carry a query of whoever linked to it; a file's may not.
  const path = asked.mode === 'navigate' ? url.origin + url.pathname : url.href;
  if (path === new URL(settingsFile, scope).href) return { kind: 'pengaturan' };
  const file = shell.files.find(({ address }) => new URL(address, scope).href === path);
  return file === undefined ? null : { kind: file.isFixed ? 'tetap' : 'segar', file };
}
