import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { currentSite } from '../scripts/publish/deploy.ts';
import { sendSite } from '../scripts/publish/send.ts';
import { repository } from './corpus/article.ts';
import { bytesText, ownProgram } from './measure.ts';

/**
 * Sends the portal that is shown to a web server, which is this machine behind a line that counts, and says what went
 * over it.
 */
export function senderOf(folder: string, dataDir: string): () => Promise<string> {
  if (spawnSync('rsync', ['--version']).error !== undefined)
    return () => Promise.resolve('not run: no rsync here');
  const count = join(folder, 'terkirim');
  const path = join(folder, 'peladen');
  mkdirSync(path);
  const { command, args } = ownProgram(join(repository, 'bench/counting-shell.ts'), count);
  return async () => {
    rmSync(count, { force: true });
    const begin = performance.now();
    const site = currentSite(dataDir);
    if (site === null) throw new Error('nothing is published');
    await sendSite(site, { host: 'paraf@peladen', path, shell: [command, ...args] });
    const took = (performance.now() - begin) / 1000;
    const lines = readFileSync(count, 'utf8').trim().split('\n');
    const sum = (place: number) => lines.reduce((whole, line) => whole + Number(line.split(' ')[place]), 0);
    return `${bytesText(sum(0))} there, ${bytesText(sum(1))} back, ${took.toFixed(1)} s`;
  };
}
