/**
 * How soon somebody who works on the pages in a checkout of a large archive sees something: `astro dev` until it is
 * ready, then the front page, the oldest item's and its month's, and the front page once more. First with nothing kept
 * of an earlier start, then started again. Usage: node scripts/run.mjs bench/dev.ts [sizes]
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { urlOf } from '../content/schema/collections.ts';
import { openArchive } from './corpus/archive.ts';
import { articleAt, folderOf, repository } from './corpus/article.ts';
import { seconds } from './measure.ts';
import { sizesOf, tell } from './rows.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
for (const size of sizesOf(process.argv[2])) {
  // A checkout lies on a disk, not in memory.
  const folder = mkdtempSync(join(tmpdir(), 'paraf-bench-dev-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { repoDir } = await openArchive(size, folder);
  const checkout = join(folder, 'salinan');
  const cloned = spawnSync('git', ['clone', '--quiet', '--shared', repoDir, checkout], { encoding: 'utf8' });
  if (cloned.status !== 0) throw new Error(cloned.stderr);
  symlinkSync(join(repository, 'node_modules'), join(checkout, 'node_modules'), 'junction');
  const oldest = urlOf(folderOf(articleAt(0, size)));
  for (const what of ['the first time', 'again']) {
    const { ready, pages } = await develop(checkout, ['/', oldest, posix.join(oldest, '../'), '/']);
    tell({ what: `\`astro dev\` ${what}: ready`, size, value: seconds(ready) });
    tell({
      what: `\`astro dev\` ${what}: front, oldest item, its month, front`,
      size,
      value: pages.map(seconds).join(', '),
    });
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Starts the development server of a checkout, asks for pages one after the other, and ends it. */
async function develop(checkout: string, addresses: readonly string[]) {
  const port = await freePort();
  const begin = performance.now();
  const server = spawn(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'dev', '--root', 'site', '--port', String(port)],
    { cwd: checkout, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const end = () => server.kill();
  process.on('exit', end);
  try {
    await said(server, 'ready in');
    const ready = (performance.now() - begin) / 1000;
    const pages: number[] = [];
    for (const address of addresses) pages.push(await ask(`http://localhost:${port}${address}`));
    return { ready, pages };
  } finally {
    server.kill();
    await once(server, 'close');
    process.off('exit', end);
  }
}

/** Resolves when a program has said something. */
function said(program: ChildProcess, words: string): Promise<void> {
  let output = '';
  return new Promise((done, failed) => {
    for (const stream of [program.stdout!, program.stderr!])
      stream.on('data', (bytes: Buffer) => {
        output += bytes.toString();
        if (output.includes(words)) done();
      });
    program.on('close', () => failed(new Error(`astro dev ended: ${output}`)));
  });
}

/** @returns seconds until the page was there */
async function ask(address: string): Promise<number> {
  const begin = performance.now();
  const answer = await fetch(address);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${text.slice(0, 500)}`);
  return (performance.now() - begin) / 1000;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
