import { randomBytes } from 'node:crypto';
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

interface Stored {
  readonly codes: Readonly<Record<string, Manifest>>;
  /** What the app was created by; null while it is the demo's own. */
  readonly made: Manifest | null;
}

function stored(local: Local): Stored {
  return readSetting<Stored>(local, 'app') ?? { codes: {}, made: null };
}

/** The manifest that the app was created by; null while it is the demo's own. */
export function appManifest(local: Local): Manifest | null {
  return stored(local).made;
}

/** A code for one conversion of this manifest. */
export function takeManifest(local: Local, manifest: Manifest): string {
  const code = randomBytes(20).toString('hex');
  const { codes, made } = stored(local);
  writeSetting(local, 'app', { codes: { ...codes, [code]: manifest }, made } satisfies Stored);
  return code;
}

/** Turns a code into the app and gives its private key, this once; undefined for a code that is spent or unknown. */
export function convertManifest(local: Local, code: string): string | undefined {
  return local.db.transaction(() => {
    const { [code]: manifest, ...codes } = stored(local).codes;
    if (manifest === undefined) return undefined;
    writeSetting(local, 'app', { codes, made: manifest } satisfies Stored);
    return local.appKey.renew();
  });
}
