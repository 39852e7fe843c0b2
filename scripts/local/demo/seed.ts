import type { Octokit } from 'octokit';
import { airingText } from '../../core/airing.ts';
import type { SampleItem } from '../../example/sample.ts';
import type { Samples } from '../../example/samples.ts';
import type { Clock } from '../clock.ts';
import { momentOf, needsLook, type Deed, type Story } from './deed.ts';
import { comment, openItem, review, saveItem, say, setStatus } from './editor.ts';

export interface Office {
  readonly clock: Clock;
  readonly samples: Samples;
  /** An API client that speaks as a demo account. */
  as(login: string): Octokit;
  /** Lets the gate look at a pull request, as any trigger would. */
  look(pull: number): Promise<void>;
  /** Tells a merged pull request that the portal shows its item. */
  tellLive(pull: number): Promise<void>;
  /** Tells how far it is. */
  progress(done: number, all: number): void;
}

/** An item as it goes through its story. */
interface Progress {
  readonly whole: SampleItem;
  /** As it was saved last. */
  readonly item: SampleItem;
  readonly pull: number;
  /** Who opened it. */
  readonly by: string;
}

/**
 * Lets the demo office live its first weeks, through the same doors as everybody: items are opened, saved, submitted,
 * returned and signed by the demo accounts at their times.
 *
 * @param start when the demo begins, in ms; the clock must stand `seedLead` before it
 */
export async function seedItems(office: Office, stories: readonly Story[], start: number): Promise<void> {
  const deeds = stories
    .flatMap((story) =>
      story.deeds.map((deed, place) => ({ story, deed, place, moment: momentOf(deed.at, start) })),
    )
    .sort((a, b) => a.moment - b.moment);
  const items = new Map<Story, Progress>();
  for (const [done, { story, deed, place, moment }] of deeds.entries()) {
    office.clock.advance(Math.max(0, moment - office.clock.now()));
    const progress = await perform(office, story, items.get(story), deed);
    items.set(story, progress);
    if (needsLook(story.deeds, place)) await office.look(progress.pull);
    office.progress(done + 1, deeds.length);
  }
  office.clock.advance(Math.max(0, start - office.clock.now()));
}

async function perform(
  office: Office,
  story: Story,
  before: Progress | undefined,
  deed: Deed,
): Promise<Progress> {
  if (deed.act === 'open') return begin(office, story, deed);
  if (before === undefined) throw new Error(`a deed before its item was opened: ${story.collection}`);
  const { whole, item, pull, by } = before;
  if (deed.act === 'live') {
    await office.tellLive(pull);
    return before;
  }
  const octokit = office.as(deed.by);
  // Nobody reviews their own pull request on GitHub: words stand for it.
  const isOwn = deed.by === by;
  switch (deed.act) {
    case 'save':
    case 'write': {
      const next = deed.act === 'save' ? office.samples.until(whole, deed.stage) : withText(item, deed.text);
      await saveItem(octokit, changed(item, next), `Perbarui: ${whole.title}`);
      return { ...before, item: next };
    }
    case 'submit':
      await setStatus(octokit, pull, 'pending_review');
      break;
    case 'sign':
      await (isOwn ? say(octokit, pull, '/paraf') : review(octokit, pull));
      break;
    case 'return':
      await (isOwn ? say(octokit, pull, `/kembalikan ${deed.reason}`) : review(octokit, pull, deed.reason));
      break;
    case 'report':
      await comment(octokit, pull, airingText(deed.airing));
      break;
  }
  return before;
}

/** Each item is painted when it is opened: all at once would keep the server from answering for seconds. */
async function begin(
  { samples, as }: Office,
  { collection, sample }: Story,
  { by, stage }: Extract<Deed, { act: 'open' }>,
): Promise<Progress> {
  const whole = samples.make(collection, sample);
  if (whole === undefined) throw new Error(`no sample of ${collection}`);
  const item = samples.until(whole, stage);
  return { whole, item, pull: await openItem(as(by), item), by };
}

/** The item with the files alone that a version adds or changes. */
function changed(before: SampleItem, after: SampleItem): SampleItem {
  const isSame = (path: string, bytes: Uint8Array) => {
    const old = before.files.get(path);
    return old !== undefined && Buffer.compare(old, bytes) === 0;
  };
  return { ...after, files: new Map([...after.files].filter(([path, bytes]) => !isSame(path, bytes))) };
}

/** The item with one paragraph more. */
function withText(item: SampleItem, text: string): SampleItem {
  const path = `${item.folder}/index.md`;
  const body = new TextDecoder().decode(item.files.get(path));
  const files = new Map(item.files).set(path, new TextEncoder().encode(`${body.trimEnd()}\n\n${text}\n`));
  return { ...item, files };
}
