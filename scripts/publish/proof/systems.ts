import { alurSchema } from '../../../content/schema/alur.ts';
import type { Issue } from '../../core/issue.ts';
import { instant, rosterOf, type Roster } from '../../core/peran.ts';
import { recordedRows } from '../../core/recorded-rows.ts';
import { readWith } from '../../core/schema-issues.ts';
import { parseSop, type Sop } from '../../core/sop.ts';
import type { SistemRecord } from '../../github/read/record.ts';
import { rowsOf } from '../../github/read/settings.ts';
import { parseDocument, parseYaml } from '../../markdown/front-matter.ts';
import type { TreeLine } from '../tree.ts';
import { parseCommit, parseTree } from './commit.ts';
import type { Found, Objects } from './objects.ts';

/** The approved state of the system at one record: what judges the items of its time. */
export interface System {
  readonly record: SistemRecord;
  /** Time from which it stood. */
  readonly from: number;
  /** Lines of its root tree and of `content/`: from these follows its sidik. */
  readonly root: readonly TreeLine[];
  readonly content: readonly TreeLine[];
  /** Blob id of each SOP, by the name of its folder. */
  readonly sops: ReadonlyMap<string, string>;
  /** SOP that governs each collection, by `alur.yml`; empty where that cannot be read. */
  readonly alur: ReadonlyMap<string, string>;
  /** Who held which role, by this list of appointments and those that stood before it (R2); worked out when asked. */
  readonly roster: Roster;
}

export interface Systems {
  /** One for each record, in the same order. */
  readonly list: readonly System[];
  /** SOPs by blob id; null for one that this program cannot read. */
  readonly sops: ReadonlyMap<string, Sop | null>;
  /** Place of the first system in which a version of an SOP governed a collection; -1 where none did. */
  readonly governedSince: (koleksi: string, sop: string, sopVersion: string) => number;
  /** Objects that are missing or damaged. */
  readonly issues: readonly Issue[];
}

