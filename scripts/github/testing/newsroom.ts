/** A newsroom for tests: the local server with an approved system on `main`, and people who act as Decap does. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appAccount, type Account } from '../../local/accounts.ts';
import { demoStart, timestamp, type Clock } from '../../local/clock.ts';
import { importTree } from '../../local/demo/import.ts';
import { createLocalServer, type LocalServer } from '../../local/server.ts';
import { bootstrap } from '../bootstrap.ts';
import { createClient } from '../client.ts';
import { look, type Look } from '../gate.ts';
import type { Client } from '../read/client.ts';

export const place = { owner: 'diskominfo', repo: 'portal' };

const checkout = fileURLToPath(new URL('../../..', import.meta.url));

/** Path → text; null deletes. */
export type Files = Readonly<Record<string, string | Buffer | null>>;

/** A picture of one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

/** A complete news item: all that SOP 2 asks for. */
export function news(slug: string, body = 'Warga membersihkan parit bersama petugas.'): Files {
  const folder = `content/berita/2026/11/${slug}`;
  return {
    [`${folder}/index.md`]: `---
judul: Warga kerja bakti di tepi Kapuas
opd: dinas-kesehatan
tanggal: "2026-11-02"
tempat: Pontianak
liputan:
  dokumentasi:
    - berkas: lapangan.png
      keterangan: Foto lapangan
  data: Lima puluh warga hadir.
ringkasan: Warga membersihkan parit bersama petugas.
kategori: lingkungan
foto:
  - berkas: lapangan.png
    keterangan: Warga membersihkan parit di tepi Kapuas.
    kredit: Dokumentasi
    alt: Sejumlah warga mengangkat sampah dari parit.
---
${body}
`,
    [`${folder}/lapangan.png`]: pixel,
  };
}

export interface Newsroom {
  readonly server: LocalServer;
  readonly dataDir: string;
  readonly url: string;
  readonly app: Client;
  as(login: string): Client;
  /** Lets time pass. */
  wait(seconds: number): void;
  now(): string;
  /** Makes a commit on top of another and returns its id. */
  commit(login: string, parent: string | null, files: Files, message?: string): Promise<string>;
  head(branch: string): Promise<string>;
  /** Opens a pull request on a new branch, as Decap does, labelled as a draft. */
  open(login: string, branch: string, files: Files): Promise<number>;
  /** Saves again on a branch: a commit on top, moved as Decap does. */
  save(login: string, branch: string, files: Files, message?: string): Promise<string>;
  /** "In review" in Decap. */
  submit(login: string, pull: number): Promise<void>;
  review(
    login: string,
    pull: number,
    event: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT',
    body?: string,
  ): Promise<number>;
  look(pull: number): Promise<Look>;
  /** Text of a file on a branch; null where there is none. */
  read(branch: string, path: string): Promise<string | null>;
  /** The app's check on a commit: `conclusion title`. */
  check(commit: string): Promise<string>;
  labels(pull: number): Promise<string[]>;
  comments(pull: number): Promise<string[]>;
  stop(): Promise<void>;
}

export interface NewsroomOptions {
  /** Everything that the checkout tracks, its program and workflows too, in the place of its settings. */
  readonly isWhole?: boolean;
  /** In the place of the people of the demo. */
  readonly accounts?: readonly Account[];
  /** Otherwise time stands still between acts. */
  readonly clock?: Clock;
  /** A folder whose repository has its system and its records already. */
  readonly dataDir?: string;
}

