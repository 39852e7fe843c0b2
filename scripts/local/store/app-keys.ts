import { generateKeyPairSync, randomBytes, verify } from 'node:crypto';
import type { Local } from '../local.ts';
import { readSetting, writeSetting } from './settings.ts';

/** What a manifest asks for, as far as it is kept. */
export interface Manifest {
  readonly name: string;
  readonly url: string;
  readonly redirect_url: string;
  readonly default_permissions: Readonly<Record<string, string>>;
  readonly default_events: readonly string[];
}

/** The app's keys and rights, once somebody has created it by its manifest. */
export interface AppKeys extends Manifest {
  /** Only the public half is kept, as GitHub does. */
  readonly publicKey: string;
}

interface Stored {
  readonly codes: Readonly<Record<string, Manifest>>;
  readonly keys: AppKeys | null;
}

function stored(local: Local): Stored {
  return readSetting<Stored>(local, 'app') ?? { codes: {}, keys: null };
}

export function appKeys(local: Local): AppKeys | null {
  return stored(local).keys;
}

export function changeApp(local: Local, change: Partial<AppKeys>): void {
  const { codes, keys } = stored(local);
  if (keys !== null) writeSetting(local, 'app', { codes, keys: { ...keys, ...change } } satisfies Stored);
}

/** A code for one conversion of this manifest. */
export function takeManifest(local: Local, manifest: Manifest): string {
  const code = randomBytes(20).toString('hex');
  const { codes, keys } = stored(local);
  writeSetting(local, 'app', { codes: { ...codes, [code]: manifest }, keys } satisfies Stored);
  return code;
}

/** Turns a code into the app and gives its private key, this once; undefined for a code that is spent or unknown. */
export function convertManifest(
  local: Local,
  code: string,
): { readonly keys: AppKeys; readonly pem: string } | undefined {
  return local.db.transaction(() => {
    const { [code]: manifest, ...codes } = stored(local).codes;
    if (manifest === undefined) return undefined;
    const { publicKey, privateKey: pem } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    });
    const keys = { ...manifest, publicKey };
    writeSetting(local, 'app', { codes, keys } satisfies Stored);
    return { keys, pem };
  });
}

/** Whether a JSON web token was signed by the app's key and is of now, by the clock of this machine. */
export function isAppToken(local: Local, token: string): boolean {
  const keys = appKeys(local);
  const [head = '', body = '', signature = '', ...rest] = token.split('.');
  if (keys === null || rest.length > 0) return false;
  const isSigned = verify(
    'RSA-SHA256',
    Buffer.from(`${head}.${body}`),
    keys.publicKey,
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned) return false;
  const { iss, exp } = JSON.parse(Buffer.from(body, 'base64url').toString()) as {
    iss?: unknown;
    exp?: unknown;
  };
  const now = Date.now() / 1000;
  return String(iss) === String(local.app.id) && typeof exp === 'number' && exp > now && exp < now + 660;
}
