/**
 * One publication as a process of its own, for `bench/publication.ts`: node bench/publish-once.ts <repository> <data
 * folder> <now>. What it is asked to do stands here alone.
 */
import { resolve } from 'node:path';
import { publish } from '../scripts/publish/publish.ts';

const [repoDir, dataDir, now] = process.argv.slice(2);
if (repoDir === undefined || dataDir === undefined || now === undefined) process.exit(2);
const phases: [at: number, line: string][] = [];
const { isSwitched, isWhole, live, findings } = await publish({
  repoDir,
  dataDir,
  modules: resolve(import.meta.dirname, '../node_modules'),
  now: () => now,
  // As in production, where pull requests hear that they are live.
  onLive: async () => undefined,
  onProgress: (line) => phases.push([performance.now() / 1000, line]),
});
console.log(JSON.stringify({ isSwitched, isWhole, live, findings, phases }));
