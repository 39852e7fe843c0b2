import { createPrivateKey } from 'node:crypto';
import { App, type Octokit } from 'octokit';
import { clientOf, octokitFor, type ServerOptions } from './client.ts';
import type { Client, Repository } from './read/client.ts';

export interface AppOptions extends ServerOptions {
  /** Id (or client id) of the GitHub App. */
  readonly appId: string;
  /** Its private key, PEM; line breaks may be written as `\n`. */
  readonly privateKey: string;
  readonly repository: Repository;
}

/** Paraf's GitHub App at work in a repository. */
export interface SignedInApp {
  /** Speaks as the app; takes a new token by itself before the old one ends (an hour). */
  readonly client: Client;
  /** Account of the app: who GitHub says wrote what it writes. */
  readonly account: number;
  /** A token for git, good for some minutes at least. */
  token(): Promise<string>;
}

/** The app's key is none. */
export class AppKeyError extends Error {}

/**
 * Signs in as the app: a JWT of its key proves who it is, an installation token is what it works with. Rejects where
 * the server does not know the app, or the app is not installed at the repository.
 */
export async function signInAsApp(options: AppOptions): Promise<SignedInApp> {
  const { appId, repository } = options;
  const privateKey = options.privateKey.replaceAll('\\n', '\n');
  requireKey(privateKey);
  const app = new App({ appId, privateKey, Octokit: octokitFor(options) });
  const { data: self } = await app.octokit.request('GET /app');
  const { data: installation } = await app.octokit.request('GET /repos/{owner}/{repo}/installation', {
    ...repository,
  });
  const octokit = (await app.getInstallationOctokit(installation.id)) as unknown as Octokit;
  const client = clientOf(octokit);
  const { data: account } = await client.request('GET /users/{username}', { username: `${self?.slug}[bot]` });
  return {
    client,
    account: (account as { id: number }).id,
    async token() {
      const { token } = (await octokit.auth({ type: 'installation' })) as { token: string };
      return token;
    },
  };
}

function requireKey(pem: string): void {
  try {
    if (createPrivateKey(pem).asymmetricKeyType === 'rsa') return;
  } catch {
    // Said below; the reason of the library may quote the key.
  }
  throw new AppKeyError(
    'Kunci aplikasi tidak terbaca. Pakai berkas .pem yang diunduh dari halaman GitHub App, utuh dengan baris BEGIN dan END.',
  );
}