/** Opens a newsroom on a folder of its own, with the settings of this checkout, and `more` over them. */
export async function openNewsroom(more: Files = {}, options: NewsroomOptions = {}): Promise<Newsroom> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'paraf-gate-'));
  const clock = options.clock ?? standingClock();
  const server = await createLocalServer({ dataDir, clock, accounts: options.accounts });
  const url = await server.listen(0);
  const clientOf = (token: string) => createClient({ baseUrl: `${url}/api/v3`, token, isPaced: false });
  const app = clientOf(server.appToken);
  const as = (login: string) => (login === 'app' ? app : clientOf(`demo-${login}`));
  const now = () => timestamp(clock.now());
  const sha = (data: unknown) => (data as { sha: string }).sha;

  const room: Newsroom = {
    server,
    dataDir,
    url,
    app,
    as,
    now,
    wait: (seconds) => clock.advance(seconds * 1000),
    async commit(login, parent, files, message = 'Simpan') {
      const client = as(login);
      const tree: object[] = [];
      for (const [path, content] of Object.entries(files)) {
        const entry = { path, mode: '100644', type: 'blob' };
        if (content === null) {
          tree.push({ ...entry, sha: null });
          continue;
        }
        if (typeof content === 'string') {
          tree.push({ ...entry, content });
          continue;
        }
        const blob = await client.request('POST /repos/{owner}/{repo}/git/blobs', {
          ...place,
          content: content.toString('base64'),
          encoding: 'base64',
        });
        tree.push({ ...entry, sha: sha(blob.data) });
      }
      const made = await client.request('POST /repos/{owner}/{repo}/git/trees', {
        ...place,
        ...(parent === null ? {} : { base_tree: parent }),
        tree,
      });
      const commit = await client.request('POST /repos/{owner}/{repo}/git/commits', {
        ...place,
        message,
        tree: sha(made.data),
        parents: parent === null ? [] : [parent],
      });
      return sha(commit.data);
    },
    async head(branch) {
      const { data } = await app.request('GET /repos/{owner}/{repo}/git/ref/{ref}', {
        ...place,
        ref: `heads/${branch}`,
      });
      return (data as { object: { sha: string } }).object.sha;
    },
    async open(login, branch, files) {
      const client = as(login);
      const commit = await room.commit(login, await room.head('main'), files);
      await client.request('POST /repos/{owner}/{repo}/git/refs', {
        ...place,
        ref: `refs/heads/${branch}`,
        sha: commit,
      });
      const { data } = await client.request('POST /repos/{owner}/{repo}/pulls', {
        ...place,
        title: `Buat ${branch}`,
        head: `diskominfo:${branch}`,
        base: 'main',
        body: 'Automatically generated by Decap CMS',
      });
      const { number } = data as { number: number };
      await client.request('PUT /repos/{owner}/{repo}/issues/{issue_number}/labels', {
        ...place,
        issue_number: number,
        labels: ['decap-cms/draft'],
      });
      clock.advance(1000);
      return number;
    },
    async save(login, branch, files, message) {
      const commit = await room.commit(login, await room.head(branch), files, message);
      await as(login).request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
        ...place,
        ref: `heads/${branch}`,
        sha: commit,
        force: true,
      });
      clock.advance(1000);
      return commit;
    },
    async submit(login, pull) {
      await as(login).request('PUT /repos/{owner}/{repo}/issues/{issue_number}/labels', {
        ...place,
        issue_number: pull,
        labels: ['decap-cms/pending_review'],
      });
      clock.advance(1000);
    },
    async review(login, pull, event, body = '') {
      const { data } = await as(login).request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
        ...place,
        pull_number: pull,
        event,
        body,
      });
      clock.advance(1000);
      return (data as { id: number }).id;
    },
    look: (pull) => look(app, place, pull, { now, app: appAccount.id }),
    async read(branch, path) {
      const raw = await app.graphql(
        'query T($o:String!,$r:String!,$e:String!){repository(owner:$o,name:$r){object(expression:$e){... on Blob{text}}}}',
        { o: place.owner, r: place.repo, e: `${branch}:${path}` },
      );
      return (raw as { repository: { object: { text: string } | null } }).repository.object?.text ?? null;
    },
    async check(commit) {
      const { data } = await app.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
        ...place,
        ref: commit,
      });
      const runs = (data as { check_runs: { conclusion: string | null; output: { title: string } }[] })
        .check_runs;
      return runs.map(({ conclusion, output }) => `${conclusion ?? 'berjalan'} ${output.title}`).join(' | ');
    },
    async labels(pull) {
      const { data } = await app.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
        ...place,
        pull_number: pull,
      });
      return (data as { labels: { name: string }[] }).labels.map(({ name }) => name);
    },
    async comments(pull) {
      const { data } = await app.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...place,
        issue_number: pull,
      });
      return (data as { body: string }[]).map(({ body }) => body);
    },
    async stop() {
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };

  if (options.dataDir !== undefined) return room;
  const first =
    options.isWhole === true
      ? await commitWhole(server)
      : await room.commit('app', null, { ...settings(), ...more }, 'Mulai');
  await server.writeBranch('main', first);
  await bootstrap(app, place, now());
  clock.advance(1000);
  return room;
}

/** The demo's first morning, until somebody acts. */
export function standingClock(at = demoStart): Clock {
  let time = at;
  return {
    now: () => time,
    advance: (milliseconds) => {
      time += milliseconds;
    },
  };
}

function commitWhole({ repository, store }: LocalServer): Promise<string> {
  const who = { name: 'Paraf', email: 'paraf@localhost', seconds: 1_790_000_000, zone: '+0000' };
  return store.repository.writeCommit({
    tree: importTree(checkout, repository),
    parents: [],
    author: who,
    committer: who,
    message: 'Mulai',
  });
}

/** The settings of this checkout: SOPs, roles, flow, calendar, offices. */
export function settings(): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  const add = (folder: string) => {
    for (const entry of readdirSync(join(checkout, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) add(path);
      else files[path] = readFileSync(join(checkout, path), 'utf8');
    }
  };
  for (const folder of ['content/sop', 'content/opd']) add(folder);
  for (const name of ['alur', 'pelaksana', 'kalender', 'situs'])
    files[`content/${name}.yml`] = readFileSync(join(checkout, `content/${name}.yml`), 'utf8');
  files['site/halaman.txt'] = 'v1';
  return files;
}
