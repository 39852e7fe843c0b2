import { describe, expect, it, vi } from 'vitest';
import { createQueue } from './queue.ts';

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the queue of looks', () => {
  it('looks once more after triggers during a look, however many', async () => {
    const seen: number[] = [];
    const queue = createQueue({
      look: async (number) => {
        seen.push(number);
        if (seen.length === 1) for (let count = 0; count < 5; count += 1) queue.trigger(7);
        await later(1);
        return { again: false };
      },
      onError: () => undefined,
    });
    queue.trigger(7);
    queue.trigger(7);
    await queue.idle();
    expect(seen).toEqual([7, 7]);
  });

  it('looks at what somebody triggered before what is swept, and at each once', async () => {
    const seen: number[] = [];
    const queue = createQueue({
      look: async (number) => {
        seen.push(number);
        if (number === 1) {
          queue.trigger(9);
          queue.trigger(3);
          queue.sweep(9);
        }
        return { again: false };
      },
      onError: () => undefined,
    });
    for (const number of [1, 2, 3, 4]) queue.sweep(number);
    await queue.idle();
    expect(seen).toEqual([1, 9, 3, 2, 4]);
  });

  it('a sweep takes half of the time while people act, none while somebody waits, and all where nobody is', async () => {
    vi.useFakeTimers();
    const seen: number[] = [];
    const queue = createQueue({
      look: async (number) => {
        seen.push(number);
        await later(1000);
        return { again: false };
      },
      onError: () => undefined,
    });
    const after = async (ms: number) => {
      await vi.advanceTimersByTimeAsync(ms);
      return [...seen];
    };
    for (let number = 1; number <= 20; number += 1) queue.sweep(number);
    expect([await after(0), await after(1000)]).toEqual([[1], [1, 2]]);
    queue.trigger(8);
    expect([await after(1000), await after(1000)]).toEqual([
      [1, 2, 8],
      [1, 2, 8, 3],
    ]);
    expect([await after(1999), await after(1)].map((list) => list.at(-1))).toEqual([3, 4]);
    expect((await after(1100)).at(-1)).toBe(4);
    queue.trigger(9);
    expect([await after(0), await after(1000)].map((list) => list.at(-1))).toEqual([9, 5]);
    expect((await after(8500)).at(-1)).toBe(11);
    expect((await after(2000)).at(-1)).toBe(13);
    const stopped = queue.stop();
    await after(1000);
    await stopped;
    vi.useRealTimers();
  });

  it('does not wait out the rest of a sweep when it stops', async () => {
    vi.useFakeTimers();
    const seen: number[] = [];
    const queue = createQueue({
      look: async (number) => {
        seen.push(number);
        await later(1000);
        return { again: false };
      },
      onError: () => undefined,
    });
    queue.trigger(1);
    for (const number of [2, 3]) queue.sweep(number);
    await vi.advanceTimersByTimeAsync(2000);
    await queue.stop();
    expect(seen).toEqual([1, 2]);
    vi.useRealTimers();
  });

  it('tries again after failures, a few times', async () => {
    let looks = 0;
    const errors: unknown[] = [];
    const queue = createQueue({
      look: () => {
        looks += 1;
        return Promise.reject(new Error('502'));
      },
      onError: (_, error) => errors.push(error),
      backoff: [1, 1],
    });
    queue.trigger(1);
    await queue.idle();
    expect([looks, errors.length]).toEqual([3, 3]);
  });

  it('tries again what was not complete, until it is', async () => {
    const answers = [true, true, false];
    let looks = 0;
    const queue = createQueue({
      look: () => Promise.resolve({ again: answers[looks++] ?? false }),
      onError: () => undefined,
      backoff: [1, 1, 1],
    });
    queue.trigger(1);
    await queue.idle();
    expect(looks).toBe(3);
  });

  it('waits for the running look when it stops, and takes no more', async () => {
    const seen: number[] = [];
    const queue = createQueue({
      look: async (number) => {
        await later(5);
        seen.push(number);
        return { again: true };
      },
      onError: () => undefined,
      backoff: [1],
    });
    queue.trigger(1);
    queue.trigger(2);
    await later(1);
    await queue.stop();
    queue.trigger(3);
    await later(10);
    expect(seen).toEqual([1]);
  });
});
