import { readFileSync } from 'node:fs';
import type { Repository } from '../read/client.ts';

/** Everything that `paraf serve` is told by its environment. */
export interface ServeSettings {
  readonly baseUrl: string;
  /** Whether the server at `baseUrl` wants GitHub's pace: all but this machine's own do. */
  readonly isPaced: boolean;
  readonly repository: Repository;
  readonly appId: string;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly port: number;
  readonly host: string;
  /** Time between sweeps, in ms. */
  readonly sweepEvery: number;
}

/** A short secret can be guessed by trying, without a word to us. */
const shortestSecret = 32;

/**
 * Reads the settings of `paraf serve`: `GITHUB_API_URL` (without it `https://api.github.com`), `GITHUB_REPOSITORY`,
 * `PARAF_APP_ID`, `PARAF_APP_KEY` or `PARAF_APP_KEY_FILE`, `PARAF_WEBHOOK_SECRET`, `PORT` (8080), `HOST` (127.0.0.1) and
 * `PARAF_SAPUAN` (minutes between sweeps, 10).
 *
 * @returns the settings, or a sentence for each fault
 */
export function readServeSettings(
  env: Readonly<Record<string, string | undefined>>,
): { readonly ok: true; readonly value: ServeSettings } | { readonly ok: false; readonly faults: string[] } {
  const faults: string[] = [];
  const fault = (message: string) => {
    faults.push(message);
    return '';
  };
  const baseUrl = env['GITHUB_API_URL'] || 'https://api.github.com';
  if (!isApiAddress(baseUrl))
    fault(
      `GITHUB_API_URL “${baseUrl}” tidak dapat dipakai. Tulis alamat https yang lengkap, misalnya https://api.github.com.`,
    );
  const [owner = '', repo = '', ...rest] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  if (owner === '' || repo === '' || rest.length > 0)
    fault('GITHUB_REPOSITORY belum benar. Tulis pemilik/nama, misalnya diskominfo/portal.');
  const appId =
    env['PARAF_APP_ID'] || fault('PARAF_APP_ID belum diisi. Nomornya ada di halaman pengaturan GitHub App.');
  const webhookSecret = env['PARAF_WEBHOOK_SECRET'] ?? '';
  if (webhookSecret.length < shortestSecret)
    fault(
      `PARAF_WEBHOOK_SECRET paling sedikit ${shortestSecret} huruf acak, sama dengan yang diisikan di GitHub App.`,
    );
  const minutes = Number(env['PARAF_SAPUAN'] || '10');
  if (!(minutes >= 1 && minutes <= 1440))
    fault('PARAF_SAPUAN adalah jarak antarsapuan dalam menit, 1 sampai 1440.');
  const port = Number(env['PORT'] || '8080');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    fault(`PORT=${env['PORT']} bukan nomor port. Pakai angka 1 sampai 65535, misalnya PORT=8080.`);
  const privateKey = keyOf(env, fault);
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    value: {
      baseUrl: baseUrl.replace(/\/+$/, ''),
      isPaced: !isThisMachine(new URL(baseUrl).hostname),
      repository: { owner, repo },
      appId,
      privateKey,
      webhookSecret,
      port,
      host: env['HOST'] || '127.0.0.1',
      sweepEvery: minutes * 60_000,
    },
  };
}

/** The app's tokens go there: nobody may listen on the way. Only this machine is trusted without TLS. */
function isApiAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname));
}

function isThisMachine(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

function keyOf(
  env: Readonly<Record<string, string | undefined>>,
  fault: (message: string) => string,
): string {
  const { PARAF_APP_KEY: key, PARAF_APP_KEY_FILE: file } = env;
  if (key) return key;
  if (!file)
    return fault(
      'Kunci aplikasi belum disebut. Isi PARAF_APP_KEY_FILE dengan nama berkas .pem dari GitHub App, atau PARAF_APP_KEY dengan isinya.',
    );
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return fault(
      `Kunci aplikasi di ${file} tidak dapat dibaca (${(error as NodeJS.ErrnoException).code}). Periksa nama berkas dan izinnya.`,
    );
  }
}
