/**
 * How fast a portal is proven: `node bench/verify.ts [--butir 50000]` makes a repository with so many published items
 * over ten years, every one merged with its signed lines and recorded, and then proves it as `paraf verify` does.
 *
 * Asked for are 50,000 entries in 10 s. Seen with Node 24 and Git 2.39: 12 s of processor time, Git's walks of the
 * history beside everything else; 19 s by the clock while a dozen other programs shared the two cores.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { LedgerEntry } from '../scripts/core/ledger.ts';
import { itemTrailers } from '../scripts/core/trailers.ts';
import { openGit } from '../scripts/publish/git.ts';
import { blobId, treeId } from '../scripts/publish/index/tree.ts';
import { prove } from '../scripts/publish/proof/prove.ts';
import { sistemSidikAt, verify } from '../scripts/publish/verify.ts';

type ItemEntry = Extract<LedgerEntry, { jenis: 'item' }>;

const { values } = parseArgs({ options: { butir: { type: 'string', default: '50000' } } });
const count = Number(values.butir);
const root = mkdtempSync(join(tmpdir(), 'paraf-bukti-'));
const repoDir = join(root, 'portal.git');
const sopId = 'penyebarluasan-informasi';
const sopFile = `content/sop/${sopId}/index.md`;
const settings = [sopFile, 'content/alur.yml', 'content/pelaksana.yml'].map(
  (path) => [path, readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')] as const,
);
const sopVersion = blobId(Buffer.from(settings[0]![1]), 40);
const start = Date.parse('2026-11-01T01:00:00Z') / 1000;
const tenYears = 3650 * 86_400;

function git(args: readonly string[], input?: string): void {
  const done = spawnSync('git', args, { encoding: 'utf8', ...(input === undefined ? {} : { input }) });
  if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`);
}

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;

/** One commit on top of a branch, as `git fast-import` reads it. */
function commit(branch: string, mark: number, seconds: number, message: string, files: readonly string[]) {
  const head = [
    `commit refs/heads/${branch}`,
    `mark :${mark}`,
    `committer Paraf <paraf@contoh.example> ${seconds} +0000`,
  ];
  return `${head.join('\n')}\n${data(message)}${files.join('')}`;
}

const file = (path: string, text: string) => `M 100644 inline ${path}\n${data(text)}`;

function entryOf(place: number): {
  readonly entry: ItemEntry;
  readonly text: string;
  readonly seconds: number;
} {
  const seconds = start + Math.floor(((place + 1) * tenYears) / (count + 1));
  const at = new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
  const path = `content/berita/${at.slice(0, 4)}/${at.slice(5, 7)}/butir-${place}`;
  const text = `---\njudul: Butir ${place}\nopd: dinas-kominfo\n---\n\n${`Warga membersihkan parit ke-${place}. `.repeat(40)}\n`;
  const sidik = treeId([{ path: 'index.md', executable: false, bytes: Buffer.from(text) }]);
  const step = (no: number, tindakan: string, peran: string, akun: number, review: string | null) => ({
    no,
    tindakan,
    peran,
    atasNama: peran,
    akun,
    at,
    review,
    sidik,
  });
  const langkah = [
    step(1, 'liput', 'tim-peliputan', 1003, null),
    step(2, 'susun', 'penyusun-bahan-informasi', 1003, null),
    step(3, 'periksa', 'tim-pengolah-informasi', 1005, String(place)),
    step(4, 'setujui', 'tim-pengolah-informasi', 1005, String(place)),
  ];
  const signed = { path, sidik, sop: sopId, sopVersion, langkah, pull: place + 2 };
  const rest = { jenis: 'item', versi: 1, commit: '', at, koleksi: 'berita', putaranKoreksi: 0 } as const;
  return { entry: { ...rest, ...signed }, text, seconds };
}

/** Writes both branches; the ledger names the commits, so `main` comes first. */
function write(): void {
  git(['init', '--quiet', '--bare', '--initial-branch=main', repoDir]);
  const marks = join(root, 'tanda');
  const load = (stream: readonly string[]) =>
    git(
      [`--git-dir=${repoDir}`, 'fast-import', '--quiet', '--force', `--export-marks=${marks}`],
      stream.join(''),
    );
  const main = [
    commit(
      'main',
      1,
      start,
      'Awal',
      settings.map(([path, text]) => file(path, text)),
    ),
  ];
  for (let place = 0; place < count; place += 1) {
    const { entry, text, seconds } = entryOf(place);
    const message = `Terbitkan butir\n\n${itemTrailers(entry, (peran) => peran).join('\n')}\n`;
    main.push(commit('main', place + 2, seconds, message, [file(`${entry.path}/index.md`, text)]));
  }
  load(main);
  const ids = new Map(
    readFileSync(marks, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.slice(1).split(' ') as [string, string]),
  );
  const first = ids.get('1')!;
  const sidik = sistemSidikAt(openGit(repoDir), first);
  const at = new Date(start * 1000).toISOString();
  const sistem = { commit: first, sidik, at, pull: null };
  const record = (number: number, entry: LedgerEntry) =>
    file(
      `ledger/${entry.at.slice(0, 4)}/${entry.at.slice(5, 7)}/${String(number).padStart(6, '0')}.json`,
      `${JSON.stringify(entry, null, 2)}\n`,
    );
  const paraf = [
    commit('paraf', 1, start, 'Catat 000001', [
      record(1, { jenis: 'sistem', versi: 1, ...sistem, disetujuiOleh: [] }),
      file('sistem.json', `${JSON.stringify([sistem])}\n`),
    ]),
  ];
  for (let place = 0; place < count; place += 1) {
    const { entry, seconds } = entryOf(place);
    const written = { ...entry, commit: ids.get(String(place + 2))! };
    const files = [record(place + 2, written)];
    paraf.push(commit('paraf', place + 2, seconds, 'Catat', files));
    // The queue moves with every look.
    paraf.push(
      commit('paraf', count + place + 2, seconds, 'Antrean', [file('antrean.json', `[${place}]\n`)]),
    );
  }
  load(paraf);
  git([`--git-dir=${repoDir}`, 'gc', '--quiet']);
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

try {
  let begin = performance.now();
  write();
  console.log(`repository of ${count} items written in ${seconds(begin)}`);
  begin = performance.now();
  const repository = openGit(repoDir);
  const verification = await verify(repository);
  console.log(`ledger and main read in ${seconds(begin)}`);
  const faults = await prove(repository, verification, { isDeep: true });
  for (const { file: where, message } of faults.slice(0, 5)) console.log(`${where}: ${message}`);
  const { ledger, live } = verification;
  console.log(
    `${ledger.length} entries and ${live.length} items proven in ${seconds(begin)}, ${faults.length} faults`,
  );
  process.exitCode = faults.length === 0 && live.length === count ? 0 : 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
