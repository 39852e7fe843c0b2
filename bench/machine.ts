import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { repository } from './corpus/article.ts';

/** On what, with what and when something is measured. */
export interface Surroundings {
  readonly text: string;
  /** Averages of the last 1, 5 and 15 minutes. */
  readonly load: string;
}

export function surroundings(): Surroundings {
  const [first] = cpus();
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  const machine = `${cpus().length} × ${first?.model.trim() || 'unknown processor'}, ${memory}, ${platform()} ${release()}`;
  const versions = [
    `Node ${process.versions.node}`,
    `Git ${said('git', '--version')}`,
    `Astro ${installed('astro')}`,
    `Pagefind ${installed('pagefind')}`,
    `rsync ${said('rsync', '--version')}`,
  ].join(', ');
  const load = loadavg()
    .map((average) => average.toFixed(1))
    .join(', ');
  return { text: `${new Date().toISOString().slice(0, 16)}Z, on ${machine}. ${versions}.`, load };
}

/** The version in the first line that a program says of itself. */
function said(program: string, argument: string): string {
  const { stdout, error } = spawnSync(program, [argument], { encoding: 'utf8' });
  return error === undefined ? (/\d+(\.\d+)+/.exec(stdout)?.[0] ?? '?') : 'is not here';
}

function installed(name: string): string {
  const file = join(repository, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
