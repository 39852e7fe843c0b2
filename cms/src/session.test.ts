import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openOffice, type Office } from '../../scripts/local/testing/office.ts';
import { demoClient } from '../../scripts/local/sign-in/oauth-app.ts';
import { portal, self, serverOf, Visitor, type Told } from '../auth/testing/visitor.ts';
import { keepSignedIn } from './session.ts';

/** Decap's backend with its token kept alive, against the sign-in server and the local server as GitHub. */
const eightHours = 8 * 3_600_000;
let office: Office;
let visitor: Visitor;
const kept = new Map<string, string>();
const asked: string[] = [];
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.stop());
beforeEach(() => {
  kept.clear();
  asked.length = 0;
  visitor = new Visitor(serverOf(office.url, demoClient));
  const real = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const address = new URL(input instanceof Request ? input.url : input);
    if (address.origin !== self) return real(input, init);
    asked.push(address.pathname);
    return visitor.ask(address.pathname, { ...init, origin: portal });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

let lock = Promise.resolve();
/** The browser's parts that are used: one lock for all tabs, and what is kept. */
const page = {
  localStorage: {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  },
  navigator: { locks: { request: (_: string, work: () => Promise<void>) => (lock = lock.then(work)) } },
} as unknown as Window;

function decap(): DecapBackend {
  const backend = {
    api: {},
    authenticate: (answer: { token: string }) => Promise.resolve({ login: 'peliput', token: answer.token }),
    logout: vi.fn(),
  } as unknown as DecapBackend;
  keepSignedIn(backend, self, page);
  return backend;
}
const signedIn = async (backend: DecapBackend, told: Told) => {
  const user = await backend.authenticate(told);
  kept.set('decap-cms-user', JSON.stringify(user));
  return user;
};
const keptToken = () => (JSON.parse(kept.get('decap-cms-user')!) as { token: string }).token;

test('a token that ends in ten minutes is replaced, under the open form and for the next page', async () => {
  const told = await visitor.signIn('peliput');
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  const backend = decap();
  expect(await signedIn(backend, told)).toMatchObject({ token: told.token, sesi: told.sesi });
  vi.advanceTimersByTime(eightHours - 11 * 60_000);
  expect(asked).toEqual([]);
  vi.advanceTimersByTime(2 * 60_000);
  await vi.waitFor(() => expect(backend.api?.token).toMatch(/^ghu_/));
  expect([asked, backend.token, keptToken()]).toEqual([
    ['/segarkan'],
    backend.api?.token,
    backend.api?.token,
  ]);
  expect(backend.token).not.toBe(told.token);
});

test('a second tab takes the token that the first one got, and asks for none', async () => {
  const told = await visitor.signIn('peliput');
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  const [first, second] = [decap(), decap()];
  await signedIn(first, told);
  await signedIn(second, told);
  vi.advanceTimersByTime(eightHours - 9 * 60_000);
  await vi.waitFor(() => expect(first.token).toMatch(/^ghu_/));
  vi.advanceTimersByTime(60_000);
  await vi.waitFor(() => expect(second.token).toBe(first.token));
  expect(asked).toEqual(['/segarkan']);
});

test('a page that was closed for longer than a token begins with a new one', async () => {
  const told = await visitor.signIn('peliput');
  const user = { login: 'peliput', token: told.token, sesi: told.sesi, sampai: Date.now() - 1 };
  kept.set('decap-cms-user', JSON.stringify(user));
  const fresh = (await decap().authenticate(user)) as { token: string };
  expect(fresh.token).not.toBe(told.token);
  expect(keptToken()).toBe(fresh.token);
});

test('while the sign-in server is away the token stays until it ends', async () => {
  const told = await visitor.signIn('peliput');
  vi.spyOn(visitor, 'ask').mockRejectedValue(new TypeError('fetch failed'));
  const user = { login: 'peliput', token: told.token, sesi: told.sesi, sampai: Date.now() + 60_000 };
  expect(await decap().authenticate(user)).toMatchObject({ token: told.token });
});

test('signing out ends the token at GitHub', async () => {
  const told = await visitor.signIn('peliput');
  const backend = decap();
  await signedIn(backend, told);
  backend.logout();
  const works = async () =>
    (await office.server.app.request('/api/v3/user', { headers: { Authorization: `token ${told.token}` } }))
      .ok;
  await vi.waitFor(async () => expect(await works()).toBe(false));
});

test('a token that does not end is left alone', async () => {
  const backend = decap();
  expect(await backend.authenticate({ token: 'demo-peliput', provider: 'github' })).toEqual({
    login: 'peliput',
    token: 'demo-peliput',
  });
  backend.logout();
  expect(asked).toEqual([]);
});
