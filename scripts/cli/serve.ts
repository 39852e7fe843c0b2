import { resolve } from 'node:path';
import type { Command } from 'commander';
import { AppKeyError } from '../github/app.ts';
import { statusOf } from '../github/read/client.ts';
import { startServing, type Served } from '../github/serve/serve.ts';
import { textOf } from '../github/serve/service.ts';
import { readServeSettings } from '../github/serve/settings.ts';
import { exitCodes, wrongUse } from './exit.ts';
import { root } from './root.ts';
import { untilStopped } from './until-stopped.ts';

interface Options {
  readonly data: string;
  readonly portal?: boolean;
  readonly git?: string;
}

/** `paraf serve`: the gate as a service that GitHub's webhooks set off. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('menjalankan gerbang sebagai layanan yang digerakkan webhook GitHub')
    .option('--data <folder>', 'folder catatan layanan ini', process.env['PARAF_DATA'] ?? '.paraf')
    .option('--portal', 'sekaligus menerbitkan portal di mesin ini, ke <folder>/site/kini')
    .option('--git <alamat>', 'repositori yang disalin untuk --portal, bila lain dari yang di GitHub')
    .action(run);
}

async function run({ data, portal, git }: Options): Promise<void> {
  const settings = readServeSettings(process.env);
  if (!settings.ok) return wrongUse(`paraf serve belum dapat dijalankan:\n${settings.faults.join('\n')}`);
  const { repository, baseUrl } = settings.value;
  const log = (line: string) => process.stdout.write(`${new Date().toISOString()} ${line}\n`);
  let served: Served;
  try {
    served = await startServing({
      ...settings.value,
      dataDir: resolve(data),
      portal: portal === true ? { source: git ?? null, modules: resolve(root, 'node_modules') } : null,
      now: () => new Date().toISOString(),
      log,
    });
  } catch (error) {
    process.stderr.write(`${explain(error, `${repository.owner}/${repository.repo}`, baseUrl)}\n`);
    process.exitCode = error instanceof AppKeyError ? exitCodes.wrongUse : exitCodes.ioFailed;
    return;
  }
  log(`Gerbang Paraf siap di ${served.address}; webhook diterima di /webhook.`);
  await untilStopped();
  log('Menyelesaikan yang sedang berjalan, lalu berhenti …');
  await served.stop();
  log('Berhenti.');
  // Whatever else still holds on, such as a connection of git, has no more work for us.
  process.exit(exitCodes.done);
}

function explain(error: unknown, repository: string, baseUrl: string): string {
  if (error instanceof AppKeyError) return error.message;
  const status = statusOf(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return 'Port itu sedang dipakai program lain. Hentikan program itu, atau pilih port lain lewat PORT.';
  if (code === 'EACCES')
    return 'Port itu tidak boleh dipakai oleh akun ini. Pilih nomor di atas 1023 lewat PORT.';
  if (status === 401)
    return `${new URL(baseUrl).host} tidak mengenal aplikasi ini (401). Periksa PARAF_APP_ID dan kuncinya: keduanya harus dari GitHub App yang sama.`;
  if (status === 404)
    return `Aplikasi Paraf belum dipasang pada ${repository} (404). Pasang lewat halaman GitHub App, atau periksa GITHUB_REPOSITORY.`;
  return `Layanan tidak dapat dimulai: ${textOf(error)}. Periksa sambungan ke ${new URL(baseUrl).host}, lalu ulangi.`;
}
