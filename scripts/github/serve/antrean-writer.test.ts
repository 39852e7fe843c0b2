import { expect, it, vi } from 'vitest';
import type { Antrean } from '../read/antrean.ts';
import { createAntreanWriter } from './antrean-writer.ts';

const item = (pull: number, judul: string) => ({ pull, judul }) as Antrean;

/** A writer whose writes end when the test says so. */
function held() {
  const written: (readonly [number, string | null])[][] = [];
  const errors: unknown[] = [];
  let end: (error?: Error) => void = () => undefined;
  const writer = createAntreanWriter({
    write: (places) => {
      written.push([...places].map(([pull, place]) => [pull, place?.judul ?? null]));
      return new Promise((resolve, reject) => {
        end = (error) => (error === undefined ? resolve() : reject(error));
      });
    },
    onError: (error) => errors.push(error),
    retryAfter: 1,
  });
  return { writer, written, errors, end: (error?: Error) => end(error) };
}

it('what comes during a write is written together after it, each item as it was last', async () => {
  const { writer, written, end } = held();
  writer.put(1, item(1, 'satu'));
  writer.put(2, item(2, 'dua'));
  writer.put(3, item(3, 'tiga'));
  writer.put(2, item(2, 'dua lagi'));
  writer.put(1, null);
  end();
  await vi.waitFor(() => expect(written).toHaveLength(2));
  end();
  await writer.idle();
  expect(written).toEqual([
    [[1, 'satu']],
    [
      [2, 'dua lagi'],
      [3, 'tiga'],
      [1, null],
    ],
  ]);
});

it('what could not be written is tried again, without what became newer meanwhile', async () => {
  const { writer, written, errors, end } = held();
  writer.put(1, item(1, 'lama'));
  end(new Error('502'));
  writer.put(1, item(1, 'baru'));
  await vi.waitFor(() => expect(written).toHaveLength(2));
  end(new Error('502'));
  await vi.waitFor(() => expect(written).toHaveLength(3));
  end();
  await writer.idle();
  expect(written).toEqual([[[1, 'lama']], [[1, 'baru']], [[1, 'baru']]]);
  expect(errors).toHaveLength(2);
});

it('once stopped it ends the write under way and tries nothing again', async () => {
  const { writer, written, end } = held();
  writer.put(1, item(1, 'satu'));
  const stopped = writer.stop();
  end(new Error('502'));
  await stopped;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(written).toHaveLength(1);
});

/** A writer whose writes take this long, in ms; when each began, and the one before it had ended. */
function slow(takes: number) {
  const rests: number[] = [];
  let ended = performance.now();
  const writer = createAntreanWriter({
    write: async () => {
      rests.push(performance.now() - ended);
      await new Promise((resolve) => setTimeout(resolve, takes));
      ended = performance.now();
    },
    onError: () => undefined,
  });
  return { writer, rests };
}

it('between two writes passes four times what one took', async () => {
  const { writer, rests } = slow(30);
  for (const pull of [1, 2, 3]) {
    writer.put(pull, item(pull, 'x'));
    await writer.tried();
  }
  await writer.idle();
  expect(rests).toHaveLength(3);
  for (const rest of rests.slice(1)) expect(rest).toBeGreaterThan(4 * 25);
});

it('once stopped it does not wait, and what was put is written', async () => {
  const { writer, rests } = slow(500);
  writer.put(1, item(1, 'satu'));
  writer.put(2, item(2, 'dua'));
  await new Promise((resolve) => setTimeout(resolve, 600));
  await writer.stop();
  expect(rests).toHaveLength(2);
  expect(rests[1]).toBeLessThan(1500);
});
