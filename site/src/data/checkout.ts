import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { folderAt } from '../../../content/schema/collections.ts';
import { formatIssue, type Issue } from '../../../scripts/core/issue.ts';
import { followCheckout, type Follower } from '../../../scripts/publish/index/checkout.ts';
import { openIndex } from '../../../scripts/publish/index/database.ts';

/**
 * How long a request waits for the index at most, how long it is gone on with at a time while others may ask, and how
 * long it rests in between, in milliseconds.
 */
const wait = { request: 300, between: 50, rest: 100 } as const;

/**
 * The index of a checkout that somebody works on. It is kept, so that the next start reads only what changed since; the
 * first one of a large checkout shows what is newest, and goes on while pages are looked at. A build reads all of it.
 */
export class CheckoutIndex {
  readonly database: DatabaseSync;
  readonly #follower: Follower;
  #readAt = -Infinity;
  #isGoingOn = false;

  constructor(root: string, base: string) {
    const file = process.env['PARAF_CHECKOUT_INDEX'] ?? ':memory:';
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    this.database = openIndex(file);
    this.#follower = followCheckout(this.database, { root, base });
  }

  /** Brings the index up to date: at most once a second, and not while it is gone on with. */
  refresh(): void {
    if (!import.meta.env.DEV) {
      if (this.#readAt < 0) this.#step(Infinity);
    } else if (!this.#isGoingOn && performance.now() - this.#readAt > 1000) {
      this.#step(wait.request);
      if (!this.#follower.isDone) this.#goOn();
    }
  }

  /** Reads the item at an address again, before it is shown. */
  look(url: string): void {
    const folder = import.meta.env.DEV ? folderAt(url) : null;
    if (folder !== null) warn(this.#follower.read(folder));
  }

  #step(milliseconds: number): void {
    warn(this.#follower.step(milliseconds));
    this.#readAt = performance.now();
  }

  #goOn(): void {
    const { length } = this.#follower.unread();
    if (length > 0)
      console.warn(
        `${length} butir yang lebih lama belum terbaca dan menyusul; halamannya sendiri sudah dapat dibuka.`,
      );
    this.#isGoingOn = true;
    const next = () =>
      setTimeout(() => {
        this.#step(wait.between);
        this.#isGoingOn = !this.#follower.isDone;
        if (this.#isGoingOn) next();
        else if (length > 0) console.warn('Semua butir terbaca: daftar memuat semuanya.');
      }, wait.rest).unref();
    next();
  }
}

function warn(issues: readonly Issue[]): void {
  if (issues.length === 0) return;
  console.warn(
    `Butir ini belum dapat ditampilkan:\n${issues.map((issue) => `  ${formatIssue(issue)}`).join('\n')}`,
  );
}
