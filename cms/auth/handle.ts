import { answer, pageOrigin, sharedWith, textAnswer } from './answers.ts';
import { beginSignIn, openPage } from './begin.ts';
import { files } from './browser.ts';
import { finishSignIn } from './callback.ts';
import type { AuthEnv } from './env.ts';
import { renew, signOut } from './session.ts';

type Handler = (request: Request, env: AuthEnv) => Response | Promise<Response>;

const routes: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  '/masuk': { GET: (_, env) => openPage(env) },
  '/mulai': { POST: limited(beginSignIn) },
  '/callback': { GET: limited(finishSignIn) },
  '/segarkan': { POST: limited(renew), OPTIONS: preflight },
  '/keluar': { POST: limited(signOut), OPTIONS: preflight },
  '/paraf/health': { GET: () => answer('{"ready":true}', 200, 'application/json') },
  ...Object.fromEntries(
    Object.entries(files).map(([path, [type, text]]) => [path, { GET: () => answer(text, 200, type) }]),
  ),
};

/** GitHub's own answers are a tenth of it. */
const longestAddress = 2000;

/**
 * The sign-in server of Decap and Meja: GitHub App user tokens for the pages of exactly the origins that it is told,
 * by the web flow with PKCE and state (design, section 10). One function for a server of one's own and for a Worker.
 */
export async function handle(request: Request, env: AuthEnv): Promise<Response> {
  if (request.url.length > longestAddress) return textAnswer('Alamatnya terlalu panjang.', 414);
  const { pathname } = new URL(request.url);
  const methods = Object.hasOwn(routes, pathname) ? routes[pathname] : undefined;
  if (methods === undefined) return textAnswer('Tidak ada apa-apa di alamat ini.', 404);
  const handler = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
  if (handler === undefined)
    return textAnswer('Cara meminta ini tidak dikenal di sini.', 405, [
      ['Allow', Object.keys(methods).join(', ')],
    ]);
  return handler(request, env);
}

/** What costs us or GitHub work, as often as people sign in and not much oftener. */
function limited(handler: Handler): Handler {
  return (request, env) => {
    const wait = env.memory.admit(env.address, env.now());
    if (wait === 0) return handler(request, env);
    return textAnswer(
      `Terlalu banyak percobaan dari jaringan ini. Tunggu ${wait} detik, lalu coba lagi.`,
      429,
      [['Retry-After', String(wait)]],
    );
  };
}

/** The browser asks whether a page of another origin may ask. */
function preflight(request: Request, env: AuthEnv): Response {
  const origin = pageOrigin(request, env);
  if (origin === null) return textAnswer('Asal halaman ini tidak terdaftar.', 403);
  const response = answer(null, 204, 'text/plain');
  for (const [name, value] of sharedWith(origin)) response.headers.set(name, value);
  response.headers.set('Access-Control-Allow-Methods', 'POST');
  response.headers.set('Access-Control-Allow-Headers', 'Content-Type');
  response.headers.set('Access-Control-Max-Age', '600');
  return response;
}
