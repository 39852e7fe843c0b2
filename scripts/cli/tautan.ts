import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { checkOuterLinks } from '../check/tautan-luar.ts';
import { checkTautan } from '../check/tautan.ts';
import { currentSite } from '../publish/deploy.ts';
import { exitCodes, wrongUse } from './exit.ts';

interface Options {
  readonly data: string;
  readonly dasar: string;
  readonly luar?: boolean;
}

/** `paraf tautan [folder]`: broken links and public information that is out of date; meant to be run every night. */
export function addTautan(program: Command): void {
  program
    .command('tautan')
    .description('melaporkan tautan putus dan informasi publik yang perlu diperbarui')
    .argument('[folder]', 'folder portal yang sudah jadi; tanpa ini, yang sedang tayang')
    .option('--data <folder>', 'folder portal', process.env['PARAF_DATA'] ?? '.paraf')
    .option('--dasar <alamat>', 'folder portal pada hostnya, misalnya /portal/', '/')
    .option('--luar', 'tanya juga situs lain yang ditautkan: mana yang sudah tidak ada (perlu jaringan)')
    .action(async (folder: string | undefined, { data, dasar, luar }: Options) => {
      const site = folder === undefined ? currentSite(resolve(data)) : resolve(folder);
      if (site === null || !existsSync(join(site, 'index.html')))
        return wrongUse(
          `Tidak ada portal yang sudah jadi di ${folder ?? data}. Terbitkan dahulu, atau sebutkan foldernya.`,
        );
      const { halaman, tautan, putus, basi, luar: links } = checkTautan(site, dasar);
      const outer = luar === true ? await checkOuterLinks(links) : null;
      for (const line of [...putus, ...basi, ...(outer?.putus ?? [])]) process.stderr.write(`${line}\n`);
      process.stdout.write(
        `${halaman} halaman, ${tautan} tautan: ${putus.length} putus; ${basi.length} informasi perlu diperbarui.\n`,
      );
      if (outer !== null)
        process.stdout.write(
          `${outer.ditanya} tautan ke situs lain: ${outer.putus.length} sudah tidak ada, ${outer.belumPasti} belum pasti.\n`,
        );
      if (putus.length + basi.length + (outer?.putus.length ?? 0) > 0) process.exitCode = exitCodes.findings;
    });
}
