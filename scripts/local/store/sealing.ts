import sodium from 'libsodium-wrappers';
import type { Local } from '../local.ts';
import { readSetting, writeSetting } from './settings.ts';

/** The pair of keys for which secrets are sealed, in base64. The private one never leaves this server. */
interface SealingKey {
  readonly id: string;
  readonly publicKey: string;
  readonly privateKey: string;
}

/** The repository's key, made when somebody first asks for it. */
export async function sealingKey(local: Local): Promise<SealingKey> {
  await sodium.ready;
  const known = readSetting<SealingKey>(local, 'sealing-key');
  if (known !== undefined) return known;
  const pair = sodium.crypto_box_keypair();
  const base64 = (bytes: Uint8Array) => sodium.to_base64(bytes, sodium.base64_variants.ORIGINAL);
  const made = { id: '1', publicKey: base64(pair.publicKey), privateKey: base64(pair.privateKey) };
  writeSetting(local, 'sealing-key', made);
  return made;
}

/** What a sealed value holds; undefined where it was not sealed for this key. */
export async function openSealed(local: Local, sealed: string): Promise<string | undefined> {
  const { publicKey, privateKey } = await sealingKey(local);
  const bytes = (text: string) => sodium.from_base64(text, sodium.base64_variants.ORIGINAL);
  try {
    return sodium.to_string(sodium.crypto_box_seal_open(bytes(sealed), bytes(publicKey), bytes(privateKey)));
  } catch {
    return undefined;
  }
}
