/** One item on its way through an SOP: people act as they do in Decap, Meja and GitHub, and the gate looks after each act. */
import { fileURLToPath } from 'node:url';
import { appAccount } from '../../local/accounts.ts';
import type { Position } from '../../core/position.ts';
import type { SampleItem } from '../../example/sample.ts';
import { samplesOf, type Samples } from '../../example/samples.ts';
import { announce } from '../gate.ts';
import { readItem } from '../read/item.ts';
import { readPullRequest } from '../read/pull.ts';
import { place, type Files, type Newsroom } from './newsroom.ts';
import { ledgerOf } from './records.ts';

/** The samples of this checkout. */
export const samples: Samples = samplesOf(fileURLToPath(new URL('../../..', import.meta.url)));

export const filesOf = (item: SampleItem): Files =>
  Object.fromEntries([...item.files].map(([path, bytes]) => [path, Buffer.from(bytes)]));

/** An item in a newsroom. Each act returns the title of the check once the gate has looked. */
export interface Way {
  readonly pull: number;
  readonly branch: string;
  /** Saves the item as it stands after a step, or with more words in its text. */
  save(login: string, to: number | string): Promise<string>;
  submit(login: string): Promise<string>;
  sign(login: string): Promise<string>;
  giveBack(login: string, reason: string): Promise<string>;
  /** A comment review: how people sign and return their own pull request, in words. */
  say(login: string, words: string): Promise<string>;
  comment(login: string, body: string): Promise<string>;
  /** Tells that it is live, as the publisher does. */
  publish(): Promise<string>;
  /** An act that changes nothing: the sentence with which it is refused. */
  refusal(act: (way: Way) => Promise<string>): Promise<string>;
  position(): Promise<Position>;
}

/** Branch of an item, as Decap names it. */
export function branchOf(folder: string): string {
  return `cms/${folder.slice('content/'.length)}/index`;
}

/**
 * Opens an item as somebody's draft.
 *
 * @param stages what the item holds after a step of its SOP; the first version is that of `from`
 */
export async function openWay(
  room: Newsroom,
  login: string,
  item: SampleItem,
  from: number,
  stages = (no: number) => samples.until(item, no),
): Promise<Way> {
  const branch = branchOf(item.folder);
  const pull = await room.open(login, branch, filesOf(stages(from)));
  let files = filesOf(stages(from));

  const looked = async () => {
    room.wait(60);
    return (await room.look(pull)).title;
  };
  const position = async () => {
    const read = await readPullRequest(room.app, place, pull);
    if (!read.ok) throw new Error(read.issues[0]?.message);
    const reading = readItem(read.value, appAccount.id, room.now());
    if (!reading.ok) throw new Error(reading.issues[0]?.message);
    return reading.value.position;
  };
  const way: Way = {
    pull,
    branch,
    position,
    async save(by, to) {
      if (typeof to === 'number') files = filesOf(stages(to));
      else {
        const index = `${item.folder}/index.md`;
        files = { ...files, [index]: `${String(files[index]).trimEnd()}\n\n${to}\n` };
      }
      await room.save(by, branch, files);
      return looked();
    },
    async submit(by) {
      await room.submit(by, pull);
      return looked();
    },
    async sign(by) {
      await room.review(by, pull, 'APPROVE');
      return looked();
    },
    async say(by, words) {
      await room.review(by, pull, 'COMMENT', words);
      return looked();
    },
    async giveBack(by, reason) {
      await room.review(by, pull, 'REQUEST_CHANGES', reason);
      return looked();
    },
    async comment(by, body) {
      await room.as(by).request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...place,
        issue_number: pull,
        body,
      });
      room.wait(1);
      return looked();
    },
    async publish() {
      const entry = (await ledgerOf(room)).findLast((one) => one.pull === pull);
      if (entry === undefined) throw new Error(`#${pull} is not in the ledger`);
      await announce(room.app, place, appAccount.id, { pull, path: item.folder, sidik: entry.sidik });
      room.wait(1);
      return looked();
    },
    async refusal(act) {
      const before = await position();
      await act(way);
      const after = await position();
      if (after.langkah !== before.langkah) throw new Error(`was not refused: now at step ${after.langkah}`);
      const news = after.ditolak.slice(before.ditolak.length);
      return news.map(({ message }) => message).join('\n');
    },
  };
  await room.look(pull);
  return way;
}

/** An act, and what the check says after it; for an act that is refused, the sentence of the refusal. */
export type Line = readonly [act: (way: Way) => Promise<string>, says: string];

/** Goes through a story and gives what was said after each act beside what should be. */
export async function tell(way: Way, story: readonly Line[]): Promise<{ said: string[]; should: string[] }> {
  const said: string[] = [];
  for (const [act] of story) said.push(await act(way));
  return { said, should: story.map(([, says]) => says) };
}
