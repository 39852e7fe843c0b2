/** Runs the command line as an office does, and tells what came of it. */
import { execFile } from 'node:child_process';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export function paraf(...args: string[]): Promise<Outcome> {
  return parafWith({}, ...args);
}

/** With variables of the environment beside those that are there. */
export function parafWith(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Outcome> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['scripts/cli.ts', ...args],
      { env: { ...process.env, ...env }, maxBuffer: 2 ** 26 },
      (error, out, err) => {
        done({ code: error === null ? 0 : Number(error.code), out, err });
      },
    );
  });
}