/** Reads every recorded state of the system: its trees, SOPs, appointments and `alur.yml`. */
export async function readSystems(objects: Objects, records: readonly SistemRecord[]): Promise<Systems> {
  const issues: Issue[] = [];
  const read = async (what: string, oids: readonly (string | undefined)[]) => {
    const wanted = [...new Set(oids.filter((oid) => oid !== undefined))];
    const found = new Map<string, Buffer>();
    await objects.each(wanted, (object, place) => {
      const oid = wanted[place]!;
      if (typeof object !== 'string') found.set(oid, object.bytes);
      else issues.push(objectIssue(object, `${what} dalam catatan sistem`, oid));
    });
    return found;
  };
  const linesIn = (trees: ReadonlyMap<string, Buffer>, oid: string | undefined) =>
    oid !== undefined && trees.has(oid) ? parseTree(trees.get(oid)!) : [];

  const commits = await read(
    'commit',
    records.map(({ commit }) => commit),
  );
  const roots = records
    .map(({ commit }) => commits.get(commit))
    .map((bytes) => bytes && parseCommit(bytes).tree);
  const rootTrees = await read('pohon', roots);
  const rootLines = roots.map((oid) => linesIn(rootTrees, oid));
  const contents = rootLines.map((lines) => oidOf(lines, 'content'));
  const contentTrees = await read('folder content', contents);
  const contentLines = contents.map((oid) => linesIn(contentTrees, oid));
  const sopFolders = contentLines.map((lines) => oidOf(lines, 'sop'));
  const sopTrees = await read('folder content/sop', sopFolders);
  const sopLines = sopFolders.map((oid) => linesIn(sopTrees, oid).filter(({ mode }) => mode === '40000'));
  const sopFolderTrees = await read(
    'folder SOP',
    sopLines.flatMap((lines) => lines.map(({ oid }) => oid)),
  );
  const sopIds = sopLines.map(
    (lines) =>
      new Map(
        lines.flatMap(({ name, oid }) => {
          const index = oidOf(linesIn(sopFolderTrees, oid), 'index.md');
          return index === undefined ? [] : [[name, index] as const];
        }),
      ),
  );
  const texts = await read('berkas pengaturan', [
    ...sopIds.flatMap((ids) => [...ids.values()]),
    ...contentLines.flatMap((lines) => [oidOf(lines, 'pelaksana.yml'), oidOf(lines, 'alur.yml')]),
  ]);
  const textOf = (oid: string | undefined) =>
    oid === undefined ? null : (texts.get(oid)?.toString('utf8') ?? null);

  // Few of all changes to the system touch appointments or `alur.yml`: each text is read once.
  const rowsIn = once((oid: string | undefined) => {
    const text = textOf(oid);
    return rowsOf(text === null ? null : { path: 'content/pelaksana.yml', oid: oid!, text });
  });
  const alurIn = once((oid: string | undefined) => alurOf(textOf(oid)));
  const stood = records.map(({ at }, place) => ({
    from: at,
    rows: rowsIn(oidOf(contentLines[place]!, 'pelaksana.yml')),
  }));
  // As long as times rise, a list that stands on unchanged is the same one, and so is who held what by it.
  const isRising = stood.every(({ from }, place) => instant(stood[place - 1]?.from ?? from) <= instant(from));
  const lists = isRising ? stood.filter(({ rows }, place) => rows !== stood[place - 1]?.rows) : stood;
  const rosterBy = once((count) => {
    const known = lists.slice(0, Number(count));
    return rosterOf(recordedRows(known.at(-1)!.rows, known));
  });
  let count = 0;
  const list = records.map((record, place): System => {
    if (stood[place] === lists[count]) count += 1;
    const known = String(count);
    return {
      record,
      from: instant(record.at),
      root: rootLines[place]!,
      content: contentLines[place]!,
      sops: sopIds[place]!,
      alur: alurIn(oidOf(contentLines[place]!, 'alur.yml')),
      get roster() {
        return rosterBy(known);
      },
    };
  });
  const sops = new Map<string, Sop | null>();
  for (const ids of sopIds)
    for (const [id, oid] of ids) {
      const text = textOf(oid);
      if (text !== null && !sops.has(oid)) sops.set(oid, sopOf(id, oid, text));
    }
  const placeOfFirst = once((key) => {
    const [koleksi = '', sop = '', version = ''] = key!.split('\0');
    return list.findIndex(({ sops: ids, alur }) => ids.get(sop) === version && alur.get(koleksi) === sop);
  });
  const governedSince: Systems['governedSince'] = (...names) => placeOfFirst(names.join('\0'));
  return { list, sops, governedSince, issues };
}

/** A function that works once for each thing it is asked. */
function once<T>(make: (key: string | undefined) => T): (key: string | undefined) => T {
  const made = new Map<string | undefined, T>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key)!;
  };
}

const oidOf = (lines: readonly TreeLine[], name: string) => lines.find((line) => line.name === name)?.oid;

/** Reads an SOP; null for one that this program cannot read. */
export function sopOf(id: string, oid: string, text: string): Sop | null {
  const parsed = parseDocument(`content/sop/${id}/index.md`, oid, text);
  const sop = parsed.ok ? parseSop(parsed.value) : parsed;
  return sop.ok ? sop.value : null;
}

function alurOf(text: string | null): ReadonlyMap<string, string> {
  const parsed = text === null ? null : parseYaml('content/alur.yml', '', text);
  const read = parsed?.ok === true ? readWith(alurSchema, parsed.value) : null;
  return new Map(
    read?.ok === true ? Object.entries(read.value).map(([name, { sop }]) => [name, sop] as const) : [],
  );
}

/** An object that cannot be read as what its id names. */
export function objectIssue(found: Extract<Found, string>, what: string, oid: string): Issue {
  const message =
    found === 'hilang'
      ? `Objek ${oid} (${what}) tidak ada di repositori ini. Ambil lagi seluruh repositori (git fetch), atau pulihkan dari cadangan.`
      : `Objek ${oid} (${what}) rusak: isinya bukan yang disebut namanya. Pulihkan repositori dari cadangan, lalu periksa diska.`;
  return { code: found === 'hilang' ? 'objek-hilang' : 'objek-rusak', file: 'repositori', message };
}
