import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openOffice, type Office } from '../../scripts/local/testing/office.ts';
import { demoClient } from '../../scripts/local/sign-in/oauth-app.ts';
import {
  editors,
  handedOver,
  portal,
  self,
  serverOf,
  toldIn,
  Visitor,
  type Server,
} from './testing/visitor.ts';

/** The sign-in server against the local server as GitHub. */
let office: Office;
let server: Server;
let visitor: Visitor;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.stop());
beforeEach(() => {
  server = serverOf(office.url, demoClient);
  visitor = new Visitor(server);
});

const whoIs = async (token: string) => {
  const response = await fetch(`${office.url}/api/v3/user`, { headers: { Authorization: `token ${token}` } });
  return response.ok ? ((await response.json()) as { login: string }).login : response.status;
};
const titleOf = async (response: Response) =>
  /<p id="pesan"[^>]*>([^<]*)</.exec(await response.text())?.[1] ?? '';

describe('signing in', () => {
  it('leads to a token of that person, for the page that asked and no other', async () => {
    const authorize = await visitor.begin(editors);
    expect(Object.fromEntries(authorize.searchParams)).toEqual({
      client_id: demoClient.id,
      redirect_uri: `${self}/callback`,
      state: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) as string,
      code_challenge: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) as string,
      code_challenge_method: 'S256',
    });
    const { asal, jawaban } = await handedOver(await visitor.ask(await visitor.agree(authorize, 'peliput')));
    expect(asal).toBe(editors);
    const told = JSON.parse(jawaban.replace('authorization:github:success:', '')) as { token: string };
    expect(told).toEqual({
      token: expect.stringMatching(/^ghu_/) as string,
      provider: 'github',
      sesi: expect.any(String) as string,
      berlaku: 28_800,
    });
    expect(await whoIs(told.token)).toBe('peliput');
  });

  it('keeps the start in one cookie that holds ten minutes, is used up, and tells nothing', async () => {
    const response = await visitor.post('/mulai', { asal: portal }, self);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(
      /^__Host-paraf-masuk=[A-Za-z0-9_-]+; Path=\/; Max-Age=600; HttpOnly; Secure; SameSite=Lax$/,
    );
    const { alamat } = (await response.json()) as { alamat: string };
    const state = new URL(alamat).searchParams.get('state')!;
    expect(atob(cookie.split(/[=;]/)[1]!.replaceAll('-', '+').replaceAll('_', '/'))).not.toContain(state);
    const back = await visitor.ask(await visitor.agree(new URL(alamat), 'peliput'));
    expect(back.headers.getSetCookie()[0]).toBe(
      '__Host-paraf-masuk=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax',
    );
    expect(visitor.cookies.has('__Host-paraf-masuk')).toBe(false);
  });

  it('no token, code, state or cookie gets into the log, an address or a shared cache', async () => {
    const authorize = await visitor.begin();
    const back = await visitor.agree(authorize, 'peliput');
    const response = await visitor.ask(back);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'cross-origin-opener-policy': 'unsafe-none',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    const { token } = await toldIn(response);
    expect(response.headers.has('Location')).toBe(false);
    const secrets = [
      token,
      authorize.searchParams.get('state')!,
      new URL(back, self).searchParams.get('code')!,
    ];
    for (const secret of secrets) expect(server.lines.join('\n')).not.toContain(secret);
    expect(server.lines).toEqual([`Masuk berhasil dari ${portal}.`]);
  });

  it('refused at GitHub: the page is told, and may ask again', async () => {
    const authorize = await visitor.begin();
    const state = authorize.searchParams.get('state')!;
    const response = await visitor.ask(`/callback?error=access_denied&state=${state}`);
    expect(await handedOver(response)).toEqual({
      asal: portal,
      jawaban: 'authorization:github:error:{"message":"Masuk dibatalkan di GitHub."}',
    });
  });
});

