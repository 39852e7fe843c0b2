/** `npm start`: the whole of Paraf on this machine. Environment: PORT, PARAF_DATA, PARAF_CLOCK (README). */
import { resolve } from 'node:path';
import { exitCodes } from './cli/exit.ts';
import { demoAccounts } from './local/accounts.ts';
import { parseInstant } from './local/clock.ts';
import { StartFault } from './local/start-fault.ts';
import { start, type Started } from './local/start.ts';

const checkout = resolve(import.meta.dirname, '..');

/** Ends because of a setting that cannot be meant. */
function wrongUse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(exitCodes.wrongUse);
}

/** Ends with what happened: in words where it was foreseen, else with the technical part after the words. */
function fail(error: unknown): never {
  process.stderr.write(
    error instanceof StartFault
      ? `${error.message}\n`
      : 'Paraf berhenti karena kesalahan yang tidak diduga. Yang sudah tersimpan tidak hilang: jalankan npm start ' +
          'lagi. Bila terulang, kirim bagian teknis di bawah ini kepada pengelola sistem.\n\n' +
          `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(exitCodes.ioFailed);
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 4321;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port < 65_536) return port;
  return wrongUse(`PORT=${text} bukan nomor port. Pakai angka 1 sampai 65535, misalnya PORT=4321.`);
}

function readClock(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const at = parseInstant(text);
  if (at !== undefined) return at;
  return wrongUse(
    `PARAF_CLOCK=${text} bukan waktu dengan zona. Tulis seperti PARAF_CLOCK=2026-11-02T08:00:00+07:00.`,
  );
}

const ending = new AbortController();
let running: Started | undefined;
let endedAt: number | undefined;

/** Ctrl+C, or the system's wish that this ends. */
function end(): void {
  // One Ctrl+C can arrive twice: from the terminal, and passed on by the launcher.
  if (endedAt !== undefined && performance.now() - endedAt < 1000) return;
  // Whoever asks again does not want to wait. What is half done is put right at the next start.
  if (endedAt !== undefined || running === undefined) process.exitCode = 130;
  const isImpatient = endedAt !== undefined;
  endedAt = performance.now();
  ending.abort();
  if (running === undefined) {
    process.stdout.write('\nDihentikan sebelum siap. npm start berikutnya melanjutkan atau mengulanginya.\n');
    process.exit();
  }
  if (isImpatient) process.exit();
  running.stop().then(() => {
    process.stdout.write('\nParaf berhenti.\n');
    process.exit();
  }, fail);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
process.on('uncaughtException', fail);

try {
  const begin = performance.now();
  running = await start({
    checkout,
    dataDir: resolve(process.env['PARAF_DATA'] || '.paraf'),
    port: readPort(process.env['PORT']),
    startAt: readClock(process.env['PARAF_CLOCK']),
    log: (line) => console.log(line),
    signal: ending.signal,
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
} catch (error) {
  fail(error);
}
