import { createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { convertCode, type AppKey, type NewApp } from '../github/setup/app-keys.ts';
import { openAppPage, type AppPageOptions } from '../github/setup/app-page.ts';
import { SetupFault } from '../github/setup/fault.ts';

/** Where the app's key comes from. */
export interface KeySource {
  readonly baseUrl: string;
  readonly page: AppPageOptions;
  /** The key that the person gave, and the id if they gave it. */
  readonly given: { readonly id: number | null; readonly privateKey: string } | null;
  /** File that the person asked for; null: the key is written nowhere but to GitHub. */
  readonly saveTo: string | null;
  /** Whether a person is there to open a page. */
  readonly isAttended: boolean;
  say(line: string): void;
}

/** Reads a private key from a file. */
export function readKey(file: string): string {
  const text = readFileSync(file, 'utf8');
  try {
    if (createPrivateKey(text).asymmetricKeyType === 'rsa') return text;
  } catch {
    // Told below: what the file holds must not be shown.
  }
  throw new SetupFault(
    `Berkas ${file} bukan kunci privat aplikasi GitHub. Pakai berkas .pem yang diunduh dari halaman aplikasi itu ` +
      '(Private keys → Generate a private key).',
  );
}

/** The file for the app's secrets must be a new one: nothing is written over. */
export function requireNewFile(file: string): void {
  if (existsSync(file))
    throw new SetupFault(`Berkas ${file} sudah ada, dan tidak ditimpa. Pakai nama lain untuk --simpan.`);
}

/**
 * The app's key: the one that was given, or that of an app which the person creates now in the browser.
 *
 * @param known id that GitHub keeps already
 * @returns null where it needs a person and none is there
 */
export async function appKeyFrom(source: KeySource, known: number | null): Promise<AppKey | null> {
  const { given, say } = source;
  if (given !== null) {
    const id = given.id ?? known;
    if (id !== null) return { id, privateKey: given.privateKey };
    throw new SetupFault(
      'Nomor aplikasi belum diketahui. Sebutkan dengan --app, sesuai App ID di halaman aplikasi itu.',
    );
  }
  if (known !== null) {
    say(
      `Aplikasi ${known} sudah ada, tetapi kuncinya tidak dapat dibaca lagi dari GitHub. Buat kunci baru di halaman ` +
        'aplikasi itu (Private keys → Generate a private key), lalu ulangi dengan --kunci <berkas>.',
    );
    return null;
  }
  if (source.isAttended) return createApp(source);
  say(
    'Aplikasi GitHub belum ada, dan membuatnya perlu seseorang di peramban. Jalankan perintah ini di terminal tanpa ' +
      '--yes, atau sebutkan aplikasi yang sudah dibuat dengan --app <nomor> --kunci <berkas>.',
  );
  return null;
}

async function createApp({ baseUrl, page: options, saveTo, say }: KeySource): Promise<AppKey> {
  const page = await openAppPage(options);
  try {
    say(`\nBuka alamat ini di peramban pada komputer ini untuk membuat aplikasinya:\n\n  ${page.address}\n`);
    const app = await convertCode(baseUrl, await page.code);
    if (saveTo !== null) save(app, saveTo);
    say(`Aplikasi ${app.slug} (nomor ${app.id}) dibuat.`);
    say(
      `Sekarang pasang pada repositori ini saja (Only select repositories):\n\n  ${app.page}/installations/new\n`,
    );
    return app;
  } finally {
    await page.close();
  }
}

/** All that GitHub gives once, for who runs `paraf serve` or the sign-in server; readable by its owner alone. */
function save(app: NewApp, file: string): void {
  const { id, slug, clientId, clientSecret, webhookSecret, privateKey } = app;
  const content = { id, slug, clientId, clientSecret, webhookSecret, privateKey };
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}
