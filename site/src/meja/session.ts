import type { Desk } from './config.ts';

const provider = 'github';
const key = 'paraf-meja';

/** The token of this tab, if somebody is signed in: kept until the tab is closed, and never in the address. */
export function keptToken(storage: Storage): string | null {
  return storage.getItem(key);
}

export function keepToken(storage: Storage, token: string | null): void {
  if (token === null) storage.removeItem(key);
  else storage.setItem(key, token);
}

/** Why nobody was signed in. */
export class SignInRefused extends Error {}

/**
 * Signs in through the popup of the sign-in server, in the steps that Decap uses too: it greets, gets its greeting
 * back from us, and answers with a token. Only what comes from its own origin and from that window is heard.
 */
export function signIn(desk: Desk, page: Window): Promise<string> {
  const address = new URL('/login/oauth/authorize', desk.signInOrigin);
  address.search = new URLSearchParams({
    provider,
    site_id: page.location.hostname,
    scope: 'repo',
  }).toString();
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
      const token = answer[1] === 'success' ? tokenIn(answer[2] ?? '') : null;
      if (token === null)
        reject(new SignInRefused('Server masuk menolak. Coba lagi, atau hubungi pengelola sistem.'));
      else resolve(token);
    };
    page.addEventListener('message', hear);
  });
}

function tokenIn(json: string): string | null {
  try {
    const value: unknown = JSON.parse(json);
    const token = typeof value === 'object' && value !== null && 'token' in value ? value.token : null;
    return typeof token === 'string' && token !== '' ? token : null;
  } catch {
    return null;
  }
}
