import { generateKeyPairSync, createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** The private key of Paraf's app, as GitHub hands it out once: what the action in a workflow signs in with. */
export interface AppKey {
  /** PEM; made at the first question, for it takes a moment and most servers are never asked. */
  pem(): string;
  /** A new key in the place of the old one, which opens nothing any more. */
  renew(): string;
  /** What it signed is checked with this; null while nobody has the key. */
  open(): KeyObject | null;
}

/** The key kept in a file, readable by its owner alone. */
export function openAppKey(file: string): AppKey {
  let known: { readonly pem: string; readonly open: KeyObject } | undefined;
  const read = () => {
    if (known === undefined && existsSync(file)) {
      const pem = readFileSync(file, 'utf8');
      known = { pem, open: createPublicKey(pem) };
    }
    return known;
  };
  const renew = () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    // GitHub's own keys are of this kind (PKCS#1).
    writeFileSync(`${file}.baru`, privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
    renameSync(`${file}.baru`, file);
    known = undefined;
    return read()!.pem;
  };
  return {
    pem: () => read()?.pem ?? renew(),
    renew,
    open: () => read()?.open ?? null,
  };
}
