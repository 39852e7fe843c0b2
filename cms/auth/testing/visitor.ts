/** A person's browser before the sign-in server, without a window: keeps cookies, and goes where it is sent. */
import { handle } from '../handle.ts';
import { createMemory } from '../memory.ts';
import type { AuthEnv } from '../env.ts';
import type { AuthSettings } from '../settings.ts';

/** The local server sends codes to this machine alone. */
export const self = 'http://localhost:8081';
export const portal = 'https://portal.contoh.go.id';
export const editors = 'https://tulis.contoh.go.id';

export interface Server {
  readonly settings: AuthSettings;
  readonly lines: string[];
  /** Lets time pass, in ms. */
  wait(milliseconds: number): void;
  ask(request: Request, address?: string): Promise<Response>;
}

/** The sign-in server with GitHub's side at an address of the local server. */
export function serverOf(github: string, client: { readonly id: string; readonly secret: string }): Server {
  const settings: AuthSettings = {
    self,
    origins: [portal, editors],
    clientId: client.id,
    clientSecret: client.secret,
    server: github,
    api: `${github}/api/v3`,
  };
  const lines: string[] = [];
  let time = Date.parse('2026-11-02T01:00:00Z');
  const env: Omit<AuthEnv, 'address'> = {
    settings,
    memory: createMemory(),
    now: () => time,
    log: (line) => lines.push(line),
  };
  return {
    settings,
    lines,
    wait: (milliseconds) => {
      time += milliseconds;
    },
    ask: (request, address = '203.0.113.7') => handle(request, { ...env, address }),
  };
}

export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  /** A request with what this browser keeps; its cookies follow the answer. */
  async ask(path: string, init: RequestInit & { readonly origin?: string } = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (init.origin !== undefined) headers.set('Origin', init.origin);
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (cookies !== '') headers.set('Cookie', cookies);
    const response = await this.#server.ask(new Request(`${self}${path}`, { ...init, headers }));
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/; Max-Age=0;/.test(line)) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  post(path: string, body: unknown, origin: string = portal): Promise<Response> {
    const headers = { 'Content-Type': 'application/json' };
    return this.ask(path, { method: 'POST', body: JSON.stringify(body), headers, origin });
  }

  /** What the first page's script does: where GitHub asks this person. */
  async begin(asal: string = portal): Promise<URL> {
    const response = await this.post('/mulai', { asal }, self);
    if (!response.ok) throw new Error(await response.text());
    return new URL(((await response.json()) as { alamat: string }).alamat);
  }

  /** GitHub's part: the person agrees, and the browser is sent back with a code. */
  async agree(authorize: URL, login: string): Promise<string> {
    const address = new URL('/login/oauth/setuju', authorize);
    address.search = authorize.search;
    address.searchParams.set('akun', login);
    const { headers } = await fetch(address, { redirect: 'manual' });
    const back = new URL(headers.get('Location') ?? '');
    return `${back.pathname}${back.search}`;
  }

  /** The whole way. */
  async signIn(login: string, asal: string = portal): Promise<Told> {
    return toldIn(await this.ask(await this.agree(await this.begin(asal), login)));
  }
}

export interface Told {
  readonly token: string;
  readonly provider: string;
  readonly sesi: string;
  readonly berlaku: number;
}

const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', '#39': "'" };
const unescape = (text: string) => text.replace(/&([a-z#0-9]+);/g, (_, name: string) => entities[name] ?? '');

/** What the last page is to hand over, and to whom. */
export async function handedOver(
  response: Response,
): Promise<{ readonly asal: string; readonly jawaban: string }> {
  const html = await response.text();
  const [, asal = ''] = /data-asal="([^"]*)"/.exec(html) ?? [];
  const [, jawaban = ''] = /data-jawaban="([^"]*)"/.exec(html) ?? [];
  return { asal: unescape(asal), jawaban: unescape(jawaban) };
}

export async function toldIn(response: Response): Promise<Told> {
  const { jawaban } = await handedOver(response);
  const start = 'authorization:github:success:';
  if (!jawaban.startsWith(start)) throw new Error(`no success: ${jawaban || response.status}`);
  return JSON.parse(jawaban.slice(start.length)) as Told;
}
