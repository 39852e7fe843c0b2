import { airingExample, airingOf, airingPath, airingRecord, type AiringRecord } from '../core/airing.ts';
import { fitting } from '../core/maker.ts';
import { atasNamaOf } from '../core/peran.ts';
import type { Note } from '../core/plan.ts';
import { roleName } from '../core/refusal.ts';
import { needsAnother, tookPart } from '../core/reviewer.ts';
import { kindAt, type State } from '../core/state.ts';
import { quoted } from '../core/text.ts';
import { changeBranch, recordBranch } from './branch.ts';
import type { Client, Repository } from './read/client.ts';
import type { Comment, Facts } from './read/facts.ts';

/** What the observers of an item reported, and what must be answered because it says too little. */
export interface Airings {
  readonly records: readonly AiringRecord[];
  readonly notes: readonly Note[];
}

/**
 * The airing reports of an item (design, section 3), by holders of its SOP's observer step. Whoever holds no such role
 * is not answered here: where their report is whole, the reducer refuses it with the reason.
 */
export function airingsOf(facts: Facts, state: State, folder: string): Airings {
  const { sop, roster } = state.context;
  const index = sop.langkah.findIndex((_, place) => kindAt(state, place) === 'observer');
  if (index < 0) return { records: [], notes: [] };
  const reports = facts.comments.flatMap((comment) => {
    const { by, at, body } = comment;
    const reading = airingOf(body);
    const row = by?.type === 'User' ? fitting(state, by.id, at, index)[0] : undefined;
    if (row !== undefined && needsAnother(state, index) && tookPart(state, row.akun, index)) return [];
    return reading === null || row === undefined ? [] : [{ comment, reading, row, akun: by!.id }];
  });
  const live = state.published ? state.approved : null;
  const since = state.done.findLast((done, place) => done !== null && kindAt(state, place) === 'system')?.at;
  return {
    records: reports.flatMap(({ comment, reading, row, akun }) => {
      const isEarly = since !== undefined && Date.parse(comment.at) < Date.parse(since);
      if (live === null || isEarly || comment.edited || !reading.ok) return [];
      return [
        airingRecord.parse({
          versi: 1,
          pull: facts.number,
          path: folder,
          sidik: live,
          ...reading.airing,
          akun,
          peran: row.peran,
          atasNama: atasNamaOf(roster, row, roleName(sop, row.peran)),
          at: comment.at,
          komentar: comment.id,
        }),
      ];
    }),
    notes: reports.flatMap(({ comment, reading }) => noteFor(comment, reading)),
  };
}

function noteFor(comment: Comment, reading: NonNullable<ReturnType<typeof airingOf>>): Note[] {
  const faults = comment.edited
    ? ['Komentarnya disunting sesudah dikirim, sehingga tidak dapat menjadi bukti.']
    : reading.ok
      ? []
      : reading.faults;
  if (faults.length === 0) return [];
  const body = [
    `Laporan tayang dari \`${(comment.by?.login ?? '').replaceAll('`', '')}\` belum dapat dicatat:`,
    faults.map((fault) => `- ${quoted(fault)}`).join('\n'),
    'Kirim komentar baru seperti ini:',
    `\`\`\`\n${airingExample}\n\`\`\``,
  ].join('\n\n');
  return [{ key: `tayang-${comment.id}`, body }];
}

/**
 * Writes airing reports to the app's records, each once: its file is named by its comment, so that what is there is
 * never written again.
 */
export async function recordAirings(
  client: Client,
  repository: Repository,
  records: readonly AiringRecord[],
): Promise<void> {
  if (records.length === 0) return;
  await changeBranch(client, repository, recordBranch, async (tip) => {
    const files = new Map<string, string>();
    for (const record of records) {
      const path = airingPath(record);
      if ((await tip.read(path)) === null) files.set(path, `${JSON.stringify(record, null, 2)}\n`);
    }
    return files.size === 0 ? null : { message: `Catat tayang #${records[0]?.pull ?? ''}`, files };
  });
}
