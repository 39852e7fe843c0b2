import { createServer, type ServerResponse } from 'node:http';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { appCreated, appForm, wrongAnswer } from './app-page-html.ts';
import { manifestOf, type ManifestOptions } from './manifest.ts';

export interface AppPage {
  /** Address to open in a browser. */
  readonly address: string;
  /** The code that GitHub sends back; rejects when the page is closed before. */
  readonly code: Promise<string>;
  close(): Promise<void>;
}

export interface AppPageOptions extends Omit<ManifestOptions, 'redirectUrl'> {
  readonly owner: string;
  /** https://github.com, or the local server. */
  readonly webOrigin: string;
}

/**
 * A page on this machine, for one use: it shows the manifest's form, which goes to GitHub, and takes the code that
 * GitHub sends back. Its path and `state` are random words, so that no other page or program can answer in GitHub's
 * place.
 */
export async function openAppPage(options: AppPageOptions): Promise<AppPage> {
  const state = randomBytes(24).toString('base64url');
  const path = `/${randomBytes(12).toString('base64url')}`;
  let settle: { resolve: (code: string) => void; reject: (reason: Error) => void };
  const code = new Promise<string>((resolve, reject) => (settle = { resolve, reject }));
  // Nobody may be waiting yet when the page is closed.
  code.catch(() => undefined);

  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const host = `127.0.0.1:${port}`;
    const url = new URL(request.url ?? '/', `http://${host}`);
    if (request.method !== 'GET' || request.headers.host !== host) return answer(response, 404, wrongAnswer);
    if (url.pathname === path) {
      const manifest = manifestOf({ ...options, redirectUrl: `http://${host}${path}/kembali` });
      const action = `${options.webOrigin}/organizations/${encodeURIComponent(options.owner)}/settings/apps/new`;
      return answer(response, 200, appForm(`${action}?state=${state}`, manifest), options.webOrigin);
    }
    const given = url.searchParams.get('code') ?? '';
    const isAnswer = url.pathname === `${path}/kembali` && isSame(url.searchParams.get('state') ?? '', state);
    if (!isAnswer || !/^[\w-]{1,200}$/.test(given)) return answer(response, 404, wrongAnswer);
    // The page is closed as soon as the code is there: first it must be shown.
    response.once('finish', () => settle.resolve(given));
    answer(response, 200, appCreated);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    code,
    close: () => {
      settle.reject(new Error('the page was closed'));
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function answer(response: ServerResponse, status: number, html: string, formTarget?: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    // GitHub needs to see where the form comes from, and nobody the words in the address.
    'Referrer-Policy': 'strict-origin',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action ${formTarget === undefined ? "'none'" : `'self' ${formTarget}`}`,
  });
  response.end(html);
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
