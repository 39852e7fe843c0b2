import type { Penugasan } from './pelaksana.ts';
import type { Sop } from './sop.ts';

/** A file of settings after parsing: what it says, and where each value stands (for messages). */
export interface Parsed {
  /** Path in the repository. */
  readonly file: string;
  /** Git blob id of the file. */
  readonly oid: string;
  /** Front matter of a Markdown file, or the whole of a YAML file. */
  readonly data: unknown;
  /** Markdown after the front matter; empty for YAML. */
  readonly body: string;
  /** Line (from 1) of a value, or of the nearest value around it that is there. */
  lineOf(path: readonly (string | number)[]): number | undefined;
}

/** `content/alur.yml`: which SOP governs a collection, and which fields show each kelengkapan of it. */
export interface Alur {
  readonly sop: string;
  /** Kelengkapan id → dotted paths of fields of the collection that must be filled; `isi` is the Markdown body. */
  readonly kelengkapan: Readonly<Record<string, readonly string[]>>;
}

/** All that decides who may do what: read from the last recorded `sistem` tree. */
export interface Aturan {
  readonly sops: ReadonlyMap<string, Sop>;
  /** By collection name. */
  readonly alur: ReadonlyMap<string, Alur>;
  readonly pelaksana: readonly Penugasan[];
}
