import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** A person at a terminal. */
export interface Terminal {
  ask(question: string): Promise<string>;
  /** What is typed is not shown. */
  askSecret(question: string): Promise<string>;
  /** Anything but a clear yes is a no. */
  confirm(question: string): Promise<boolean>;
}

/** The terminal that this program runs in; null where there is none to answer. */
export function openTerminal(): Terminal | null {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return null;
  const ask = async (question: string, isShown = true) => {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    const output = isShown ? process.stdout : nowhere;
    const lines = createInterface({ input: process.stdin, output, terminal: true });
    if (!isShown) process.stdout.write(`${question} `);
    try {
      return (await lines.question(isShown ? `${question} ` : '')).trim();
    } finally {
      lines.close();
      if (!isShown) process.stdout.write('\n');
    }
  };
  return {
    ask,
    askSecret: (question) => ask(question, false),
    confirm: async (question) => /^(y|ya)$/i.test(await ask(`${question} [y/T]`)),
  };
}
