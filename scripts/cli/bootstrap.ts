import type { Command } from 'commander';
import { bootstrap } from '../github/bootstrap.ts';
import { createClient } from '../github/client.ts';
import { statusOf } from '../github/read/client.ts';
import { exitCodes, wrongUse } from './exit.ts';

/** `paraf bootstrap`: records the system of a fresh repository, once. */
export function addBootstrap(program: Command): void {
  program
    .command('bootstrap')
    .description('mencatat sistem pertama sebuah repositori baru, sekali saja')
    .action(run);
}

async function run(): Promise<void> {
  const { GITHUB_API_URL: baseUrl, GITHUB_REPOSITORY: name, GITHUB_TOKEN: token } = process.env;
  const [owner, repo] = (name ?? '').split('/');
  if (!baseUrl || !owner || !repo || !token)
    return wrongUse(
      'paraf bootstrap memerlukan GITHUB_API_URL, GITHUB_REPOSITORY (pemilik/nama), dan GITHUB_TOKEN milik aplikasi Paraf.',
    );
  const client = createClient({ baseUrl, token, isPaced: false });
  try {
    const { commit, sidik } = await bootstrap(client, { owner, repo }, new Date().toISOString());
    process.stdout.write(`Sistem tercatat: commit ${commit}, sidik ${sidik}.\n`);
  } catch (error) {
    process.stderr.write(
      `Sistem belum tercatat di ${owner}/${repo} (${statusOf(error) ?? 'tanpa jawaban'}): ${error instanceof Error ? error.message : String(error)}. Periksa alamat, nama repositori, dan apakah token ini milik aplikasi yang boleh menulis cabang paraf.\n`,
    );
    process.exitCode = exitCodes.ioFailed;
  }
}