describe('nobody else gets a token', () => {
  const timeIsUp =
    'Waktu masuk sudah habis, atau masuk dimulai di peramban lain. Tutup jendela ini, lalu tekan Masuk lagi.';
  const notThisBrowser =
    'Jawaban GitHub ini bukan untuk proses masuk di peramban ini. Tutup jendela ini, lalu tekan Masuk lagi.';
  const alreadyUsed = 'Jawaban GitHub ini sudah dipakai. Tutup jendela ini, lalu tekan Masuk lagi.';
  const noToken = 'GitHub menolak memberi izin. Tutup jendela ini, lalu tekan Masuk lagi.';
  const unreadable = 'Jawaban GitHub tidak terbaca. Tutup jendela ini, lalu tekan Masuk lagi.';

  /** Begins in the visitor's browser and lets the person agree: the way back, still to be walked. */
  const agreed = async () => visitor.agree(await visitor.begin(), 'peliput');
  const table: readonly (readonly [string, () => Promise<Response>, number, string])[] = [
    ['a state of another browser', async () => new Visitor(server).ask(await agreed()), 400, timeIsUp],
    [
      'a state of another sign-in of the same browser',
      async () => {
        const back = await agreed();
        await visitor.begin();
        return visitor.ask(back);
      },
      400,
      notThisBrowser,
    ],
    [
      'a state that is used again, cookie and all',
      async () => {
        const back = await agreed();
        const kept = new Map(visitor.cookies);
        await visitor.ask(back);
        for (const [name, value] of kept) visitor.cookies.set(name, value);
        return visitor.ask(back);
      },
      400,
      alreadyUsed,
    ],
    [
      'a code that is used again with a new start',
      async () => {
        const back = await agreed();
        await visitor.ask(back);
        const code = new URL(back, self).searchParams.get('code');
        const state = (await visitor.begin()).searchParams.get('state');
        return visitor.ask(`/callback?code=${code}&state=${state}`);
      },
      502,
      noToken,
    ],
    [
      'a code that was made for another verifier (PKCE)',
      async () => {
        const thief = new Visitor(server);
        const stolen = new URL(await agreed(), self).searchParams.get('code')!;
        const state = (await thief.begin()).searchParams.get('state')!;
        return thief.ask(`/callback?code=${stolen}&state=${state}`);
      },
      502,
      noToken,
    ],
    [
      'a cookie that is too old',
      async () => {
        const back = await agreed();
        server.wait(600_001);
        return visitor.ask(back);
      },
      400,
      timeIsUp,
    ],
    [
      'a cookie with one letter changed',
      async () => {
        const back = await agreed();
        const cookie = visitor.cookies.get('__Host-paraf-masuk')!;
        const other = cookie.at(40) === 'A' ? 'B' : 'A';
        visitor.cookies.set('__Host-paraf-masuk', `${cookie.slice(0, 40)}${other}${cookie.slice(41)}`);
        return visitor.ask(back);
      },
      400,
      timeIsUp,
    ],
    [
      'a session cookie in the place of the start cookie',
      async () => {
        const { sesi } = await visitor.signIn('peliput');
        const back = await agreed();
        visitor.cookies.set('__Host-paraf-masuk', visitor.cookies.get(`__Host-paraf-sesi-${sesi}`)!);
        return visitor.ask(back);
      },
      400,
      timeIsUp,
    ],
    [
      'no state at all',
      async () => visitor.ask((await agreed()).replace(/&state=.*/, '')),
      400,
      notThisBrowser,
    ],
    [
      'two states',
      async () => {
        const back = await agreed();
        return visitor.ask(`${back}&state=lain`);
      },
      400,
      notThisBrowser,
    ],
    [
      'a code that is a script',
      async () => {
        const state = (await visitor.begin()).searchParams.get('state')!;
        return visitor.ask(`/callback?code=%3Cscript%3E&state=${state}`);
      },
      400,
      unreadable,
    ],
  ];
  it.each(table)('%s', async (_, walk, status, words) => {
    const response = await walk();
    expect([response.status, await titleOf(response)]).toEqual([status, words]);
  });

  it.each([
    ['an origin that is not on the list', 'https://jahat.example'],
    ['the list’s host without TLS', 'http://portal.contoh.go.id'],
    ['another port', 'https://portal.contoh.go.id:8443'],
    ['a host that begins like one', 'https://portal.contoh.go.id.jahat.example'],
    ['a host that ends like one', 'https://jahatportal.contoh.go.id'],
    ['a subdomain', 'https://x.portal.contoh.go.id'],
    ['an origin with a path', 'https://portal.contoh.go.id/'],
    ['capital letters', 'https://PORTAL.contoh.go.id'],
    ['null, as sandboxed frames have', 'null'],
    ['nothing', ''],
    ['a list', [portal]],
  ])('no sign-in is begun for %s', async (_, asal) => {
    const response = await visitor.post('/mulai', { asal }, self);
    expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
  });

  it.each([
    ['another site’s script', 'https://jahat.example'],
    ['even one of our pages: only the popup begins', portal],
    ['a sandboxed frame', 'null'],
  ])('a start is not made for %s', async (_, origin) => {
    expect((await visitor.post('/mulai', { asal: portal }, origin)).status).toBe(403);
  });

  it('a form of another site cannot begin, for it cannot send JSON', async () => {
    const headers = { 'Content-Type': 'text/plain' };
    const init = { method: 'POST', body: JSON.stringify({ asal: portal }), headers, origin: self };
    expect((await visitor.ask('/mulai', init)).status).toBe(403);
  });

  it.each(['redirect_uri', 'redirect', 'next', 'returnTo', 'url', 'origin', 'asal', 'site_id'])(
    'no address is taken from the query: %s',
    async (name) => {
      const evil = encodeURIComponent('https://jahat.example/');
      const first = await visitor.ask(`/masuk?${name}=${evil}`);
      expect([first.status, first.headers.has('Location')]).toEqual([200, false]);
      expect(await first.text()).not.toContain('jahat');
      const back = await visitor.agree(await visitor.begin(), 'peliput');
      const last = await visitor.ask(`${back}&${name}=${evil}`);
      expect([last.status, last.headers.has('Location')]).toEqual([200, false]);
      expect(await last.text()).not.toContain('jahat');
    },
  );

  it.each([
    ['//jahat.example', 404],
    ['/callback/', 404],
    ['/constructor', 404],
    [`/callback?code=${'a'.repeat(3000)}`, 414],
  ])('%s is no address of ours', async (path, status) => {
    expect((await visitor.ask(path)).status).toBe(status);
  });

  it('a huge body is not read to its end', async () => {
    const response = await visitor.post('/mulai', { asal: portal, x: 'x'.repeat(1_000_000) }, self);
    expect(response.status).toBe(403);
  });

  it('huge and strange cookies are passed over', async () => {
    visitor.cookies.set('__Host-paraf-masuk', 'x'.repeat(50_000));
    expect((await visitor.ask('/callback?code=a&state=b')).status).toBe(400);
    visitor.cookies.set('__Host-paraf-masuk', '🍪');
    expect(
      (await server.ask(new Request(`${self}/callback?code=a&state=b`, { headers: { Cookie: ';=;==' } })))
        .status,
    ).toBe(400);
  });
});

