import { createPublicKey, generateKeyPairSync, verify, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { ApiError } from './http/api-error.ts';

/** The private key of the app, as GitHub gives it: made once, readable by its owner alone. */
export interface AppKey {
  /** PEM. */
  pem(): string;
  /** Throws 401 unless a header holds a JWT that this key signed for this app. */
  requireJwt(header: string | undefined, app: number): void;
}

/** Opens the key that is kept in a file; it is made when somebody first asks for it. */
export function openAppKey(file: string): AppKey {
  let publicKey: KeyObject | undefined;
  const pem = () => {
    if (existsSync(file)) return readFileSync(file, 'utf8');
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    writeFileSync(`${file}.baru`, privateKey, { mode: 0o600 });
    renameSync(`${file}.baru`, file);
    return privateKey;
  };
  return {
    pem,
    requireJwt(header, app) {
      const token = /^bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? '';
      const [head = '', body = '', signature = ''] = token.split('.');
      const isOurs =
        existsSync(file) &&
        (fieldsOf(head) as { alg?: unknown }).alg === 'RS256' &&
        verify(
          'sha256',
          Buffer.from(`${head}.${body}`),
          (publicKey ??= createPublicKey(pem())),
          Buffer.from(signature, 'base64url'),
        );
      if (!isOurs) throw new ApiError(401, 'A JSON web token could not be decoded');
      const { iss, iat, exp } = fieldsOf(body) as { iss?: unknown; iat?: unknown; exp?: unknown };
      // By the world's time: whoever signs knows no other, and the demo lives in its own.
      const now = Math.floor(Date.now() / 1000);
      if (String(iss) !== String(app)) throw new ApiError(401, "'Issuer' claim ('iss') must be an Integer");
      if (typeof iat !== 'number' || iat > now)
        throw new ApiError(
          401,
          "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
        );
      if (typeof exp !== 'number' || exp > now + 600)
        throw new ApiError(401, "'Expiration time' claim ('exp') is too far in the future");
      if (exp <= now)
        throw new ApiError(
          401,
          "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
        );
    },
  };
}

function fieldsOf(part: string): object {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
