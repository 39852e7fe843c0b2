import { z } from 'zod';
import { plain, quoted } from '../../core/text.ts';
import { gatePermissions, signInAsApp } from '../app-token.ts';
import { createClient } from '../client.ts';
import { tellOffice } from '../office-report.ts';
import { tellLimits } from '../pages-limits.ts';
import type { Client, Repository } from '../read/client.ts';
import { announceAll, lookAtAll, type Round, type RoundOptions } from '../round.ts';
import { openPulls, recentlyClosed } from '../sweep.ts';
import {
  ActionFault,
  addSummary,
  command,
  logLine,
  readEnvironment,
  setOutput,
  type ActionEnvironment,
} from './environment.ts';
import { triggerOf } from './trigger.ts';

/** Event by which the gate asks for a publication. */
export const publishEvent = 'paraf-terbit';

const lookBack = 7 * 86_400_000;

interface Work {
  readonly actions: ActionEnvironment;
  readonly client: Client;
  readonly options: RoundOptions;
}

/** What each `task` does; each gives what it looked at. */
const tasks: Readonly<Record<string, (work: Work) => Promise<Round>>> = {
  async look({ actions, client, options }) {
    const { owner, repo } = actions.repository;
    const { pulls, branch } = triggerOf(actions.event, actions.input('pull'), `${owner}/${repo}`);
    const found = branch === null ? pulls : await pullsOf(client, actions.repository, branch);
    return lookAtAll(client, actions.repository, found, options);
  },
  async sweep({ actions: { repository }, client, options }) {
    const since = new Date(Date.parse(options.now()) - lookBack).toISOString();
    const pulls = [
      ...(await recentlyClosed(client, repository, since)),
      ...(await openPulls(client, repository)),
    ];
    return lookAtAll(client, repository, pulls, options);
  },
  async published({ actions, client, options }) {
    const { live, bytes, ...report } = readReport(
      actions.input('report'),
      actions.input('deployed') !== 'false',
    );
    const told = await tellOffice(client, actions.repository, options.app, report);
    const seconds = Number.parseInt(actions.input('pages-seconds'), 10);
    // What was not made says nothing of how full the place is.
    if (bytes !== null)
      await tellLimits(client, actions.repository, options.app, {
        bytes,
        seconds: Number.isNaN(seconds) ? null : seconds,
      });
    if (told.reported.length > 0) process.stdout.write(`${logLine('Laporan untuk pengelola diperbarui.')}\n`);
    return announceAll(client, actions.repository, live, options);
  },
};

/** Runs the action in an environment of GitHub Actions. Gives the exit code: 0, or 1 where something was not done. */
export async function runAction(env: NodeJS.ProcessEnv): Promise<number> {
  const print = (line: string) => void process.stdout.write(line === '' ? '' : `${line}\n`);
  try {
    const actions = readEnvironment(env);
    const task = tasks[actions.input('task') || 'look'];
    if (task === undefined)
      throw new ActionFault(
        `Tugas “${actions.input('task')}” tidak dikenal. Yang ada: ${Object.keys(tasks).join(', ')}.`,
      );
    const [appId, privateKey] = [actions.input('app-id'), actions.input('private-key')];
    if (appId === '' || privateKey === '')
      throw new ActionFault(
        'Nomor aplikasi atau kuncinya kosong. Isi variabel PARAF_APP_ID dan rahasia PARAF_APP_KEY pada lingkungan “gerbang”, lalu jalankan ulang.',
      );
    const { apiUrl: baseUrl, repository } = actions;
    const signed = await signInAsApp({
      baseUrl,
      appId,
      privateKey,
      repository,
      permissions: gatePermissions,
    });
    print(command('add-mask', signed.token));
    const client = createClient({ baseUrl, token: signed.token, isPaced: !isLoopback(baseUrl) });
    const now = () => new Date(Date.now() + signed.offset).toISOString().replace(/\.\d+Z$/, 'Z');
    const round = await task({ actions, client, options: { now, app: signed.account } });
    tell(env, round, print);
    if (round.isPublicationDue && actions.input('task') !== 'published')
      await client.request('POST /repos/{owner}/{repo}/dispatches', {
        ...repository,
        event_type: publishEvent,
      });
    setOutput(env, 'publish', String(round.isPublicationDue));
    return round.failed.length === 0 ? 0 : 1;
  } catch (error) {
    print(command('error', error instanceof ActionFault ? error.message : sayFailure(error)));
    return 1;
  }
}

