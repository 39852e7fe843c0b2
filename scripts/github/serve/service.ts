import { formatIssue } from '../../core/issue.ts';
import { plain } from '../../core/text.ts';
import { look, type Look, type LookOptions } from '../gate.ts';
import type { LedgerMemory } from '../../publish/ledger-memory.ts';
import { oneAtATime } from '../../publish/one-at-a-time.ts';
import { updateAntrean, type AntreanMemory } from '../antrean.ts';
import { createQueue } from '../queue.ts';
import type { Client, Repository } from '../read/client.ts';
import { openPulls, recentlyClosed } from '../sweep.ts';
import { createAntreanWriter } from './antrean-writer.ts';
import type { Work } from './work.ts';

export interface ServiceOptions extends LookOptions {
  /** Speaks as Paraf's app. */
  readonly client: Client;
  readonly repository: Repository;
  readonly log: (line: string) => void;
  /** Called after a look that wrote to the ledger, or brought back what is live: there is something to publish. */
  readonly onRecorded: () => void;
  /** Called when somebody else moved `main` or the ledger. */
  readonly onMain: () => void;
  /** Time between sweeps, in ms. */
  readonly sweepEvery: number;
}

/** The gate at work: looks at pull requests, one at a time, because of triggers and from time to time by itself. */
export interface Service {
  /** The first sweep, and from then on one after the other. Resolves when its looks are queued; rejects where it failed. */
  open(): Promise<void>;
  /** What a delivery asks for; returns at once. */
  begin(work: Work): void;
  /** Looks at everything that is open or was closed of late: what triggers there were, and were lost, does not matter. */
  sweep(): Promise<void>;
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>;
  /** How it does, for whoever watches over it. */
  state(): ServiceState;
  /** Takes no more work and ends what runs. What waits is found by the next start's sweep. */
  stop(): Promise<void>;
}

export interface ServiceState {
  /** Whether the last sweep worked. */
  readonly isWell: boolean;
  /** When a sweep last worked, ISO 8601; null before. */
  readonly sweptAt: string | null;
}

/** How long a closed pull request is looked at again: a crash between merge and ledger is mended. */
const lookBack = 7 * 86_400_000;

/** Of so many pull requests is remembered what was told of them last. */
const mostTold = 1000;

/** Makes the service; `open` sets it to work. The same in production and on a laptop. */
export function createService(options: ServiceOptions): Service {
  const { client, repository, log, now } = options;
  const told = new Map<number, string>();
  const ledger: LedgerMemory = { known: null };
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<void> | undefined;
  let isStopped = false;
  let isWell = false;
  let sweptAt: string | null = null;

  /** A look that finds nothing new is not told. */
  const tell = ({ number, issues, title }: Look) => {
    const lines = [...issues.map(formatIssue), title].filter((line) => line !== '');
    const news = lines.map((line) => `#${number}: ${plain(line, 500)}`).join('\n');
    if (news !== '' && told.get(number) !== news) log(news);
    told.delete(number);
    told.set(number, news);
    const [oldest] = told.keys();
    if (told.size > mostTold && oldest !== undefined) told.delete(oldest);
  };

  const written: AntreanMemory = { written: null };
  const antrean = createAntreanWriter({
    write: (places) => updateAntrean(client, repository, places, written),
    onError: (error) => log(`Antrean belum tertulis, dicoba lagi: ${textOf(error)}`),
  });

  /** The portal's figures count the queue; the next look waits for neither. */
  const recordings = oneAtATime(async () => {
    await antrean.tried();
    options.onRecorded();
  });

  const queue = createQueue({
    look: async (number) => {
      const seen = await look(client, repository, number, { ...options, place: antrean.put, ledger });
      tell(seen);
      // Other roles or hours move everything that is open.
      const point = seen.recorded?.entry.jenis === 'sistem' ? queue.sweep : queue.trigger;
      for (const other of seen.next) point(other);
      if (seen.recorded !== null || seen.isRestored) void recordings.request();
      return { again: seen.again };
    },
    onError: (number, error) => log(`#${number} belum dapat diperiksa, dicoba lagi: ${textOf(error)}`),
  });

  const sweepOnce = async () => {
    try {
      const since = new Date(Date.parse(now()) - lookBack).toISOString();
      const closed = await recentlyClosed(client, repository, since);
      for (const number of [...closed, ...(await openPulls(client, repository))]) queue.sweep(number);
      isWell = true;
      sweptAt = now();
    } catch (error) {
      isWell = false;
      throw error;
    }
  };
  const sweep = () =>
    (sweeping ??= sweepOnce().finally(() => {
      sweeping = undefined;
    }));

  const schedule = () => {
    if (isStopped) return;
    timer = setTimeout(() => {
      sweep()
        .catch((error: unknown) => log(`Sapuan gagal, dicoba lagi nanti: ${textOf(error)}`))
        .finally(schedule);
    }, options.sweepEvery);
    // What serves keeps the process alive, not the wish to sweep.
    timer.unref();
  };

  return {
    open: () => sweep().finally(schedule),
    begin(work) {
      if (isStopped) return;
      if (work.kind === 'pull') queue.trigger(work.number);
      else options.onMain();
    },
    sweep,
    async idle() {
      await queue.idle();
      await antrean.idle();
      await recordings.idle();
    },
    state: () => ({ isWell, sweptAt }),
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await sweeping?.catch(() => undefined);
      await queue.stop();
      await antrean.stop();
      await recordings.idle();
    },
  };
}

/** An error in one line. Octokit's messages name addresses and reasons, never a token. */
export function textOf(error: unknown): string {
  return plain(error instanceof Error ? error.message : String(error), 500);
}
