/** How a run ended up in its concurrency group. */
export type Turn = 'run' | 'replaced';

interface Lane {
  busy: boolean;
  waiting: ((turn: Turn) => void) | null;
}

/** Concurrency groups as GitHub keeps them: one runs, one waits, and a newer one takes the place of that. */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();

  /** Resolves when it is this one's turn, or when it lost its place. */
  async enter(group: string): Promise<Turn> {
    const lane = this.#lanes.get(group) ?? { busy: false, waiting: null };
    this.#lanes.set(group, lane);
    if (!lane.busy) {
      lane.busy = true;
      return 'run';
    }
    lane.waiting?.('replaced');
    return new Promise((resolve) => {
      lane.waiting = resolve;
    });
  }

  leave(group: string): void {
    const lane = this.#lanes.get(group);
    if (lane === undefined) return;
    const next = lane.waiting;
    lane.waiting = null;
    if (next === null) lane.busy = false;
    else next('run');
  }
}
