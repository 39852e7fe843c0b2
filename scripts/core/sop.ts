import {
  kindOf,
  sopParts,
  sopSchema,
  type Kind,
  type Langkah,
  type SopDocument,
} from '../../content/schema/sop.ts';
import type { Parsed } from './aturan.ts';
import type { Result } from './issue.ts';
import { issueAt, readWith } from './schema-issues.ts';
import { sopMessages } from './sop-messages.ts';
import { sopRules } from './sop-rules.ts';

/** An SOP as the program runs it: the document, its id (folder name) and its version (blob id of index.md). */
export interface Sop extends SopDocument {
  readonly id: string;
  readonly version: string;
}

/** The kind of a step, which fixes its evidence. */
export function kindOfLangkah(langkah: Langkah): Kind {
  return kindOf(langkah.tindakan);
}

/** Whether an SOP is a document that the office has, and not a proposal: then every step of it is an `usulan`. */
export function isSigned({ langkah }: Pick<Sop, 'langkah'>): boolean {
  return langkah.some(({ sumber }) => sumber !== 'usulan');
}

/** Ids of the kelengkapan of one step that are checked; tools and stationery have none. */
export function checkedKelengkapan(langkah: Pick<Langkah, 'kelengkapan'>): string[] {
  return langkah.kelengkapan.flatMap((item) => (item.id === null ? [] : [item.id]));
}

/** A step as data for others: with its kind, which its tindakan fixes. */
export type LangkahData = Langkah & { readonly kind: Kind };

/** An SOP as data for others: what `paraf sop --json` prints and the portal offers as `/sop/<id>/sop.json`. */
export function sopData(sop: Sop): Omit<Sop, 'langkah'> & { readonly langkah: readonly LangkahData[] } {
  const { id, version, ...document } = sop;
  const langkah = sop.langkah.map((item) => ({ ...item, kind: kindOfLangkah(item) }));
  return { id, version, ...document, langkah };
}

const place = /^content\/sop\/([a-z0-9]+(?:-[a-z0-9]+)*)\/index\.md$/;

/** Reads `content/sop/<id>/index.md`: the SOP, or all its faults, of form and between its parts. */
export function parseSop(parsed: Parsed): Result<Sop> {
  const id = place.exec(parsed.file)?.[1];
  if (id === undefined)
    return { ok: false, issues: [issueAt(parsed, [], 'sop-letak-salah', sopMessages['sop-letak-salah']())] };
  const document = readWith(sopSchema, parsed);
  const parts = sopParts.safeParse(parsed.data);
  const faults = (parts.success ? sopRules.flatMap((rule) => rule(parts.data)) : []).map(
    ({ code, path, message }) => issueAt(parsed, path, code, message),
  );
  if (document.ok && faults.length === 0)
    return { ok: true, value: { ...document.value, id, version: parsed.oid } };
  return { ok: false, issues: [...(document.ok ? [] : document.issues), ...faults] };
}
