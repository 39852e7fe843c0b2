/** `npm start`: the whole of Paraf on this machine. Environment: PORT, PARAF_DATA, PARAF_CLOCK (README). */
import { resolve } from 'node:path';
import { demoAccounts } from './local/accounts.ts';
import { parseInstant } from './local/clock.ts';
import { StartFault } from './local/start-fault.ts';
import { start } from './local/start.ts';

const checkout = resolve(import.meta.dirname, '..');

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 4321;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new StartFault(`PORT=${text} bukan nomor port. Pakai angka 1 sampai 65535, misalnya PORT=4321.`);
}

function readClock(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const at = parseInstant(text);
  if (at !== undefined) return at;
  throw new StartFault(
    `PARAF_CLOCK=${text} bukan waktu dengan zona. Tulis seperti PARAF_CLOCK=2026-11-02T08:00:00+07:00.`,
  );
}

try {
  const begin = performance.now();
  const running = await start({
    checkout,
    dataDir: resolve(process.env['PARAF_DATA'] ?? '.paraf'),
    port: readPort(process.env['PORT']),
    startAt: readClock(process.env['PARAF_CLOCK']),
    log: (line) => console.log(line),
  });
  const { origin } = running;
  const width = Math.max(...demoAccounts.map(({ login }) => login.length));
  console.log(`
Paraf siap (${((performance.now() - begin) / 1000).toFixed(1)} detik).

  Portal        ${origin}/
  Ruang tulis   ${origin}/admin/
  Meja periksa  ${origin}/meja/
  API           ${origin}/api/v3

Masuk sebagai salah satu akun contoh; token untuk API: demo-<akun>.

${demoAccounts.map(({ login, name }) => `  ${login.padEnd(width)}  ${name}`).join('\n')}

Hentikan dengan Ctrl+C. Semuanya tersimpan dan dilanjutkan pada npm start berikutnya.
`);
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      void running.stop().finally(() => process.exit(0));
    });
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(3);
}
