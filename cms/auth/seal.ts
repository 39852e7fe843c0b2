/** Values that a browser keeps for us: it can neither read nor change them, nor use one in the place of another. */

const encoder = new TextEncoder();
const nonceLength = 12;

/** Random text for one use, 256 bits. */
export function randomText(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** Seals a value under a name, with a key made from the app's secret: whoever has that one needs no cookie of ours. */
export async function seal(secret: string, name: string, value: object): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
  const text = encoder.encode(JSON.stringify(value));
  const sealed = await crypto.subtle.encrypt(parametersOf(nonce, name), await keyOf(secret), text);
  const whole = new Uint8Array(nonceLength + sealed.byteLength);
  whole.set(nonce);
  whole.set(new Uint8Array(sealed), nonceLength);
  return base64url(whole);
}

/** Opens what was sealed under that name; null where it was not, or somebody changed it. */
export async function unseal(
  secret: string,
  name: string,
  text: string,
): Promise<Readonly<Record<string, unknown>> | null> {
  const whole = bytesOf(text);
  if (whole === null || whole.length <= nonceLength) return null;
  try {
    const parameters = parametersOf(whole.slice(0, nonceLength), name);
    const opened = await crypto.subtle.decrypt(parameters, await keyOf(secret), whole.slice(nonceLength));
    return JSON.parse(new TextDecoder().decode(opened)) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}

/** PKCE's S256: what GitHub compares the verifier with. */
export async function challengeOf(verifier: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(verifier))));
}

/** Whether two texts are the same, in a time that tells nothing about where they differ. */
export async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all(
    [one, other].map(
      async (text) => new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text))),
    ),
  );
  let difference = 0;
  for (const [i, byte] of a!.entries()) difference |= byte ^ b![i]!;
  return difference === 0;
}

function parametersOf(iv: Uint8Array<ArrayBuffer>, name: string) {
  return { name: 'AES-GCM', iv, additionalData: encoder.encode(name) };
}

async function keyOf(secret: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode('paraf cookie 1') },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function base64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return null;
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