describe('a token that ends is renewed', () => {
  it('by the cookie, which no page can read; the old token ends by it', async () => {
    const told = await visitor.signIn('kepala-dinas');
    expect(JSON.stringify(told)).not.toContain('ghr_');
    const response = await visitor.post('/segarkan', { sesi: told.sesi });
    expect([response.status, response.headers.get('Access-Control-Allow-Origin')]).toEqual([200, portal]);
    const fresh = (await response.json()) as { token: string };
    expect(fresh).toEqual({
      token: expect.stringMatching(/^ghu_/) as string,
      sesi: told.sesi,
      berlaku: 28_800,
    });
    expect([await whoIs(told.token), await whoIs(fresh.token)]).toEqual([401, 'kepala-dinas']);
    expect(response.headers.getSetCookie()[0]).toMatch(
      new RegExp(
        `^__Host-paraf-sesi-${told.sesi}=[\\w-]+; Path=/; Max-Age=43200; HttpOnly; Secure; SameSite=Strict$`,
      ),
    );
    // And the next one too.
    expect((await visitor.post('/segarkan', { sesi: told.sesi })).status).toBe(200);
  });

  it('two sign-ins of one browser do not end each other', async () => {
    const desk = await visitor.signIn('kepala-dinas');
    const decap = await visitor.signIn('peliput', editors);
    expect((await visitor.post('/segarkan', { sesi: desk.sesi })).status).toBe(200);
    expect(await whoIs(decap.token)).toBe('peliput');
    expect((await visitor.post('/segarkan', { sesi: decap.sesi }, editors)).status).toBe(200);
  });

  it('a browser keeps four sign-ins; of more, the oldest is forgotten', async () => {
    const sessions: string[] = [];
    for (let i = 0; i < 6; i += 1) sessions.push((await visitor.signIn('peliput')).sesi);
    const kept = [...visitor.cookies.keys()].filter((name) => name.includes('sesi'));
    expect(kept).toEqual(sessions.slice(-4).map((sesi) => `__Host-paraf-sesi-${sesi}`));
  });

  it.each([
    [
      'another origin of ours than the one that signed in',
      (sesi: string) => visitor.post('/segarkan', { sesi }, editors),
      401,
    ],
    [
      'a stranger’s origin',
      (sesi: string) => visitor.post('/segarkan', { sesi }, 'https://jahat.example'),
      403,
    ],
    ['another browser', (sesi: string) => new Visitor(server).post('/segarkan', { sesi }), 401],
    ['a handle that is none', () => visitor.post('/segarkan', { sesi: '../masuk' }), 400],
    ['no handle', () => visitor.post('/segarkan', {}), 400],
    [
      'a page that slept twelve hours',
      (sesi: string) => {
        server.wait(12 * 3_600_000 + 1);
        return visitor.post('/segarkan', { sesi });
      },
      401,
    ],
  ])('not for %s', async (_, ask, status) => {
    const { sesi, token } = await visitor.signIn('peliput');
    const response = await ask(sesi);
    expect([response.status, response.headers.get('Access-Control-Allow-Origin') === '*']).toEqual([
      status,
      false,
    ]);
    expect(await response.text()).not.toContain('ghu_');
    expect(await whoIs(token)).toBe('peliput');
  });
});

