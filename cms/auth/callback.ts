import { readCookie, sessionCookie, sessionsIn, setCookie, startCookie } from './cookies.ts';
import type { AuthEnv } from './env.ts';
import { exchangeCode, GrantRefused, type Grant } from './github.ts';
import { page } from './pages.ts';
import { isSame, unseal } from './seal.ts';
import { keepSession, sessionFor } from './session.ts';

/** What the start cookie binds together. */
interface Started {
  readonly state: string;
  readonly verifier: string;
  /** Origin of the page that opened the popup. */
  readonly asal: string;
}

/** A browser keeps so many sign-ins at a time: a tab of Decap, some of the desk. */
const mostSessions = 4;

const again = 'Tutup jendela ini, lalu tekan Masuk lagi.';
const spent = setCookie(startCookie, '', 'Lax', 0);

/** `GET /callback`: GitHub sends the browser back with a code. The cookie is used up by it, whatever comes of it. */
export async function finishSignIn(request: Request, env: AuthEnv): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const started = await startedIn(request, env);
  if (started === null)
    return refused(
      env,
      'kuki masuk tidak ada, berubah, atau kedaluwarsa',
      `Waktu masuk sudah habis, atau masuk dimulai di peramban lain. ${again}`,
    );
  const { state, verifier, asal } = started;
  if (!(await isSame(query.get('state') ?? '', state)) || query.getAll('state').length > 1)
    return refused(
      env,
      'state tidak cocok',
      `Jawaban GitHub ini bukan untuk proses masuk di peramban ini. ${again}`,
    );
  if (!env.memory.use(state, env.now()))
    return refused(env, 'state sudah dipakai', `Jawaban GitHub ini sudah dipakai. ${again}`);
  if (query.get('error') !== null) {
    env.log('Masuk dibatalkan di GitHub.');
    return handOver(
      asal,
      `authorization:github:error:${JSON.stringify({ message: 'Masuk dibatalkan di GitHub.' })}`,
      {
        title: 'Dibatalkan',
        text: `Anda belum masuk. ${again}`,
      },
    );
  }
  const code = query.get('code') ?? '';
  if (!/^[A-Za-z0-9_-]{1,100}$/.test(code))
    return refused(env, 'tanpa kode', `Jawaban GitHub tidak terbaca. ${again}`);
  let grant: Grant;
  try {
    grant = await exchangeCode(env, code, verifier);
  } catch (error) {
    if (error instanceof GrantRefused)
      return refused(
        env,
        `GitHub tidak memberi token (${error.code})`,
        `GitHub menolak memberi izin. ${again}`,
        502,
      );
    return refused(
      env,
      'GitHub tidak terjangkau',
      'GitHub tidak menjawab. Tunggu sebentar, tutup jendela ini, lalu tekan Masuk lagi.',
      502,
    );
  }
  env.log(`Masuk berhasil dari ${asal}.`);
  return deliver(request, env, asal, grant);
}

async function deliver(request: Request, env: AuthEnv, asal: string, grant: Grant): Promise<Response> {
  const told: Record<string, string | number> = { token: grant.token, provider: 'github' };
  const cookies: string[] = [];
  if (grant.refresh !== null && grant.seconds !== null) {
    const session = sessionFor();
    cookies.push(await keepSession(env, { session, asal, refresh: grant.refresh }));
    for (const old of sessionsIn(request).slice(0, -(mostSessions - 1)))
      cookies.push(setCookie(sessionCookie(old), '', 'Strict', 0));
    Object.assign(told, { sesi: session, berlaku: grant.seconds });
  }
  return handOver(
    asal,
    `authorization:github:success:${JSON.stringify(told)}`,
    { title: 'Sudah masuk', text: 'Jendela ini menutup sendiri; bila tidak, tutuplah.' },
    cookies,
  );
}

/** The answer goes through the page to the bound origin: never in an address, and kept by nobody on the way. */
function handOver(
  asal: string,
  jawaban: string,
  words: { readonly title: string; readonly text: string },
  cookies: readonly string[] = [],
): Response {
  return page({ ...words, script: 'selesai.js', data: { asal, jawaban }, cookies: [spent, ...cookies] });
}

function refused(env: AuthEnv, why: string, text: string, status = 400): Response {
  env.log(`Masuk ditolak: ${why}.`);
  return page({ title: 'Belum dapat masuk', text, status, cookies: [spent] });
}

async function startedIn(request: Request, { settings, now }: AuthEnv): Promise<Started | null> {
  const cookie = readCookie(request, startCookie);
  const value = cookie === null ? null : await unseal(settings.clientSecret, startCookie, cookie);
  const { state, verifier, asal, sampai } = value ?? {};
  if (typeof state !== 'string' || typeof verifier !== 'string' || typeof asal !== 'string') return null;
  // Taken off the list while somebody signed in: no longer one of our pages.
  if (!settings.origins.includes(asal)) return null;
  return typeof sampai === 'number' && sampai > now() ? { state, verifier, asal } : null;
}
