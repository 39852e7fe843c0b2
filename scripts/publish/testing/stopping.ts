/** A process that publishes until a point, says so, and waits to be killed there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publish } from '../publish.ts';
import { fakeBuild, pagesBy } from './fake-pages.ts';

const [, , repoDir = '', dataDir = '', point = ''] = process.argv;

function wait(): Promise<never> {
  process.stdout.write('sampai di sini\n');
  setInterval(() => undefined, 1000);
  return new Promise(() => undefined);
}

await publish({
  repoDir,
  dataDir,
  modules: '/tidak-dipakai',
  now: () => '2026-11-02T08:00:00+07:00',
  pages: pagesBy(async (job) => {
    if (point !== 'membangun') return fakeBuild(job);
    mkdirSync(job.outDir, { recursive: true });
    writeFileSync(join(job.outDir, 'index.html'), 'setengah jadi');
    return wait();
  }),
  onLive: wait,
});
