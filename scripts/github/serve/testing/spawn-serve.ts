/** `paraf serve` as a process of its own, beside a newsroom's server. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appNumber } from '../../../local/accounts.ts';
import type { Newsroom } from '../../testing/newsroom.ts';

export const program = fileURLToPath(new URL('../../../cli.ts', import.meta.url));

export interface ServeProcess {
  readonly child: ChildProcess;
  readonly address: string;
  /** Everything that it said. */
  output(): string;
  /** Resolves with its exit code, null where it was killed. */
  gone(): Promise<number | null>;
}

/** Starts the command; resolves once it takes deliveries. */
export async function spawnServe(room: Newsroom, dataDir: string, secret: string): Promise<ServeProcess> {
  const key = join(room.dataDir, 'kunci.pem');
  writeFileSync(key, room.server.store.appKey.pem());
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, 'serve'], {
    env: {
      ...process.env,
      GITHUB_API_URL: `${room.url}/api/v3`,
      GITHUB_REPOSITORY: 'diskominfo/portal',
      PARAF_APP_ID: String(appNumber),
      PARAF_APP_KEY_FILE: key,
      PARAF_WEBHOOK_SECRET: secret,
      PARAF_DATA: dataDir,
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  let text = '';
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      text += chunk.toString();
      const found = /siap di (http:\S+);/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', hear);
    void ended.then(() => reject(new Error(`not ready:\n${text}`)));
  });
  return { child, address, output: () => text, gone: () => ended };
}