it('signing out ends the token at GitHub, and forgets what would renew it', async () => {
  const { token, sesi } = await visitor.signIn('peliput');
  expect((await visitor.post('/keluar', { token, sesi })).status).toBe(204);
  expect(await whoIs(token)).toBe(401);
  expect((await visitor.post('/segarkan', { sesi })).status).toBe(401);
  // Once more does no harm.
  expect((await visitor.post('/keluar', { token, sesi })).status).toBe(204);
  expect((await visitor.post('/keluar', { token, sesi }, 'https://jahat.example')).status).toBe(403);
});

it('a page of our origins may ask by script, with its cookies; nobody else may', async () => {
  const ask = (origin: string) => visitor.ask('/segarkan', { method: 'OPTIONS', origin });
  const ours = await ask(portal);
  expect(Object.fromEntries(ours.headers)).toMatchObject({
    'access-control-allow-origin': portal,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'POST',
    vary: 'Origin',
  });
  const strange = await ask('https://jahat.example');
  expect([strange.status, strange.headers.has('Access-Control-Allow-Origin')]).toEqual([403, false]);
});

it('GitHub that is away is told as such, and the person may try again', async () => {
  const away = serverOf('http://127.0.0.1:9', demoClient);
  const person = new Visitor(away);
  const state = (await person.begin()).searchParams.get('state')!;
  const response = await person.ask(`/callback?code=abc&state=${state}`);
  expect([response.status, await titleOf(response)]).toEqual([
    502,
    'GitHub tidak menjawab. Tunggu sebentar, tutup jendela ini, lalu tekan Masuk lagi.',
  ]);
});
