import sodium from 'libsodium-wrappers';

/**
 * Seals a secret so that only GitHub can open it (libsodium's sealed box, as its API asks).
 *
 * @param publicKey of the environment, in base64
 * @returns base64
 */
export async function seal(secret: string, publicKey: string): Promise<string> {
  await sodium.ready;
  const { ORIGINAL } = sodium.base64_variants;
  return sodium.to_base64(sodium.crypto_box_seal(secret, sodium.from_base64(publicKey, ORIGINAL)), ORIGINAL);
}
