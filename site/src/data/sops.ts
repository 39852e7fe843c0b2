import { formatIssue } from '../../../scripts/core/issue.ts';
import { parseSop, sopData, type Sop } from '../../../scripts/core/sop.ts';
import { parseDocument } from '../../../scripts/markdown/front-matter.ts';
import { blobId } from '../../../scripts/publish/index/tree.ts';
import { judulSop } from '../sop.ts';
import { listSettings, once, readSettings } from './portal.ts';

/** An SOP to take away: its text as data, and the file it is kept in. */
export interface SopFiles {
  readonly id: string;
  /** The same as its part of `paraf sop --json`. */
  readonly json: string;
  /** `content/sop/<id>/index.md`, byte for byte. */
  readonly markdown: string;
}

/** Ids of the SOPs, sorted. */
export function sopIds(): string[] {
  return listSettings('sop').filter((id) => readSettings(`sop/${id}/index.md`) !== null);
}

/** Reads an SOP to be taken away. A wrong one stops the build with every fault in it. */
export function sopFiles(id: string): SopFiles {
  const { sop, markdown } = readSop(id);
  return { id, json: `${JSON.stringify(sopData(sop), null, 2)}\n`, markdown };
}

/** Every SOP as the program runs it. */
export function allSops(): Sop[] {
  return once('sops', () => sopIds().map((id) => readSop(id).sop));
}

/** What the pages of items say of an SOP: its title, and the text of each step by its number; null where there is none. */
export function titleAndSteps(id: string) {
  return once(`sop ${id}`, () => {
    const sop = allSops().find((one) => one.id === id);
    if (sop === undefined) return null;
    const aktivitas: ReadonlyMap<number, string> = new Map(sop.langkah.map((one) => [one.no, one.aktivitas]));
    return { judul: judulSop(sop.nama), aktivitas };
  });
}

function readSop(id: string): { readonly sop: Sop; readonly markdown: string } {
  const file = `content/sop/${id}/index.md`;
  const markdown = readSettings(`sop/${id}/index.md`);
  if (markdown === null) throw new Error(`${file} tidak ada. Kembalikan berkasnya.`);
  const parsed = parseDocument(file, blobId(Buffer.from(markdown), 40), markdown);
  const sop = parsed.ok ? parseSop(parsed.value) : parsed;
  if (!sop.ok) throw new Error(sop.issues.map(formatIssue).join('\n'));
  return { sop: sop.value, markdown };
}
