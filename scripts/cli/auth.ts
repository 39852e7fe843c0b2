import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Command } from 'commander';
import { handle } from '../../cms/auth/handle.ts';
import { createMemory } from '../../cms/auth/memory.ts';
import { readAuthSettings } from '../../cms/auth/settings.ts';
import { exitCodes, wrongUse } from './exit.ts';
import { untilStopped } from './until-stopped.ts';

/** `paraf auth`: the sign-in server of Decap and Meja, on a server of one's own. */
export function addAuth(program: Command): void {
  program
    .command('auth')
    .description('menjalankan server masuk untuk Ruang tulis dan Meja')
    .option('--proksi', 'alamat peminta diambil dari X-Forwarded-For milik proksi di depannya')
    .action(run);
}

async function run({ proksi }: { readonly proksi?: boolean }): Promise<void> {
  const settings = readAuthSettings(process.env);
  const port = Number(process.env['PORT'] || '8081');
  const faults = settings.ok ? [] : [...settings.faults];
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    faults.push(
      `PORT=${process.env['PORT']} bukan nomor port. Pakai angka 1 sampai 65535, misalnya PORT=8081.`,
    );
  if (!settings.ok || faults.length > 0)
    return wrongUse(`paraf auth belum dapat dijalankan:\n${faults.join('\n')}`);

  const hostname = process.env['HOST'] || '127.0.0.1';
  const memory = createMemory();
  const log = (line: string) => process.stdout.write(`${new Date().toISOString()} ${line}\n`);
  const http = serve({
    port,
    hostname,
    fetch: async (request, { incoming }) => {
      const address = addressOf(request, incoming as IncomingMessage, proksi === true);
      try {
        return await handle(request, { settings: settings.value, memory, address, now: Date.now, log });
      } catch (error) {
        // Its message may hold what a person sent.
        log(
          `Permintaan gagal karena kesalahan program: ${error instanceof Error ? error.name : 'tidak dikenal'}.`,
        );
        return new Response('Server masuk gagal. Coba lagi sebentar lagi.\n', { status: 500 });
      }
    },
  });
  const fault = await new Promise<NodeJS.ErrnoException | null>((done) => {
    http.once('error', done);
    http.once('listening', () => done(null));
  });
  if (fault !== null) {
    process.stderr.write(
      `Port ${port} tidak dapat dipakai (${fault.code}). Hentikan program yang memakainya, atau pilih port lain lewat PORT.\n`,
    );
    process.exitCode = exitCodes.ioFailed;
    return;
  }
  log(`Server masuk Paraf siap di http://${hostname}:${(http.address() as AddressInfo).port}.`);
  await untilStopped();
  const cut = setTimeout(() => 'closeAllConnections' in http && http.closeAllConnections(), 3000);
  await new Promise((resolve) => http.close(resolve));
  clearTimeout(cut);
  log('Berhenti.');
}

/** Behind a proxy of ours, the last name on its list is the one that it saw itself. */
function addressOf(request: Request, incoming: IncomingMessage, isBehindProxy: boolean): string {
  const forwarded = isBehindProxy
    ? request.headers.get('X-Forwarded-For')?.split(',').at(-1)?.trim()
    : undefined;
  return forwarded || (incoming.socket.remoteAddress ?? '');
}
