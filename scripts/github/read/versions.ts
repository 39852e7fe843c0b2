import type { Issue, Result } from '../../core/issue.ts';
import type { Client, Repository } from './client.ts';
import type { FolderCommit, SettingsFile, StoodFile, Version } from './facts.ts';
import type { SistemRecord } from './record.ts';
import {
  mainPart,
  partsAnswer,
  partsQuery,
  rawCommit,
  rawFile,
  rawIndex,
  rawMain,
  rawSops,
  rawTree,
  settingPart,
  settingsPart,
  versionPart,
} from './queries.ts';

/** A query with more parts than this is sent in pieces: GitHub gives up after ten seconds. */
const partsAtOnce = 40;
/** `index.md` of an item is text that a person wrote. */
const maxIndexLength = 400_000;

/** What the third read asks for. */
export interface Wanted {
  /** Null for a `sistem` pull request: only settings are read. */
  readonly folder: string | null;
  readonly commits: readonly string[];
  /** Commit of `main` without what this pull request brought; as it stands now, while that is nothing. */
  readonly main?: string | undefined;
  readonly nowCommit: string;
  readonly openedCommit: string;
  /** Records of the system from the one of the opening to the present one, oldest first. */
  readonly records: readonly SistemRecord[];
}

export interface Parts {
  readonly versions: ReadonlyMap<string, Version>;
  readonly now: readonly SettingsFile[];
  readonly opened: readonly SettingsFile[];
  readonly appointments: readonly StoodFile[];
}

function fault(code: string, message: string): Issue {
  return { code, file: 'GitHub', message };
}

/** Third read: the item's folder in every version, and the settings that judge it. */
export async function readParts(
  client: Client,
  repository: Repository,
  wanted: Wanted,
): Promise<Result<Parts>> {
  const { folder } = wanted;
  const parts = [settingsPart('now', wanted.nowCommit)];
  if (wanted.openedCommit !== wanted.nowCommit) parts.push(settingsPart('opened', wanted.openedCommit));
  for (const [index, { commit }] of wanted.records.entries())
    parts.push(settingPart(`p${index}`, commit, 'pelaksana'));
  if (folder !== null)
    parts.push(
      mainPart(folder, wanted.main),
      ...wanted.commits.map((commit, index) => versionPart(`v${index}`, commit, folder)),
    );
  const answer: Record<string, unknown> = {};
  for (let start = 0; start < parts.length; start += partsAtOnce) {
    const query = partsQuery(parts.slice(start, start + partsAtOnce));
    const parsed = partsAnswer.safeParse(
      await client.graphql(query, { owner: repository.owner, repo: repository.repo }),
    );
    if (!parsed.success)
      return {
        ok: false,
        issues: [fault('jawaban-tak-terbaca', 'Jawaban GitHub tentang isi cabang tidak terbaca.')],
      };
    Object.assign(answer, parsed.data.repository);
  }
  try {
    return { ok: true, value: partsOf(answer, wanted) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, issues: [fault('jawaban-tak-terbaca', error.message)] };
  }
}

/** Thrown inside this file only: a part of the answer that cannot be trusted. */
class Unreadable extends Error {}

function part<T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
  value: unknown,
  what: string,
): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Unreadable(`Jawaban GitHub tentang ${what} tidak terbaca.`);
  return parsed.data as T;
}

function partsOf(answer: Record<string, unknown>, wanted: Wanted): Parts {
  const versions = new Map<string, Version>();
  const main = part(rawMain, answer['main'], 'riwayat main');
  const known = new Set(main?.history.nodes.map(({ oid }) => oid) ?? []);
  for (const [index, commit] of (wanted.folder === null ? [] : wanted.commits).entries()) {
    const alias = `v${index}`;
    const raw = part(rawCommit, answer[alias], `commit ${commit}`);
    // A commit that is gone proves nothing: its version has no sidik that could be signed.
    if (raw === null || raw === undefined)
      throw new Unreadable(`Commit ${commit} pernah ada di cabang ini, tetapi tidak dapat dibaca lagi.`);
    const tree = part(rawTree, answer[`${alias}t`], `folder pada ${commit}`);
    const file = part(rawIndex, answer[`${alias}i`], `index.md pada ${commit}`);
    const { nodes, pageInfo } = raw.history;
    const end = nodes.findIndex(({ oid }) => known.has(oid));
    if (end < 0 && pageInfo.hasNextPage)
      throw new Unreadable(
        'Terlalu banyak commit dalam satu kiriman. Padatkan, lalu buat pull request baru.',
      );
    const fresh = end < 0 ? nodes : nodes.slice(0, end);
    for (const { oid } of fresh) known.add(oid);
    versions.set(commit, {
      commit,
      sidik: tree?.oid ?? null,
      entries: tree?.entries ?? [],
      index: indexText(file),
      commits: fresh.map(folderCommit),
    });
  }
  const now = settings(answer, 'now');
  return {
    versions,
    now,
    opened: wanted.openedCommit === wanted.nowCommit ? now : settings(answer, 'opened'),
    appointments: wanted.records.map(({ at }, index) => ({
      from: at,
      file: settingsFile('content/pelaksana.yml', answer[`p${index}`]),
    })),
  };
}

function indexText(
  file:
    | {
        text?: string | null | undefined;
        isTruncated?: boolean | null | undefined;
        isBinary?: boolean | null | undefined;
      }
    | null
    | undefined,
) {
  const text = file?.text ?? null;
  if (text === null || file?.isTruncated === true || file?.isBinary === true) return null;
  return text.length > maxIndexLength ? null : text;
}

function folderCommit(node: {
  oid: string;
  authors: {
    pageInfo: { hasNextPage: boolean };
    nodes: {
      name?: string | null | undefined;
      email?: string | null | undefined;
      user?: { databaseId?: number | null | undefined } | null | undefined;
    }[];
  };
}): FolderCommit {
  if (node.authors.pageInfo.hasNextPage)
    throw new Unreadable(`Commit ${node.oid} menyebut lebih dari dua puluh penulis.`);
  const accounts: number[] = [];
  const unknown: string[] = [];
  for (const { name, email, user } of node.authors.nodes) {
    const id = user?.databaseId;
    if (typeof id === 'number') accounts.push(id);
    else unknown.push(name ?? email ?? '?');
  }
  return { oid: node.oid, accounts, unknown };
}

function settings(answer: Record<string, unknown>, alias: string): SettingsFile[] {
  const files: SettingsFile[] = [];
  const add = (path: string, raw: unknown) => {
    const file = settingsFile(path, raw);
    if (file !== null) files.push(file);
  };
  for (const name of ['alur', 'pelaksana', 'kalender'])
    add(`content/${name}.yml`, answer[`${alias}_${name}`]);
  const sops = part(rawSops, answer[`${alias}_sop`], 'content/sop');
  for (const sop of sops?.entries ?? []) {
    const index = sop.object?.entries?.find(({ name, type }) => name === 'index.md' && type === 'blob');
    if (index !== undefined) add(`content/sop/${sop.name}/index.md`, index.object);
  }
  return files;
}

function settingsFile(path: string, raw: unknown): SettingsFile | null {
  const blob = part(rawFile, raw, path);
  if (blob === null || blob === undefined) return null;
  if (blob.oid === undefined || typeof blob.text !== 'string' || blob.isTruncated === true)
    throw new Unreadable(`Berkas pengaturan ${path} tidak terbaca utuh.`);
  return { path, oid: blob.oid, text: blob.text };
}
