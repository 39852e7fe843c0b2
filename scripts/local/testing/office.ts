import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Octokit } from 'octokit';
import { appNumber } from '../accounts.ts';
import { createDemoClock, demoStart, type Clock } from '../clock.ts';
import { createLocalServer, type LocalServer } from '../server.ts';
import { judge, type Judged } from './openapi.ts';

const owner = 'diskominfo';
const repo = 'portal';

/** A served repository with something on `main`, for tests: every answer is held against GitHub's description. */
export interface Office {
  readonly server: LocalServer;
  readonly url: string;
  readonly clock: Clock;
  readonly dataDir: string;
  readonly judged: readonly Judged[];
  /** Answers that are not as GitHub's description says; `stop` throws when there are any. */
  readonly faults: string[];
  /** `fetch`, judged. */
  readonly fetch: typeof fetch;
  /** octokit as an account; `app` is Paraf itself. */
  as(login: string): Octokit;
  /** Paraf's app as it signs in with its key, by octokit's own means. */
  signIn(appId?: number): App;
  /** octokit with a token that was given to the app. */
  holding(token: string): Octokit;
  /** A plain request below the repository, as Decap makes it. */
  call(login: string, method: string, path: string, body?: unknown): Promise<Answer>;
  /** Makes a commit of these files on top of another and returns its id. Null takes a file away. */
  commit(login: string, parent: string | undefined, files: Files, message?: string): Promise<string>;
  /** Opens a pull request from a new branch with these files, as Decap does. */
  draft(
    login: string,
    slug: string,
    files?: Files,
  ): Promise<{ number: number; head: string; branch: string }>;
  /** Where `main` stands. */
  main(): Promise<string>;
  stop(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly message: string;
  readonly headers: Headers;
}

export type Files = Readonly<Record<string, string | null>>;

/** What every call names: `{ owner, repo }`. */
export const place = { owner, repo };

export interface Given {
  /** A folder that is there, with its content. */
  readonly dataDir?: string;
  /** Nothing but an organisation with this plan. */
  readonly empty?: { readonly plan: 'free' | 'team' };
}

/** Starts a server on a folder of its own, or on one that is there. */
export async function openOffice(given: Given = {}): Promise<Office> {
  const dataDir = given.dataDir ?? mkdtempSync(join(tmpdir(), 'paraf-local-'));
  const clock = createDemoClock(demoStart);
  const server = await createLocalServer({ dataDir, clock, empty: given.empty });
  const url = await server.listen(0);
  const judged: Judged[] = [];
  const faults: string[] = [];
  const prefix = `${url}/api/v3`;

  const checked: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const address = new URL(input instanceof Request ? input.url : input);
    if (address.pathname.endsWith('/graphql') || response.status === 304) return response;
    const text = await response.clone().text();
    const isJson = (response.headers.get('Content-Type') ?? '').includes('json');
    const path = address.href.slice(prefix.length).split('?')[0]!;
    if (!isJson && text !== '') return response;
    try {
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      judged.push(judge(init?.method ?? 'GET', path, response.status, body));
    } catch (fault) {
      faults.push((fault as Error).message);
    }
    return response;
  };

  const tokenOf = (login: string) => (login === 'app' ? server.appToken : `demo-${login}`);
  const Client = Octokit.defaults({
    baseUrl: prefix,
    request: { fetch: checked },
    throttle: { enabled: false },
    retry: { enabled: false },
    log: { debug: () => undefined, info: () => undefined, warn: console.warn, error: () => undefined },
  });
  const holding = (token: string) => new Client({ auth: token });
  const as = (login: string) => holding(tokenOf(login));
  const signIn = (appId = appNumber) =>
    new App({ appId, privateKey: server.store.appKey.pem(), Octokit: Client });

  const call = async (login: string, method: string, path: string, body?: unknown): Promise<Answer> => {
    const headers = {
      Authorization: `token ${tokenOf(login)}`,
      'Content-Type': 'application/json; charset=utf-8',
    };
    const response = await checked(`${prefix}/repos/${owner}/${repo}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json: unknown = text === '' ? undefined : JSON.parse(text);
    const message = (json as { message?: unknown } | undefined)?.message;
    return {
      status: response.status,
      json,
      message: typeof message === 'string' ? message : '',
      headers: response.headers,
    };
  };

  const commit = async (login: string, parent: string | undefined, files: Files, message = 'Ubah isi') => {
    const { git } = as(login).rest;
    const tree = await git.createTree({
      ...place,
      ...(parent === undefined ? {} : { base_tree: parent }),
      tree: Object.entries(files).map(([path, content]) => ({
        path,
        mode: '100644' as const,
        type: 'blob' as const,
        ...(content === null ? { sha: null } : { content }),
      })),
    });
    const parents = parent === undefined ? [] : [parent];
    return (await git.createCommit({ ...place, message, tree: tree.data.sha, parents })).data.sha;
  };

  const main = async () => (await as('app').rest.git.getRef({ ...place, ref: 'heads/main' })).data.object.sha;

  const draft = async (login: string, slug: string, files?: Files) => {
    const branch = `cms/berita/${slug}`;
    const folder = `content/berita/2026/11/${slug}`;
    const head = await commit(
      login,
      await main(),
      files ?? { [`${folder}/index.md`]: `isi ${slug}\n` },
      slug,
    );
    await as(login).rest.git.createRef({ ...place, ref: `refs/heads/${branch}`, sha: head });
    const pull = await as(login).rest.pulls.create({
      ...place,
      title: `Buat ${slug}`,
      body: 'Automatically generated by Decap CMS',
      head: `${owner}:${branch}`,
      base: 'main',
    });
    return { number: pull.data.number, head, branch };
  };

  if (!given.dataDir && !given.empty) {
    const first = await commit('app', undefined, { 'content/halaman/tentang.md': 'tentang\n' }, 'Isi awal');
    await as('app').rest.git.createRef({ ...place, ref: 'refs/heads/main', sha: first });
  }
  const stop = async () => {
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
    if (faults.length > 0) throw new Error(faults.join('\n\n'));
  };
  return {
    server,
    url,
    clock,
    dataDir,
    judged,
    faults,
    fetch: checked,
    as,
    signIn,
    holding,
    call,
    commit,
    draft,
    main,
    stop,
  };
}
