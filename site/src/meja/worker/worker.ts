/**
 * Keeps the desk's shell on the device, so that it opens without a connection too (decision 23). Bundled by
 * `site/meja-luring.ts`, which puts the list of files in for `SHELL`.
 */
import { answerTo, settingsFile, type Shell, type ShellFile } from './shell.ts';

declare const SHELL: Shell;

/** What a worker has, as far as it is used here: its own library of types cannot stand beside the page's. */
interface Worker {
  readonly registration: { readonly scope: string };
  addEventListener(type: 'install' | 'activate', hear: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', hear: (event: Fetching) => void): void;
}
interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Waiting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const worker = globalThis as unknown as Worker;
const { scope } = worker.registration;
const prefix = 'paraf-meja-';
const name = `${prefix}${SHELL.version}`;
/** A line that answers later than this is as good as none, in ms: a person is waiting. */
const patience = 4000;

const addressOf = (file: string) => new URL(file, scope).href;

worker.addEventListener('install', (event) => event.waitUntil(keepAll()));
// Nobody is hurried: pages of the old version finish with its files, and a reload brings the new one (network first).
worker.addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const answer = answerTo(request, SHELL, scope);
  switch (answer?.kind) {
    case undefined:
      return;
    case 'tetap':
      return event.respondWith(kept(answer.file.address).then((found) => found ?? fetch(request)));
    case 'segar':
      return event.respondWith(freshOr(request, kept(answer.file.address)));
    case 'pengaturan':
      return event.respondWith(freshOr(request, kept(settingsFile), keepSettings));
  }
});

/** Keeps every file of this version, or fails and leaves the version before as it is. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(name);
  const settings = fetch(addressOf(settingsFile), { cache: 'no-store' });
  await Promise.all([...SHELL.files.map((file) => keep(cache, file)), settings.then(keepSettings)]);
}

async function keep(cache: Cache, file: ShellFile): Promise<void> {
  const address = addressOf(file.address);
  // A name that holds its content may be there from the version before.
  const known = file.isFixed ? await caches.match(address) : undefined;
  const response = known ?? (await fetch(address, { cache: file.isFixed ? 'default' : 'no-store' }));
  const hash = await hashOf(response.clone());
  // While a portal is being switched the server may have the next version already: no shell of two halves.
  if (!response.ok || hash !== file.hash) throw new Error(`${file.address || 'page'}: not of this version`);
  await cache.put(address, response);
}

async function keepSettings(response: Response): Promise<void> {
  if (response.ok) await (await caches.open(name)).put(addressOf(settingsFile), response);
}

async function forgetOthers(): Promise<void> {
  const others = (await caches.keys()).filter((one) => one.startsWith(prefix) && one !== name);
  await Promise.all(others.map((one) => caches.delete(one)));
}

async function kept(file: string): Promise<Response | undefined> {
  return (await caches.open(name)).match(addressOf(file));
}

/** The server's answer; what is kept where it does not come, or not in time. */
async function freshOr(
  request: Request,
  old: Promise<Response | undefined>,
  take?: (response: Response) => Promise<void>,
): Promise<Response> {
  const late = new Promise<null>((done) => setTimeout(() => done(null), patience));
  const fresh = fetch(request);
  try {
    const first = await Promise.race([fresh, late]);
    // An answer is an answer, whatever it says; only a server in trouble is none.
    if (first !== null && first.status < 500) {
      if (take !== undefined) void take(first.clone());
      return first;
    }
  } catch {
    // No connection: told below, by what is kept or by the browser itself.
  }
  return (await old) ?? fresh;
}

async function hashOf(response: Response): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
