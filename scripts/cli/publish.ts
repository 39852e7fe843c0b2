import { resolve } from 'node:path';
import type { Command } from 'commander';
import { BuildError } from '../publish/build.ts';
import { GitError } from '../publish/git.ts';
import { LockedError } from '../publish/lock.ts';
import { publish } from '../publish/publish.ts';
import { followPortal } from '../publish/search/follow.ts';
import { VerifyError } from '../publish/verify.ts';
import { exitCodes, wrongUse } from './exit.ts';
import { badMoment, isMoment } from './moment.ts';
import { root } from './root.ts';

interface Options {
  readonly repo: string;
  readonly data: string;
  readonly now?: string;
  readonly site?: string;
  readonly json?: boolean;
  readonly cari: boolean;
}

/** `paraf publish`: builds the portal of what the ledger says is approved, and shows it by one switch. */
export function addPublish(program: Command): void {
  program
    .command('publish')
    .description('menerbitkan portal dari yang tercatat disetujui')
    .option('--repo <folder>', 'repositori Git yang memuat main dan paraf', '.paraf/portal.git')
    .option('--data <folder>', 'folder portal', process.env['PARAF_DATA'] ?? '.paraf')
    .option('--now <waktu>', 'saat ini, ISO 8601 dengan zona')
    .option('--site <alamat>', 'alamat publik, bila lain dari content/situs.yml')
    .option('--json', 'hasilnya sebagai JSON')
    .option('--no-cari', 'indeks pencarian tidak ikut dimutakhirkan')
    .action(run);
}

async function run({ repo, data, now, site, json, cari }: Options): Promise<void> {
  if (now !== undefined && !isMoment(now)) return wrongUse(badMoment(now));
  if (site !== undefined && !URL.canParse(site))
    return wrongUse(`Alamat ${site} tidak terbaca. Tulis lengkap, misalnya https://portal.contoh.go.id.`);
  try {
    const { hash, isSwitched, live, findings } = await publish({
      repoDir: resolve(repo),
      dataDir: resolve(data),
      modules: resolve(root, 'node_modules'),
      now: () => now ?? new Date().toISOString(),
      site,
      onProgress: (line) => process.stderr.write(`${line}\n`),
    });
    for (const { message } of findings) process.stderr.write(`${message}\n`);
    process.stdout.write(
      json === true
        ? `${JSON.stringify({ hash, isSwitched, live, findings })}\n`
        : `${live} butir tayang (portal ${hash}).\n`,
    );
    if (findings.length > 0) process.exitCode = exitCodes.findings;
    if (cari) await follow(resolve(data));
  } catch (error) {
    if (!(
      error instanceof VerifyError ||
      error instanceof BuildError ||
      error instanceof LockedError ||
      error instanceof GitError
    ))
      throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = exitCodes.ioFailed;
  }
}

/** The portal is shown whatever becomes of its search: a failure is told, and the next publication tries again. */
async function follow(dataDir: string): Promise<void> {
  try {
    process.stderr.write(`${await followPortal({ dataDir })}\n`);
  } catch (error) {
    process.stderr.write(
      `Portal sudah tayang, tetapi indeks pencariannya masih yang lama: ${error instanceof Error ? error.message : String(error)}\n` +
        'Ulangi dengan “npm run -s paraf -- cari”.\n',
    );
    process.exitCode = exitCodes.findings;
  }
}
