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
  item: SampleItem;
  opened: { readonly pull: number; readonly by: string } | undefined;
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
  const items = new Map(stories.map((story) => [story, progressOf(office.samples, story)]));
  for (const [done, { story, deed, place, moment }] of deeds.entries()) {
    office.clock.advance(Math.max(0, moment - office.clock.now()));
    const progress = items.get(story)!;
    await perform(office, progress, deed);
    if (needsLook(story.deeds, place)) await office.look(progress.opened!.pull);
    office.progress(done + 1, deeds.length);
  }
  office.clock.advance(Math.max(0, start - office.clock.now()));
}

function progressOf(samples: Samples, { collection, sample }: Story): Progress {
  const whole = samples.make(collection, sample);
  if (whole === undefined) throw new Error(`no sample of ${collection}`);
  return { whole, item: whole, opened: undefined };
}

async function perform(office: Office, progress: Progress, deed: Deed): Promise<void> {
  const { samples } = office;
  const { whole, opened } = progress;
  if (deed.act === 'open') {
    progress.item = samples.until(whole, deed.stage);
    progress.opened = { pull: await openItem(office.as(deed.by), progress.item), by: deed.by };
    return;
  }
  if (opened === undefined) throw new Error(`a deed before its item was opened: ${whole.folder}`);
  const { pull } = opened;
  if (deed.act === 'live') return office.tellLive(pull);
  const octokit = office.as(deed.by);
  // Nobody reviews their own pull request on GitHub: words stand for it.
  const isOwn = deed.by === opened.by;
  switch (deed.act) {
    case 'save':
    case 'write': {
      const before = progress.item;
      progress.item = deed.act === 'save' ? samples.until(whole, deed.stage) : withText(before, deed.text);
      return saveItem(octokit, changed(before, progress.item), `Perbarui: ${whole.title}`);
    }
    case 'submit':
      return setStatus(octokit, pull, 'pending_review');
    case 'sign':
      return isOwn ? say(octokit, pull, '/paraf') : review(octokit, pull);
    case 'return':
      return isOwn ? say(octokit, pull, `/kembalikan ${deed.reason}`) : review(octokit, pull, deed.reason);
    case 'report':
      return comment(octokit, pull, airingText(deed.airing));
  }
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
