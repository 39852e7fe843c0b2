/** Starts git for a server (starter.ts), and ends with it: without whoever asks, nothing keeps it. */
import { runGit } from './command.ts';
import type { Answer, Question } from './starter.ts';

/** Whoever asked may be gone meanwhile, and then nobody misses the answer. */
const answer = (value: Answer) => {
  if (process.connected) process.send?.(value, undefined, undefined, () => undefined);
};

process.on('message', ({ id, directory, args, input }: Question) => {
  runGit(directory, args, input).then(
    (output) => answer({ id, output }),
    (fault: unknown) => answer({ id, fault: fault instanceof Error ? fault.message : String(fault) }),
  );
});
// Ctrl+C reaches everybody at the terminal: the server ends in order, and needs git for that.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
answer('siap');
