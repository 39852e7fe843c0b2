import { z } from 'zod';
import { gatePermissions, signInAsApp } from '../app-token.ts';
import { createClient } from '../client.ts';
import { statusOf, type Client, type Repository } from '../read/client.ts';
import { SetupFault } from './fault.ts';

/** The app with its private key, held in memory for this run alone. */
export interface AppKey {
  readonly id: number;
  readonly privateKey: string;
}

/** What GitHub gives once for a manifest's code. */
export interface NewApp extends AppKey {
  readonly slug: string;
  readonly page: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly webhookSecret: string | null;
}

const conversion = z.object({
  id: z.int(),
  slug: z.string(),
  html_url: z.url(),
  client_id: z.string(),
  client_secret: z.string(),
  webhook_secret: z.string().nullable(),
  pem: z.string(),
});

/** Turns the code of the manifest form into the app. GitHub gives its private key here, and never again. */
export async function convertCode(baseUrl: string, code: string): Promise<NewApp> {
  const client = createClient({ baseUrl, token: '', isPaced: false });
  const { data } = await client.request('POST /app-manifests/{code}/conversions', { code });
  const app = conversion.parse(data);
  return {
    id: app.id,
    slug: app.slug,
    page: app.html_url,
    clientId: app.client_id,
    clientSecret: app.client_secret,
    webhookSecret: app.webhook_secret,
    privateKey: app.pem,
  };
}

export interface Waiting {
  /** How often the installation is looked for. */
  readonly tries: number;
  readonly pause: () => Promise<void>;
}

/** The app's own client for this repository, once somebody has installed the app on it. */
export async function installedClient(
  baseUrl: string,
  { id, privateKey }: AppKey,
  repository: Repository,
  isPaced: boolean,
  { tries, pause }: Waiting,
): Promise<Client> {
  const signIn = { baseUrl, appId: String(id), privateKey, repository, permissions: gatePermissions };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { token } = await signInAsApp(signIn);
      return createClient({ baseUrl, token, isPaced });
    } catch (error) {
      const status = statusOf(error);
      if (status === 401)
        throw new SetupFault(
          `Kunci ini bukan milik aplikasi ${id}: GitHub menolaknya (401). Buat kunci baru di halaman aplikasi itu ` +
            '(Private keys → Generate a private key), lalu ulangi dengan --kunci.',
        );
      if (status !== 404) throw error;
    }
    if (attempt >= tries)
      throw new SetupFault(
        `Aplikasi ${id} belum terpasang pada ${repository.owner}/${repository.repo}. Kuncinya sudah tersimpan. ` +
          'Pasang aplikasinya lewat Settings → GitHub Apps → Install, lalu ulangi perintah ini dengan --kunci.',
      );
    await pause();
  }
}
