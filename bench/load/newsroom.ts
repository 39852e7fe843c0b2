/** A newsroom of many people, and the items on which they act, each by one person at a time. */
import { createDemoClock, demoStart } from '../../scripts/local/clock.ts';
import { news, openNewsroom, type Newsroom } from '../../scripts/github/testing/newsroom.ts';
import type { People } from './people.ts';

/** Where an item stands: as a draft, before its reviewer, or returned to its maker. */
type Standing = 'draf' | 'diajukan' | 'dikembalikan';

export interface Item {
  readonly pull: number;
  readonly branch: string;
  readonly maker: string;
  standing: Standing;
  /** Returned once already: the next reviewer signs. */
  rounds: number;
  /** Somebody acts on it, or its position is awaited. */
  isHeld: boolean;
  /** Signatures in the second of a submission count, but order within a second is not ours to test: when it may go on. */
  notBefore: number;
}

/** What is expected of the gate after an act: the check's title, or the merge. */
export type Expected = RegExp | 'tergabung';

export async function openLoadedNewsroom(people: People): Promise<Newsroom> {
  const clock = createDemoClock(demoStart);
  return openNewsroom(
    { 'content/pelaksana.yml': people.pelaksana },
    // Time runs by itself.
    { accounts: people.accounts, clock: { now: clock.now, advance: () => undefined } },
  );
}

let made = 0;

/** A new draft of a maker, complete. */
export async function openItem(room: Newsroom, maker: string): Promise<Item> {
  made += 1;
  const slug = `beban-${made}`;
  const branch = `cms/berita/2026/11/${slug}`;
  const pull = await room.open(maker, branch, news(slug));
  return {
    pull,
    branch,
    maker,
    standing: 'draf',
    rounds: 0,
    isHeld: true,
    notBefore: performance.now() + 1100,
  };
}

/** The next act on an item by who may do it. Every other item is returned once on its way. */
export async function act(room: Newsroom, item: Item, reviewer: string): Promise<Expected> {
  const { pull, maker } = item;
  item.notBefore = performance.now() + 1100;
  switch (item.standing) {
    case 'draf':
      await room.submit(maker, pull);
      item.standing = 'diajukan';
      return /^Langkah 3 /;
    case 'dikembalikan':
      await room.review(maker, pull, 'COMMENT', '/ajukan');
      item.standing = 'diajukan';
      return /^Langkah 3 /;
    case 'diajukan':
      if (item.rounds === 0 && pull % 2 === 0) {
        await room.review(reviewer, pull, 'REQUEST_CHANGES', 'Cocokkan angkanya.');
        item.standing = 'dikembalikan';
        item.rounds += 1;
        return /^Langkah [12] /;
      }
      await room.review(reviewer, pull, 'APPROVE');
      return 'tergabung';
  }
}

/** Whether the position that everybody sees is the expected one. */
export function isCurrent({ server: { store } }: Newsroom, { pull }: Item, expected: Expected): boolean {
  const row = store.db.get<{ merged_at: string | null; title: string | null }>(
    `SELECT merged_at, (SELECT title FROM check_run WHERE head_sha = pull.head_sha ORDER BY id DESC LIMIT 1) AS title
     FROM pull WHERE number = ?`,
    pull,
  );
  if (expected === 'tergabung') return row?.merged_at !== null;
  return expected.test(row?.title ?? '');
}
