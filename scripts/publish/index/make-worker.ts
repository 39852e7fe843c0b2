/** A thread that makes items, batch by batch, for `makeMany`. */
import { workerData } from 'node:worker_threads';
import { fromDirectory } from './from-directory.ts';
import type { Answer, Task } from './make-many.ts';
import type { Published } from './publication.ts';
import { makePublished } from './write-published.ts';

const { port, bell, root, base } = workerData as Task;
const source = { base, readTree: fromDirectory(root) };

port.on('message', (some: readonly Published[]) => {
  port.postMessage(answerTo(some));
  Atomics.add(bell, 0, 1);
  Atomics.notify(bell, 0);
});

function answerTo(some: readonly Published[]): Answer {
  try {
    return { made: some.map((one) => makePublished(one, source)) };
  } catch (failure) {
    return { failure };
  }
}
