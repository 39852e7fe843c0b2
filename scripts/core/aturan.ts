import { alurSchema } from '../../content/schema/alur.ts';
import { collections } from '../../content/schema/collections.ts';
import { pelaksanaSchema, pengelolaSistem } from '../../content/schema/pelaksana.ts';
import { alurIssues } from './alur-rules.ts';
import type { Issue, Result } from './issue.ts';
import type { Penugasan } from './pelaksana.ts';
import { pelaksanaIssues } from './pelaksana-rules.ts';
import { issueAt, readWith } from './schema-issues.ts';
import { parseSop, type Sop } from './sop.ts';
import { sopMessages } from './sop-messages.ts';

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
  /** Line of the file at which the body begins. */
  readonly bodyLine?: number;
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

/**
 * Reads the settings that decide who may do what. `parsed` holds every `content/sop/<id>/index.md`, `content/alur.yml`
 * and `content/pelaksana.yml`; with the files of `content/opd/` among them, the offices that rows name are checked
 * too. Other files are passed over. The answer is all of it, or everything that is wrong.
 */
export function buildAturan(parsed: readonly Parsed[]): Result<Aturan> {
  const issues: Issue[] = [];
  const value = <T>(result: Result<T>): T | undefined => {
    if (result.ok) return result.value;
    issues.push(...result.issues);
    return undefined;
  };
  const only = (file: string, code: 'alur-tidak-ada' | 'pelaksana-tidak-ada'): Parsed | undefined => {
    const found = parsed.find((item) => item.file === file);
    if (found === undefined) issues.push({ code, file, message: sopMessages[code]() });
    return found;
  };

  const sops = new Map<string, Sop>();
  const faulty = new Set<string>();
  const sopFiles = parsed.filter(({ file }) => file.startsWith('content/sop/'));
  for (const file of sopFiles) {
    const sop = value(parseSop(file));
    if (sop === undefined) {
      faulty.add(file.file.split('/')[2] ?? '');
      continue;
    }
    if (sops.has(sop.id)) issues.push(issueAt(file, [], 'sop-ganda', sopMessages['sop-ganda'](sop.id)));
    sops.set(sop.id, sop);
  }

  const alurFile = only('content/alur.yml', 'alur-tidak-ada');
  const alur = alurFile && value(readWith(alurSchema, alurFile));
  if (alurFile !== undefined && alur !== undefined)
    issues.push(...alurIssues(alurFile, alur, sops, faulty, collections));

  const pelaksanaFile = only('content/pelaksana.yml', 'pelaksana-tidak-ada');
  const pelaksana = pelaksanaFile && value(readWith(pelaksanaSchema, pelaksanaFile));
  // An SOP with faults has roles too, which cannot be read: rows are judged only where all SOPs are whole.
  if (pelaksanaFile !== undefined && pelaksana !== undefined && faulty.size === 0)
    issues.push(...pelaksanaIssues(pelaksanaFile, pelaksana, rolesOf(sops), opdIdsOf(parsed)));

  if (alur === undefined || pelaksana === undefined || issues.length > 0) return { ok: false, issues };
  return { ok: true, value: { sops, alur: new Map(Object.entries(alur)), pelaksana } };
}

/** Ids of the offices among files of settings: `content/opd/dinas-kesehatan.yml` → `dinas-kesehatan`. */
export function opdIdsOf(parsed: readonly { readonly file: string }[]): string[] {
  return parsed.flatMap(({ file }) => /^content\/opd\/([^/]+)\.yml$/.exec(file)?.[1] ?? []);
}

function rolesOf(sops: ReadonlyMap<string, Sop>): string[] {
  const roles = [...sops.values()].flatMap((sop) => sop.pelaksana.map(({ id }) => id));
  return [...new Set([...roles, pengelolaSistem])];
}
