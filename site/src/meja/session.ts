import type { Desk } from './config.ts';

const provider = 'github';
const key = 'paraf-meja';

/** A person's sign-in, as this tab knows it. */
export interface Session {
  readonly token: string;
  /** Handle by which the sign-in server renews the token; null where tokens do not end. The renewal itself is there. */
  readonly sesi: string | null;
  /** When the token ends, in ms since 1970; null where it does not. */
  readonly sampai: number | null;
}

/** The sign-in of this tab, if there is one: kept until the tab is closed, and never in the address. */
export function keptSession(storage: Storage): Session | null {
  const text = storage.getItem(key);
  return text === null ? null : sessionIn(text, null);
}

export function keepSession(storage: Storage, session: Session | null): void {
  if (session === null) storage.removeItem(key);
  else storage.setItem(key, JSON.stringify(session));
}

/** Why nobody was signed in. */
export class SignInRefused extends Error {}

/**
 * Signs in through the popup of the sign-in server, in the steps that Decap uses too: it greets, gets its greeting
 * back from us, and answers with a token. Only what comes from its own origin and from that window is heard.
 */
export function signIn(desk: Desk, page: Window): Promise<Session> {
  const address = new URL(desk.signInPath, desk.signInOrigin);
  const popup = page.open(address, 'paraf-masuk', 'popup,width=480,height=720');
  if (popup === null)
    return Promise.reject(
      new SignInRefused(
        'Peramban menahan jendela masuk. Izinkan jendela sembulan untuk alamat ini, lalu coba lagi.',
      ),
    );
  return new Promise((resolve, reject) => {
    const watch = setInterval(() => {
      if (!popup.closed) return;
      end();
      reject(new SignInRefused('Jendela masuk ditutup sebelum selesai.'));
    }, 500);
    const end = () => {
      clearInterval(watch);
      page.removeEventListener('message', hear);
    };
    const hear = (event: MessageEvent<unknown>) => {
      if (event.origin !== desk.signInOrigin || event.source !== popup) return;
      const text = typeof event.data === 'string' ? event.data : '';
      if (text === `authorizing:${provider}`) popup.postMessage(text, event.origin);
      const answer = /^authorization:github:(success|error):(.*)$/s.exec(text);
      if (answer === null) return;
      end();
      popup.close();
      const session = answer[1] === 'success' ? sessionIn(answer[2] ?? '', Date.now()) : null;
      if (session === null)
        reject(new SignInRefused('Server masuk menolak. Coba lagi, atau hubungi pengelola sistem.'));
      else resolve(session);
    };
    page.addEventListener('message', hear);
  });
}

/** The sign-in server says that the sign-in is over. */
export class SessionOver extends Error {}

/** Gets a new token before the old one ends; rejects with `SessionOver`, or where nobody answers. */
export async function renewSession(desk: Desk, { sesi }: Session): Promise<Session> {
  const response = await fetch(new URL('/segarkan', desk.signInOrigin), {
    method: 'POST',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ sesi }),
  });
  if (response.status >= 500 || response.status === 429) throw new Error(`segarkan: ${response.status}`);
  const session = response.ok ? sessionIn(await response.text(), Date.now()) : null;
  if (session === null) throw new SessionOver();
  return session;
}

/** Ends the token where the sign-in server can; the tab forgets it in any case, so nobody waits for it. */
export function endSession(desk: Desk, { token, sesi }: Session): void {
  if (sesi === null) return;
  void fetch(new URL('/keluar', desk.signInOrigin), {
    method: 'POST',
    credentials: 'include',
    keepalive: true,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token, sesi }),
  }).catch(() => undefined);
}

/**
 * Reads a sign-in from JSON, ours or the sign-in server's.
 *
 * @param now when it was told, where it tells how long the token holds; null for our own
 */
function sessionIn(json: string, now: number | null): Session | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { token, sesi, sampai, berlaku } = value as Readonly<Record<string, unknown>>;
  if (typeof token !== 'string' || token === '') return null;
  const until = now === null ? sampai : typeof berlaku === 'number' ? now + berlaku * 1000 : null;
  return {
    token,
    sesi: typeof sesi === 'string' ? sesi : null,
    sampai: typeof until === 'number' ? until : null,
  };
}
