import type { Octokit } from 'octokit';
import type { Clock } from '../clock.ts';
import { openItem, review, saveItem, setStatus, type Sample } from './editor.ts';

/** What somebody does to an item; `at` is day (0 = the Monday on which the demo begins) and time in WIB. */
type Deed = { readonly at: string; readonly by: string } & (
  | { readonly act: 'open' | 'submit' | 'approve' }
  | { readonly act: 'save'; readonly append: string }
  | { readonly act: 'return'; readonly reason: string }
);

/** Deeds of items that stand at different steps of SOP 2, so that no screen is empty; one list for each sample. */
const stories: readonly (readonly Deed[])[] = [
  published(-6, 8),
  published(-5, 9),
  published(-4, 8),
  published(-3, 10),
  [
    { at: '-3 13:10', by: 'peliput', act: 'open' },
    { at: '-3 14:05', by: 'peliput', act: 'submit' },
    {
      at: '-3 14:40',
      by: 'pengolah-satu',
      act: 'return',
      reason: 'Jumlah peserta di paragraf dua berbeda dengan data liputan. Mohon dicocokkan.',
    },
  ],
  [
    { at: '-3 09:00', by: 'peliput', act: 'open' },
    { at: '-3 09:45', by: 'peliput', act: 'submit' },
    { at: '-3 10:20', by: 'pengolah-dua', act: 'return', reason: 'Kredit foto belum menyebut kantornya.' },
    { at: '-3 11:00', by: 'penyusun', act: 'save', append: 'Keterangan foto sudah dilengkapi.' },
    { at: '-3 11:05', by: 'penyusun', act: 'submit' },
  ],
  [
    { at: '0 07:32', by: 'peliput', act: 'open' },
    { at: '0 07:50', by: 'peliput', act: 'submit' },
  ],
  [{ at: '0 07:41', by: 'peliput', act: 'open' }],
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
    .flatMap((story, index) => story.map((deed) => ({ deed, index, moment: momentOf(deed.at, start) })))
    .filter(({ index }) => index < samples.length)
    .sort((a, b) => a.moment - b.moment);
  const pulls = new Map<number, number>();
  for (const [place, { deed, index, moment }] of deeds.entries()) {
    office.clock.advance(Math.max(0, moment - office.clock.now()));
    const pull = await perform(office.as(deed.by), deed, samples[index]!, pulls.get(index));
    pulls.set(index, pull);
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
