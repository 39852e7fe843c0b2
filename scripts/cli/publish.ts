import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { BuildError } from '../publish/build.ts';
import type { DeskPlace } from '../publish/desks.ts';
import { GitError } from '../publish/git.ts';
import { appAccountOf, failureOf, handoverOf, writeOut, type Handover } from '../publish/handover.ts';
import { IndexFault } from '../publish/index/build-index.ts';
import { LockedError } from '../publish/lock.ts';
import { publish } from '../publish/publish.ts';
import { RenderError } from '../publish/render/renderer.ts';
import { followPortal } from '../publish/search/follow.ts';
import { VerifyError } from '../publish/verify.ts';
import { withApi } from './api.ts';
import { exitCodes, wrongUse } from './exit.ts';
import { badMoment, isMoment } from './moment.ts';
import { root } from './root.ts';

interface Options {
  readonly repo: string;
  readonly data: string;
  readonly now?: string;
  readonly site?: string;
  readonly json?: boolean;
  readonly cari: boolean;
  readonly utuh?: boolean;
  readonly out?: string;
  readonly report?: string;
}

/** What ends a publication and leaves the old portal as it is. */
const isExpected = (error: unknown): error is Error =>
  error instanceof VerifyError ||
  error instanceof IndexFault ||
  error instanceof BuildError ||
  error instanceof RenderError ||
  error instanceof LockedError ||
  error instanceof GitError;

/** `paraf publish`: builds the portal of what the ledger says is approved, and shows it by one switch. */
export function addPublish(program: Command): void {
  program
    .command('publish')
    .description('menerbitkan portal dari yang tercatat disetujui')
    .option('--repo <folder>', 'repositori Git yang memuat main dan paraf', '.paraf/portal.git')
    .option('--data <folder>', 'folder portal', process.env['PARAF_DATA'] ?? '.paraf')
    .option('--now <waktu>', 'saat ini, ISO 8601 dengan zona')
    .option('--site <alamat>', 'alamat publik, bila lain dari content/situs.yml')
    .option('--utuh', 'buat seluruh portal lagi, juga yang tidak berubah')
    .option('--json', 'hasilnya sebagai JSON')
    .option('--no-cari', 'indeks pencarian tidak ikut dimutakhirkan')
    .option('--out <folder>', 'tulis juga portal lengkap dengan ruang tulis dan Meja, untuk peladen web')
    .option(
      '--report <file>',
      'tulis laporan untuk kantor, untuk disampaikan oleh yang memegang kunci aplikasi',
    )
    .action(run);
}

async function run({ repo, data, now, site, json, cari, utuh, out, report }: Options): Promise<void> {
  if (now !== undefined && !isMoment(now)) return wrongUse(badMoment(now));
  if (site !== undefined && !URL.canParse(site))
    return wrongUse(`Alamat ${site} tidak terbaca. Tulis lengkap, misalnya https://portal.contoh.go.id.`);
  const [repoDir, dataDir] = [resolve(repo), resolve(data)];
  const place = out === undefined ? null : await deskPlace();
  if (place === undefined) return;
  const hand = (handover: Handover) => {
    if (report !== undefined) writeFileSync(report, JSON.stringify(handover));
  };
  try {
    const result = await publish({
      repoDir,
      dataDir,
      modules: resolve(root, 'node_modules'),
      now: () => now ?? new Date().toISOString(),
      site,
      isWhole: utuh,
      onProgress: (line) => process.stderr.write(`${line}\n`),
    });
    const { hash, isSwitched, isWhole, live, findings } = result;
    if (cari) await follow(dataDir);
    const bytes =
      out === undefined || place === null ? null : await writeOut(repoDir, dataDir, resolve(out), place);
    const isOnPages = process.env['PARAF_DEPLOY'] !== 'peladen';
    hand(await handoverOf(repoDir, dataDir, result, isOnPages ? bytes : 0));
    for (const { message } of findings) process.stderr.write(`${message}\n`);
    process.stdout.write(
      json === true
        ? `${JSON.stringify({ hash, isSwitched, isWhole, live, findings })}\n`
        : `${live} butir tayang (portal ${hash}).\n`,
    );
    if (findings.length > 0) process.exitCode = exitCodes.findings;
  } catch (error) {
    if (!isExpected(error)) throw error;
    hand(failureOf(error.message));
    process.stderr.write(`${error.message}\n`);
    process.exitCode = exitCodes.ioFailed;
  }
}

/** The portal is shown whatever becomes of its search: a failure is told, and the next publication tries again. */
async function follow(dataDir: string): Promise<void> {
  try {
    process.stderr.write(`${await followPortal({ dataDir })}\n`);
  } catch (error) {
    process.stderr.write(
      `Portal sudah tayang, tetapi indeks pencariannya masih yang lama: ${error instanceof Error ? error.message : String(error)}\n` +
        'Ulangi dengan “npm run -s paraf -- cari”.\n',
    );
    process.exitCode = exitCodes.findings;
  }
}

/**
 * Where the office's desks work: the repository and API of the environment, the app that writes there, and the sign-in
 * server in PARAF_SIGN_IN. Undefined, with the reason told, where the environment does not say.
 */
async function deskPlace(): Promise<DeskPlace | undefined> {
  const { GITHUB_API_URL: apiRoot = '', PARAF_SIGN_IN: signIn = '' } = process.env;
  if (signIn !== '' && (!URL.canParse(signIn) || new URL(signIn).origin !== signIn)) {
    wrongUse(
      `PARAF_SIGN_IN “${signIn}” bukan asal sebuah alamat. Tulis tanpa garis miring di akhir, misalnya https://masuk.contoh.go.id.`,
    );
    return undefined;
  }
  let place: DeskPlace | undefined;
  await withApi('paraf publish --out', async (client, repository) => {
    const app = await appAccountOf(client, repository);
    if (app === null)
      return wrongUse(
        'Belum ada catatan dari aplikasi Paraf di cabang paraf. Siapkan kantornya dahulu (paraf bootstrap dengan token aplikasi), lalu ulangi.',
      );
    const repo = `${repository.owner}/${repository.repo}`;
    place = { repo, app, apiRoot, signInOrigin: signIn === '' ? null : signIn };
  });
  if (place !== undefined && signIn === '')
    process.stderr.write(
      'PARAF_SIGN_IN kosong: portal terbit, tetapi di ruang tulis dan Meja belum ada yang dapat masuk. Isi dengan alamat server masuk.\n',
    );
  return place;
}