/** What happened, in log and summary. */
function tell(env: NodeJS.ProcessEnv, round: Round, print: (line: string) => void): void {
  for (const { pull, title } of round.seen) print(logLine(`#${pull}: ${title}`));
  for (const { pull, reason } of round.failed)
    print(
      command(
        'error',
        `#${pull} belum dapat diperiksa: ${plain(reason, 500).replace(/\.$/, '')}. Penyapuan berikutnya mencobanya lagi.`,
      ),
    );
  if (round.seen.length > 0)
    addSummary(
      env,
      [
        '| Permintaan | Kedudukan |',
        '| --- | --- |',
        ...round.seen.map(({ pull, title }) => `| #${pull} | ${quoted(title, 300)} |`),
      ].join('\n'),
    );
  setOutput(env, 'pulls', round.seen.map(({ pull }) => pull).join(','));
}

function sayFailure(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return `Gerbang tidak dapat menyelesaikan pekerjaannya: ${plain(text, 500)}. Periksa apakah aplikasi Paraf masih terpasang di repositori ini dan kuncinya masih berlaku, lalu jalankan ulang; yang sudah tersimpan tidak hilang.`;
}

/** Newest pull requests of a branch of this repository: an event of one that is closed names none. */
async function pullsOf(client: Client, repository: Repository, branch: string): Promise<number[]> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/pulls', {
    ...repository,
    head: `${repository.owner}:${branch}`,
    state: 'all',
    sort: 'updated',
    direction: 'desc',
    per_page: 3,
  });
  return (data as readonly { number: number }[]).map(({ number }) => number);
}

const notDeployed =
  'Portal sudah dibangun, tetapi belum sampai di peladen web. Buka catatan alur “publish” terakhir (Actions → publish): tugas “pages” atau “server” memuat sebabnya.';
const noReport =
  'Penerbitan berhenti sebelum sempat melapor. Buka catatan alur “publish” terakhir (Actions → publish): langkah yang merah memuat sebabnya.';

const liveItem = z.object({ pull: z.number().int().positive(), path: z.string(), sidik: z.string() });
const reportInput = z.object({
  live: z.array(liveItem).default([]),
  findings: z
    .array(
      z.object({
        code: z.string(),
        path: z.string(),
        sidik: z.string().nullable(),
        message: z.string(),
        author: z.string().default(''),
      }),
    )
    .default([]),
  omitted: z.number().int().min(0).default(0),
  failure: z.string().nullable().default(null),
  bytes: z.number().int().min(0).nullable().default(null),
});

/** What a publication came to, as `paraf publish --report` wrote it. */
function readReport(text: string, isDeployed: boolean): z.infer<typeof reportInput> {
  // The run before ended before it could write one: its log says why.
  if (text === '') return { live: [], findings: [], omitted: 0, failure: noReport, bytes: null };
  try {
    const report = reportInput.parse(JSON.parse(text));
    if (report.failure !== null || isDeployed) return report;
    return { ...report, live: [], failure: notDeployed };
  } catch {
    throw new ActionFault(
      'Laporan penerbitan tidak terbaca, sehingga tidak diketahui apa yang tayang. Jalankan ulang alur “publish”.',
    );
  }
}

/** GitHub is paced; a server on this machine, which has no limits, is not. */
function isLoopback(address: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(address).hostname);
}
