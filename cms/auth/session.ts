import { pageOrigin, readSmallJson, scriptAnswer, textAnswer } from './answers.ts';
import { isSession, readCookie, sessionCookie, setCookie } from './cookies.ts';
import type { AuthEnv } from './env.ts';
import { GrantRefused, isToken, refreshToken, revokeToken } from './github.ts';
import { randomText, seal, unseal } from './seal.ts';

/**
 * Seconds that a sign-in can be renewed after it was made or renewed last: a working day with its breaks. A page that
 * slept longer signs in anew, which costs a press of a button while the person is signed in at GitHub.
 */
const sessionFor12h = 12 * 3600;

/** What renews a sign-in: sealed in a cookie, never in a page. */
interface Session {
  readonly session: string;
  readonly asal: string;
  readonly refresh: string;
}

/** A handle for a new sign-in. */
export const sessionFor = randomText;

/** The cookie that keeps a renewal. */
export async function keepSession(env: AuthEnv, { session, asal, refresh }: Session): Promise<string> {
  const name = sessionCookie(session);
  const sampai = env.now() + sessionFor12h * 1000;
  const sealed = await seal(env.settings.clientSecret, name, { asal, refresh, sampai });
  return setCookie(name, sealed, 'Strict', sessionFor12h);
}

/** `POST /segarkan`: a new token for a page that signed in here and whose token ends soon. */
export async function renew(request: Request, env: AuthEnv): Promise<Response> {
  const origin = pageOrigin(request, env);
  if (origin === null) return textAnswer('Asal halaman ini tidak terdaftar.', 403);
  const session = (await readSmallJson(request))?.['sesi'];
  if (!isSession(session)) return scriptAnswer({ pesan: 'Sesi tidak disebut.' }, 400, origin);
  const kept = await keptSession(request, env, session);
  if (kept === null || kept.asal !== origin)
    return scriptAnswer({ pesan: 'Sesi ini sudah berakhir. Masuk lagi.' }, 401, origin);
  try {
    const { token, seconds, refresh } = await refreshToken(env, kept.refresh);
    if (refresh === null || seconds === null) throw new GrantRefused('tanpa pembaruan');
    const cookie = await keepSession(env, { session, asal: origin, refresh });
    return scriptAnswer({ token, sesi: session, berlaku: seconds }, 200, origin, [cookie]);
  } catch (error) {
    if (!(error instanceof GrantRefused)) {
      env.log('Token belum diperbarui: GitHub tidak terjangkau.');
      return scriptAnswer({ pesan: 'GitHub tidak menjawab. Coba lagi sebentar lagi.' }, 502, origin);
    }
    env.log(`Token tidak diperbarui (${error.code}).`);
    // The cookie stays: of two tabs that ask at once, the later answer must not take away the newer cookie.
    return scriptAnswer({ pesan: 'Sesi ini sudah berakhir. Masuk lagi.' }, 401, origin);
  }
}

/** `POST /keluar`: ends a token at GitHub, and forgets what would renew it. */
export async function signOut(request: Request, env: AuthEnv): Promise<Response> {
  const origin = pageOrigin(request, env);
  if (origin === null) return textAnswer('Asal halaman ini tidak terdaftar.', 403);
  const { token, sesi } = (await readSmallJson(request)) ?? {};
  if (!isToken(token)) return scriptAnswer({ pesan: 'Token tidak disebut.' }, 400, origin);
  const cookies = isSession(sesi) ? [setCookie(sessionCookie(sesi), '', 'Strict', 0)] : [];
  try {
    await revokeToken(env, token);
  } catch (error) {
    const why = error instanceof GrantRefused ? error.code : 'GitHub tidak terjangkau';
    env.log(`Token belum dicabut (${why}); berakhir sendiri.`);
    return scriptAnswer({ pesan: 'Token belum dicabut; ia berakhir sendiri.' }, 502, origin, cookies);
  }
  env.log(`Keluar dari ${origin}.`);
  return scriptAnswer(null, 204, origin, cookies);
}

async function keptSession(request: Request, env: AuthEnv, session: string): Promise<Session | null> {
  const name = sessionCookie(session);
  const cookie = readCookie(request, name);
  const value = cookie === null ? null : await unseal(env.settings.clientSecret, name, cookie);
  const { asal, refresh, sampai } = value ?? {};
  if (typeof asal !== 'string' || typeof refresh !== 'string') return null;
  return typeof sampai === 'number' && sampai > env.now() ? { session, asal, refresh } : null;
}
