/** What others do meanwhile, each under their own account and through the API: appoint, write, correct. */
import { resolve } from 'node:path';
import type { Octokit } from 'octokit';
import { samplesOf } from '../../scripts/example/samples.ts';
import { openItem, saveItem } from '../../scripts/local/demo/editor.ts';
import { repo } from './paraf.ts';

export const samples = samplesOf(resolve(import.meta.dirname, '../..'));

/** Seats that the Sekretaris sits in by letters of the same days as the Plh Kepala Dinas of the demo. */
export const seats = ['tim-pengolah-informasi', 'ppid-utama'];

/**
 * Proposes the Sekretaris as Plh of these seats: a change of the system, which another keeper has to approve.
 *
 * @returns number of the pull request
 */
export async function appoint(octokit: Octokit): Promise<number> {
  const path = 'content/pelaksana.yml';
  const { data } = await octokit.rest.repos.getContent({ ...repo, path });
  const rows = seats.map(
    (peran) => `
- akun: 1010
  peran: ${peran}
  mulai: "2026-11-09"
  selesai: "2026-11-13"
  jenis: plh
  jabatan: Sekretaris
  surat: Contoh nomor 023/SP/2026 tanggal 2 November 2026
`,
  );
  const content = textIn(data) + rows.join('');
  const main = await octokit.rest.git.getRef({ ...repo, ref: 'heads/main' });
  const parent = main.data.object.sha;
  const tree = await octokit.rest.git.createTree({
    ...repo,
    base_tree: parent,
    tree: [{ path, mode: '100644', type: 'blob', content }],
  });
  const message = 'Penunjukan Plh';
  const commit = await octokit.rest.git.createCommit({
    ...repo,
    message,
    tree: tree.data.sha,
    parents: [parent],
  });
  const head = 'penunjukan-plh';
  await octokit.rest.git.createRef({ ...repo, ref: `refs/heads/${head}`, sha: commit.data.sha });
  const pull = await octokit.rest.pulls.create({ ...repo, title: message, head, base: 'main' });
  return pull.data.number;
}

function textIn(data: unknown): string {
  return Buffer.from((data as { content: string }).content, 'base64').toString('utf8');
}

/** The item's text as it stands on its branch. */
async function indexOf(octokit: Octokit, pull_number: number): Promise<{ folder: string; text: string }> {
  const { data } = await octokit.rest.pulls.get({ ...repo, pull_number });
  const files = await octokit.rest.pulls.listFiles({ ...repo, pull_number });
  const path = files.data.map(({ filename }) => filename).find((name) => name.endsWith('/index.md'))!;
  const content = await octokit.rest.repos.getContent({ ...repo, path, ref: data.head.ref });
  return { folder: path.slice(0, -'/index.md'.length), text: textIn(content.data) };
}

/** A colleague begins a news item of this title. */
export async function beginNews(octokit: Octokit, title: string): Promise<void> {
  const slug = title.toLowerCase().replaceAll(' ', '-');
  const item = samples.make('berita', 4, slug)!;
  const path = `${item.folder}/index.md`;
  const text = new TextDecoder().decode(item.files.get(path)).replace(item.title, title);
  await openItem(octokit, {
    ...item,
    title,
    files: new Map(item.files).set(path, new TextEncoder().encode(text)),
  });
}

/** A colleague puts other words into the summary. */
export async function editSummary(octokit: Octokit, pull: number, words: string): Promise<void> {
  const { folder, text } = await indexOf(octokit, pull);
  const rest = text.replace(/^ringkasan:.*\n(?: .*\n)*/m, '');
  const edited = rest.replace(/^---\n/, `---\nringkasan: ${words}\n`);
  const files = new Map([[`${folder}/index.md`, new TextEncoder().encode(edited)]]);
  await saveItem(octokit, { folder, title: words, files }, 'Perbaikan');
}

/** Writes the finished text of a sample into an item that was begun on the phone. */
export async function finish(octokit: Octokit, collection: string, pull: number): Promise<void> {
  const { folder, text: begun } = await indexOf(octokit, pull);
  const whole = samples.make(collection, 0)!;
  const index = `${folder}/index.md`;
  const files = new Map(
    [...whole.files].map(([path, bytes]) => [path.replace(whole.folder, folder), bytes] as const),
  );
  const text = merged(begun, new TextDecoder().decode(files.get(index)));
  files.set(index, new TextEncoder().encode(text));
  await saveItem(octokit, { folder, title: whole.title, files }, 'Naskah');
}

/** Front matter of the phone's item where it has the field, else the sample's; the sample's text. */
function merged(begun: string, sample: string): string {
  const front = (text: string) => text.split(/^---$/m)[1] ?? '';
  const body = sample.split(/^---$/m).slice(2).join('---');
  const keys = (text: string) =>
    new Map(
      text
        .trim()
        .split(/\n(?=\S)/)
        .map((part) => [part.split(':')[0]!, part] as const),
    );
  const fields = new Map([...keys(front(sample)), ...keys(front(begun))]);
  return `---\n${[...fields.values()].join('\n')}\n---${body}`;
}
