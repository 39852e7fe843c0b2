import type { Octokit } from 'octokit';
import type { Clock } from '../clock.ts';
import { openItem, review, saveItem, setStatus, type Sample } from './editor.ts';

/** What somebody does to an item; `at` is day (0 = the Monday on which the demo begins) and time in WIB. */
type Deed = { readonly at: string; readonly by: string } & (
  | { readonly act: 'open' | 'submit' | 'approve' }
  | { readonly act: 'save'; readonly append: string }
  | { readonly act: 'return'; readonly reason: string }
);

/** One item of the demo: which sample it is, and its deeds. */
interface Story {
  readonly sample: number;
  readonly deeds: readonly Deed[];
}

/** Items that stand at different steps of SOP 2, so that no screen is empty. Nothing is told before it happened. */
const stories: readonly Story[] = [
  { sample: 6, deeds: published(-6, 8) },
  { sample: 5, deeds: published(-5, 9) },
  { sample: 3, deeds: published(-4, 8) },
  { sample: 2, deeds: published(-3, 10) },
  {
    sample: 1,
    deeds: [
      { at: '-3 14:10', by: 'peliput', act: 'open' },
      { at: '-3 15:05', by: 'peliput', act: 'submit' },
      {
        at: '-3 15:40',
        by: 'pengolah-satu',
        act: 'return',
        reason: 'Jam layanan di paragraf dua berbeda dengan data liputan. Mohon dicocokkan.',
      },
    ],
  },
  {
    sample: 4,
    deeds: [
      { at: '0 07:30', by: 'peliput', act: 'open' },
      { at: '0 07:34', by: 'peliput', act: 'submit' },
      {
        at: '0 07:41',
        by: 'pengolah-dua',
        act: 'return',
        reason: 'Lokasi pasar belum disebut di paragraf pertama.',
      },
      {
        at: '0 07:50',
        by: 'penyusun',
        act: 'save',
        append: 'Lokasi lengkapnya tertera di papan pengumuman kelurahan.',
      },
      { at: '0 07:52', by: 'penyusun', act: 'submit' },
    ],
  },
  {
    sample: 0,
    deeds: [
      { at: '0 07:32', by: 'peliput', act: 'open' },
      { at: '0 07:54', by: 'peliput', act: 'submit' },
    ],
  },
  { sample: 7, deeds: [{ at: '0 07:56', by: 'peliput', act: 'open' }] },
];

function published(day: number, hour: number): Deed[] {
  return [
    { at: `${day} ${hour}:05`, by: 'peliput', act: 'open' },
    { at: `${day} ${hour}:50`, by: 'peliput', act: 'submit' },
    { at: `${day} ${hour + 1}:15`, by: 'pengolah-satu', act: 'approve' },
  ];
}

/** How far before its beginning the demo's first deed lies: where the seed's clock starts. */
export const seedLead = 7 * 86_400_000;

function momentOf(at: Deed['at'], start: number): number {
  const [day, time] = at.split(' ') as [string, string];
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  // The demo begins at 08.00.
  return start + ((Number(day) * 24 + hour - 8) * 60 + minute) * 60_000;
}

function withText(sample: Sample, text: string): Sample {
  const path = `${sample.folder}/index.md`;
  const body = new TextDecoder().decode(sample.files.get(path));
  const files = new Map(sample.files).set(path, new TextEncoder().encode(`${body.trimEnd()}\n\n${text}\n`));
  return { ...sample, files };
}

export interface Office {
  readonly clock: Clock;
  /** An API client that speaks as a demo account. */
  as(login: string): Octokit;
  /** Lets the gate look at a pull request, as any trigger would. */
  look(pull: number): Promise<void>;
  /** Tells how far it is. */
  progress(done: number, all: number): void;
}

/**
 * Lets the demo office live its first week, through the same doors as everybody: items are opened, submitted,
 * returned and approved by the demo accounts at their times.
 *
 * @param start when the demo begins, in ms; the clock must stand `seedLead` before it
 */
export async function seedItems(office: Office, samples: readonly Sample[], start: number): Promise<void> {
  const deeds = stories
    .flatMap(({ sample, deeds }) => deeds.map((deed) => ({ deed, sample, moment: momentOf(deed.at, start) })))
    .sort((a, b) => a.moment - b.moment);
  const pulls = new Map<number, number>();
  for (const [place, { deed, sample, moment }] of deeds.entries()) {
    office.clock.advance(Math.max(0, moment - office.clock.now()));
    const pull = await perform(office.as(deed.by), deed, samples[sample]!, pulls.get(sample));
    pulls.set(sample, pull);
    await office.look(pull);
    office.progress(place + 1, deeds.length);
  }
  office.clock.advance(Math.max(0, start - office.clock.now()));
}

async function perform(
  octokit: Octokit,
  deed: Deed,
  sample: Sample,
  pull: number | undefined,
): Promise<number> {
  if (deed.act === 'open') return openItem(octokit, sample);
  if (pull === undefined) throw new Error(`a deed before its item was opened: ${sample.folder}`);
  switch (deed.act) {
    case 'submit':
      await setStatus(octokit, pull, 'pending_review');
      break;
    case 'approve':
      await review(octokit, pull);
      break;
    case 'return':
      await review(octokit, pull, deed.reason);
      break;
    case 'save':
      await saveItem(octokit, withText(sample, deed.append), `Perbaikan: ${sample.title}`);
      break;
  }
  return pull;
}
