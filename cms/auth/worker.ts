import { textAnswer } from './answers.ts';
import { handle } from './handle.ts';
import { createMemory } from './memory.ts';
import { readAuthSettings } from './settings.ts';

/** Each instance remembers for itself: what must not be used twice, GitHub (the code) and the browser (the cookie) forget. */
const memory = createMemory();

/** The sign-in server as a Worker: bundle this file. Settings are its variables and secrets (settings.ts names them). */
export default {
  async fetch(request: Request, variables: Readonly<Record<string, unknown>>): Promise<Response> {
    const settings = readAuthSettings(variables);
    if (!settings.ok) {
      for (const fault of settings.faults) console.error(fault);
      return textAnswer(
        'Server masuk belum diatur. Pengelola sistem menemukan sebabnya di catatan server ini.',
        500,
      );
    }
    return handle(request, {
      settings: settings.value,
      memory,
      address: request.headers.get('CF-Connecting-IP') ?? '',
      now: Date.now,
      log: (line) => console.log(line),
    });
  },
};
