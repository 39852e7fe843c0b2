/** A portal over an archive, published by processes of their own: what `bench/publish.ts` and `bench/peers/` measure. */
import { join } from 'node:path';
import { openArchive, type Archive } from './corpus/archive.ts';
import { repository } from './corpus/article.ts';
import { keepCard, keepCards } from './corpus/cards.ts';
import { costOf, ownProgram, type Cost } from './measure.ts';

export interface Publication {
  readonly archive: Archive;
  readonly dataDir: string;
  /** Publishes what is approved; throws unless exactly that is live then. */
  publish(): Promise<Published>;
  /** Approves one item more, and makes its card, as is done when it is submitted. */
  approve(): Promise<void>;
}

export interface Published extends Cost {
  /** Whether everything was made anew. */
  readonly isWhole: boolean;
  /** What it said it was doing, with the second at which it said so. */
  readonly phases: readonly (readonly [at: number, line: string])[];
}

/** @param folder where the repository, the portals and everything in between go */
export async function openPublication(size: number, folder: string): Promise<Publication> {
  const dataDir = join(folder, 'data');
  const archive = await openArchive(size, folder);
  keepCards(dataDir, size);
  return {
    archive,
    dataDir,
    async publish() {
      const program = join(repository, 'bench/publish-once.ts');
      const { said, ...cost } = await costOf(ownProgram(program, archive.repoDir, dataDir, archive.now));
      const { live, isSwitched, isWhole, findings, phases } = JSON.parse(said) as {
        live: number;
        isSwitched: boolean;
        isWhole: boolean;
        findings: readonly unknown[];
        phases: Published['phases'];
      };
      if (live !== archive.count || !isSwitched || findings.length > 0)
        throw new Error(`not what was approved is live: ${said.slice(0, 500)}`);
      return { ...cost, isWhole, phases };
    },
    async approve() {
      keepCard(dataDir, await archive.merge());
    },
  };
}

/** What several items cost, published one after the other: the one in the middle by time. */
export async function publishChanges(
  { publish, approve }: Publication,
  changes: number,
): Promise<{ readonly median: Published; readonly count: number }> {
  /** Seconds after which no further one is published: the first ones say enough. */
  const patience = 90;
  const costs: Published[] = [];
  while (costs.length < changes && costs.reduce((sum, { wall }) => sum + wall, 0) < patience) {
    await approve();
    costs.push(await publish());
    const { isWhole, phases } = costs.at(-1)!;
    if (isWhole) throw new Error(`everything was made anew: ${phases[0]?.[1] ?? ''}`);
  }
  const median = costs.toSorted((a, b) => a.wall - b.wall)[Math.floor(costs.length / 2)];
  if (median === undefined) throw new Error('no change was asked for');
  return { median, count: costs.length };
}
