import type { Collection } from '../../../content/schema/collections.ts';
import type { Alur } from '../../core/aturan.ts';
import type { Event } from '../../core/events.ts';
import type { Issue, Result } from '../../core/issue.ts';
import { kelengkapanOf } from '../../core/kelengkapan.ts';
import type { Position } from '../../core/position.ts';
import { reduce } from '../../core/reduce.ts';
import { positionOf } from '../../core/report.ts';
import { readWith } from '../../core/schema-issues.ts';
import type { Sop } from '../../core/sop.ts';
import type { State } from '../../core/state.ts';
import { parseDocument } from '../../markdown/front-matter.ts';
import { eventsOf } from './events.ts';
import type { Facts, Version } from './facts.ts';
import { kalenderOf, rosterOfFacts, sopOfFacts } from './settings.ts';

/** An item's pull request, understood: the same in the gate and in Meja. */
export interface ItemReading {
  readonly sop: Sop;
  readonly events: readonly Event[];
  readonly state: State;
  readonly position: Position;
  /** What is wrong with the content at the head of the branch. */
  readonly findings: readonly Issue[];
  /** The item's title, where its front matter can be read. */
  readonly judul: string | null;
}

/**
 * Facts → events → position.
 *
 * @param app account of Paraf's app
 * @param now ISO 8601 with zone
 */
export function readItem(facts: Facts, app: number, now: string): Result<ItemReading> {
  const { kind } = facts;
  if (kind.kind !== 'item') throw new Error(`#${facts.number} is no item`);
  const rules = sopOfFacts(facts);
  if (!rules.ok) return rules;
  const roster = rosterOfFacts(facts);
  if (!roster.ok) return roster;
  const { sop, alur } = rules.value;

  const contents = new Map<string, Content>();
  const contentOf = (version: Version): Content => {
    const known = contents.get(version.commit);
    if (known !== undefined) return known;
    const content = readContent(version, kind.collection, kind.folder, alur);
    contents.set(version.commit, content);
    return content;
  };
  const events = eventsOf(facts, { app, describe: contentOf });
  if (!events.ok) return events;

  const state = reduce({ sop, roster: roster.value, app }, events.value);
  const head = facts.versions.get(facts.head.oid);
  const content = head === undefined ? undefined : contentOf(head);
  return {
    ok: true,
    value: {
      sop,
      events: events.value,
      state,
      position: positionOf(state, now, { now: kalenderOf(facts.now), opened: kalenderOf(facts.opened) }),
      findings: [...(content?.findings ?? []), ...movedOffice(kind.folder, content?.opd, state.opd)],
      judul: content?.judul ?? null,
    },
  };
}

/** The office is fixed when the item is opened (R2): who may do what is judged by it, whatever the form says later. */
function movedOffice(folder: string, now: string | undefined, opened: string | null): Issue[] {
  if (now === undefined || opened === null || now === opened) return [];
  return [
    {
      code: 'opd-berubah',
      file: `${folder}/index.md`,
      field: 'opd',
      message: `Perangkat daerah diubah dari “${opened}” menjadi “${now}” sesudah butir ini dibuka. Kembalikan isiannya, atau buka butir baru untuk “${now}”.`,
    },
  ];
}

interface Content {
  readonly kelengkapan: readonly string[];
  readonly opd?: string;
  readonly judul: string | null;
  readonly findings: readonly Issue[];
}

/**
 * Git's mode of an ordinary file. Anything else has no place in an item: a link, a folder, another repository; nor a
 * file marked as a program, for a mark that not every system keeps would be part of what is signed.
 */
const fileMode = 0o100644;

/** What one version of an item holds. With faults it has no kelengkapan: nothing can be signed on it. */
function readContent(version: Version, collection: Collection, folder: string, alur: Alur): Content {
  const file = `${folder}/index.md`;
  const none = (findings: readonly Issue[]): Content => ({ kelengkapan: [], judul: null, findings });
  const odd = version.entries.filter(({ mode }) => mode !== fileMode);
  if (odd.length > 0)
    return none(
      odd.map(({ name }) => ({
        code: 'bukan-berkas-biasa',
        file: `${folder}/${name}`,
        message:
          'Ini folder, tautan, repositori lain, atau berkas yang ditandai dapat dijalankan. Folder butir hanya boleh berisi berkas biasa; hapus, pindahkan, atau unggah ulang lewat Decap.',
      })),
    );
  if (version.index === null)
    return none([
      {
        code: 'tanpa-index',
        file,
        message: 'index.md tidak ada, bukan teks, atau terlalu besar. Simpan ulang butir ini di Decap.',
      },
    ]);
  const parsed = parseDocument(file, version.commit, version.index);
  if (!parsed.ok) return none(parsed.issues);
  const checked = readWith(collection.schema, parsed.value);
  const { data, body } = parsed.value;
  const text = (key: string) => {
    const value = (data as Record<string, unknown>)[key];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  // The office is fixed when the item is opened, even if other fields still have faults.
  const opd = text('opd');
  const common = { judul: text('judul'), ...(opd === null ? {} : { opd }) };
  if (!checked.ok) return { ...common, kelengkapan: [], findings: checked.issues };
  const files = version.entries.map(({ name }) => name);
  return { ...common, kelengkapan: kelengkapanOf(alur, checked.value, body, files), findings: [] };
}
