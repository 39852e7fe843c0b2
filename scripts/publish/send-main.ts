/**
 * `node scripts/publish/send-main.ts <folder> [teliti]`: sends a finished portal to the office's web server; with
 * `teliti` the server also reads all that it shows. Needs Node, rsync and ssh alone, for it holds the server's key: no
 * library comes near it. Environment: PARAF_SERVER (akun@nama), PARAF_SERVER_PATH (folder), PARAF_SERVER_PORT,
 * PARAF_SERVER_KEY (private key), PARAF_SERVER_HOST_KEYS (lines of known_hosts).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendError, sendSite } from './send.ts';

const { PARAF_SERVER, PARAF_SERVER_PATH, PARAF_SERVER_KEY, PARAF_SERVER_HOST_KEYS } = process.env;
const port = process.env['PARAF_SERVER_PORT'] || '22';
const [folder = '', ...rest] = process.argv.slice(2);
const isThorough = rest.shift() === 'teliti';
const isUnderstood = rest.length === 0 && (isThorough || process.argv.length <= 3);

const missing = Object.entries({ PARAF_SERVER, PARAF_SERVER_PATH, PARAF_SERVER_KEY, PARAF_SERVER_HOST_KEYS })
  .filter(([, value]) => !value)
  .map(([name]) => name);
if (folder === '' || !isUnderstood || missing.length > 0 || !/^\d{1,5}$/.test(port)) {
  process.stderr.write(
    `Pengiriman belum dapat dimulai: sebutkan folder portal, dan isi ${missing.length > 0 ? missing.join(', ') : 'PARAF_SERVER_PORT dengan angka'} pada lingkungan “peladen”.\n`,
  );
  process.exit(2);
}

const secrets = mkdtempSync(join(tmpdir(), 'paraf-kirim-'));
const keep = (name: string, text: string) => {
  writeFileSync(join(secrets, name), `${text.trim()}\n`, { mode: 0o600 });
  return join(secrets, name);
};
try {
  const target = {
    host: PARAF_SERVER!,
    path: PARAF_SERVER_PATH!,
    shell: [
      'ssh',
      ...['-i', keep('kunci', PARAF_SERVER_KEY!)],
      ...['-p', port],
      ...['-o', 'BatchMode=yes', '-o', 'IdentitiesOnly=yes'],
      // Only a server whose key the office wrote down itself.
      ...['-o', 'StrictHostKeyChecking=yes'],
      ...['-o', `UserKnownHostsFile=${keep('peladen', PARAF_SERVER_HOST_KEYS!)}`],
      ...['-o', 'ConnectTimeout=20', '-o', 'ServerAliveInterval=15'],
    ],
  };
  const name = await sendSite(folder, target, { isThorough });
  process.stdout.write(`Portal ${name} tayang di ${PARAF_SERVER!}.\n`);
} catch (error) {
  if (!(error instanceof SendError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 3;
} finally {
  rmSync(secrets, { recursive: true, force: true });
}
