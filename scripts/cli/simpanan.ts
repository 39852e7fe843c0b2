import { existsSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { statusOf } from '../github/read/client.ts';
import { openGit } from '../publish/git.ts';
import { download } from '../publish/last/download.ts';
import { LastFault } from '../publish/last/fault.ts';
import { findLast } from '../publish/last/find.ts';
import { pack } from '../publish/last/pack.ts';
import { restore } from '../publish/last/restore.ts';
import { withApi } from './api.ts';
import { exitCodes, wrongUse } from './exit.ts';

interface Taking {
  readonly repo: string;
  readonly data: string;
  readonly hanyaGambar?: boolean;
}

interface Keeping {
  readonly data: string;
  readonly out: string;
}

/** `paraf simpanan`: what the workflow `publish` keeps of a publication for the next one. */
export function addSimpanan(program: Command): void {
  const command = program
    .command('simpanan')
    .description(
      'menyimpan keadaan penerbitan bagi penerbitan berikutnya, dan mengambilnya (alur kerja publish)',
    );
  command
    .command('ambil')
    .description('mengambil simpanan terakhir dari GitHub, memeriksanya, dan menaruhnya di folder portal')
    .requiredOption('--repo <folder>', 'repositori Git yang memuat main dan paraf')
    .requiredOption('--data <folder>', 'folder portal; masih kosong')
    .option('--hanya-gambar', 'gambar yang sudah dibuat saja, selebihnya dibuat lagi')
    .action(take);
  command
    .command('simpan')
    .description('menyimpan keadaan sesudah terbit dalam satu berkas')
    .requiredOption('--data <folder>', 'folder portal')
    .requiredOption('--out <berkas>', 'berkas simpanan')
    .action(keep);
}

/** Ends with 1 where something was kept and is not relied on; nothing of it is left then. */
async function take({ repo, data, hanyaGambar: onlyPictures = false }: Taking): Promise<void> {
  const dataDir = resolve(data);
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    return wrongUse(`Folder ${data} sudah berisi. Simpanan hanya ditaruh di folder yang kosong.`);
  const git = openGit(resolve(repo));
  const file = `${dataDir}.simpanan`;
  await withApi('paraf simpanan ambil', async (client, repository) => {
    try {
      const found = await findLast(client, repository, git);
      if (found === null) return say('Belum ada simpanan yang dapat dipakai: seluruh portal dibuat lagi.');
      await download(client, repository, found, file);
      const { portal, siteFiles } = await restore(git, file, { dataDir, onlyPictures });
      say(
        onlyPictures
          ? 'Gambar dari simpanan terakhir dipakai; seluruh portal dibuat lagi.'
          : `Simpanan terakhir dipakai: portal ${portal}, ${siteFiles} berkas, cocok dengan daftarnya.`,
      );
    } catch (error) {
      // What GitHub answers itself is told as everywhere.
      if (!(error instanceof Error) || statusOf(error) !== undefined) throw error;
      say(`Simpanan terakhir ditolak dan dihapus. ${error.message} Seluruh portal dibuat lagi.`);
      process.exitCode = exitCodes.findings;
    } finally {
      rmSync(file, { force: true });
    }
  });
}

async function keep({ data, out }: Keeping): Promise<void> {
  try {
    const { portal, files, bytes } = await pack(resolve(data), resolve(out));
    say(`Portal ${portal} disimpan: ${files} berkas, ${(bytes / 1e6).toFixed(1)} MB.`);
  } catch (error) {
    if (!(error instanceof LastFault)) throw error;
    say(`Tidak ada yang disimpan. ${error.message} Penerbitan berikutnya membuat semuanya lagi.`);
    process.exitCode = exitCodes.findings;
  }
}

const say = (line: string) => void process.stderr.write(`${line}\n`);
