import { answer, readSmallJson, textAnswer } from './answers.ts';
import { setCookie, startCookie } from './cookies.ts';
import type { AuthEnv } from './env.ts';
import { authorizeAddress } from './github.ts';
import { page } from './pages.ts';
import { challengeOf, randomText, seal } from './seal.ts';

/** Seconds in which a sign-in must come back from GitHub: as long as its code is good. */
export const startFor = 600;

/** `GET /masuk`: the page that finds out which of our pages opened it. What else stands in the address is not read. */
export function openPage({ settings }: AuthEnv): Response {
  return page({
    title: 'Masuk',
    text: 'Menghubungi GitHub …',
    script: 'mulai.js',
    data: { asal: JSON.stringify(settings.origins) },
  });
}

/**
 * `POST /mulai`: binds state, verifier and origin to this browser, and names GitHub's address to go on to. Only our own
 * page asks this.
 */
export async function beginSignIn(request: Request, env: AuthEnv): Promise<Response> {
  const { settings } = env;
  if (request.headers.get('Origin') !== settings.self)
    return textAnswer('Permintaan ini hanya diterima dari halaman masuk itu sendiri.', 403);
  const asal = (await readSmallJson(request))?.['asal'];
  if (typeof asal !== 'string' || !settings.origins.includes(asal)) {
    env.log('Masuk ditolak: asalnya tidak terdaftar.');
    return textAnswer(
      'Halaman itu tidak terdaftar pada server masuk. Hubungi pengelola sistem: alamatnya harus ada di PARAF_MASUK_ASAL.',
      403,
    );
  }
  const [state, verifier] = [randomText(), randomText()];
  const sampai = env.now() + startFor * 1000;
  const sealed = await seal(settings.clientSecret, startCookie, { state, verifier, asal, sampai });
  const alamat = authorizeAddress(env, state, await challengeOf(verifier));
  return answer(JSON.stringify({ alamat }), 200, 'application/json', [
    ['Set-Cookie', setCookie(startCookie, sealed, 'Lax', startFor)],
  ]);
}
