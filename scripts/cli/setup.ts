import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { createClient } from '../github/client.ts';
import { statusOf } from '../github/read/client.ts';
import { readToken } from '../github/setup/account.ts';
import { installedClient } from '../github/setup/app-keys.ts';
import { SetupFault } from '../github/setup/fault.ts';
import { appNameOf } from '../github/setup/manifest.ts';
import { pushCheckout } from '../github/setup/push.ts';
import { refusal, tell } from '../github/setup/report.ts';
import { look, setUp, type Hands, type Office } from '../github/setup/setup.ts';
import { describeToken, fineGrainedRights, tokenFaults } from '../github/setup/token.ts';
import { webOriginOf } from '../github/setup/web-origin.ts';
import { exitCodes, wrongUse } from './exit.ts';
import { root } from './root.ts';
import { appKeyFrom, readKey, requireNewFile, type KeySource } from './setup-app.ts';
import { answersOf, ownersOf, type Answers, type Options } from './setup-answers.ts';
import { openTerminal, type Terminal } from './setup-terminal.ts';

/** `paraf setup`: makes a repository on GitHub what an office needs, and tells later what is no longer so. */
export function addSetup(program: Command): void {
  program
    .command('setup')
    .description('menyiapkan repositori kantor di GitHub, dan memeriksa kemudian apakah masih sesuai')
    .argument('[repositori]', 'pemilik/nama; bila tidak disebut: GITHUB_REPOSITORY')
    .option('--check', 'hanya memeriksa; berakhir dengan 1 bila ada yang tidak sesuai')
    .option('--dry-run', 'hanya menunjukkan apa yang akan dikerjakan')
    .option('--yes', 'mengerjakan semuanya tanpa bertanya')
    .option('--pengelola <akun>', 'akun atau tim pengelola sistem, dipisah koma, sedikitnya dua')
    .option('--privat', 'repositori yang dibuat tidak terbuka untuk umum (perlu paket berbayar)')
    .option('--app <nomor>', 'nomor aplikasi GitHub yang sudah dibuat')
    .option('--kunci <berkas>', 'kunci privat aplikasi itu (.pem)')
    .option('--simpan <berkas>', 'menyimpan juga rahasia aplikasi baru ke berkas ini, untuk paraf serve')
    .option('--webhook <alamat>', 'alamat webhook, bila memakai paraf serve')
    .option('--masuk <alamat>', 'alamat kembali server masuk (callback)')
    .action(run);
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function run(name: string | undefined, options: Options): Promise<void> {
  try {
    const terminal = openTerminal();
    const answers = await answersOf(name, options, process.env, terminal);
    if (typeof answers === 'string') return wrongUse(answers);
    if (options.simpan !== undefined) requireNewFile(options.simpan);
    const given =
      options.kunci === undefined
        ? null
        : { id: options.app === undefined ? null : Number(options.app), privateKey: readKey(options.kunci) };
    await work(answers, options, terminal, given);
  } catch (error) {
    fail(error);
  }
}

async function work(
  answers: Answers,
  options: Options,
  terminal: Terminal | null,
  given: KeySource['given'],
): Promise<void> {
  const { baseUrl, repository, token } = answers;
  const isPaced = new URL(baseUrl).protocol === 'https:';
  const client = createClient({ baseUrl, token, isPaced });
  const facts = await readToken(client, repository, token);
  say(`Token: ${describeToken(facts)}.`);
  const faults = tokenFaults(facts);
  if (faults.length > 0) return wrongUse(faults.join('\n'));

  const isReadOnly = options.check === true || options.dryRun === true;
  const asker = isReadOnly || options.yes === true ? null : terminal;
  const isNew = facts.isAdmin === null;
  const office: Office = {
    client,
    repository,
    owners: answers.owners ?? (isNew && asker ? ownersOf(await asker.ask(ownersQuestion)) : []),
    isPrivate:
      options.privat === true || (isNew && asker !== null && /^v/i.test(await asker.ask(visibilityQuestion))),
  };
  const first = await look(office, Date.now());
  const count = first.differences.length;
  if (count === 0 && given === null) return say('Sesuai: tidak ada perbedaan.');
  say(`\n${tell(first.differences)}\n\n${count} perbedaan.`);
  if (options.check === true) {
    process.exitCode = exitCodes.findings;
    return;
  }
  if (options.dryRun === true) return say('Tidak ada yang diubah.');
  if (asker !== null && !(await asker.confirm('Kerjakan?'))) return say('Tidak ada yang diubah.');

  const source: KeySource = {
    baseUrl,
    given,
    saveTo: options.simpan ?? null,
    isAttended: asker !== null,
    say,
    page: {
      owner: repository.owner,
      webOrigin: webOriginOf(baseUrl),
      name: appNameOf(repository.owner),
      url: `${webOriginOf(baseUrl)}/${repository.owner}/${repository.repo}`,
      webhook: options.webhook ?? null,
      signIn: options.masuk ?? null,
    },
  };
  const remaining = await setUp(office, handsOf(answers, source, isPaced), first);
  if (remaining.length === 0) return say('\nSesuai: semua sudah seperti seharusnya.');
  say(`\nYang belum:\n\n${tell(remaining)}\n\n${remaining.length} perbedaan tersisa.`);
  process.exitCode = exitCodes.findings;
}

function handsOf({ baseUrl, repository, token }: Answers, source: KeySource, isPaced: boolean): Hands {
  const { owner, repo } = repository;
  // A person needs some minutes to install the app.
  const waiting = { tries: source.isAttended ? 400 : 1, pause: () => sleep(3000) };
  return {
    now: () => Date.now(),
    say,
    hasNewKey: source.given !== null,
    push: () => pushCheckout(root, `${webOriginOf(baseUrl)}/${owner}/${repo}.git`, token),
    appKey: (known) => appKeyFrom(source, known),
    asApp: (key) => installedClient(baseUrl, key, repository, isPaced, waiting),
  };
}

const ownersQuestion =
  'Akun GitHub pengelola sistem, sedikitnya dua, dipisah koma (kosong: seperti di .github/CODEOWNERS):';
const visibilityQuestion =
  'Repositori publik (gratis, isinya dapat dibaca siapa pun) atau privat (perlu paket GitHub Team)? [P/v]';

/** Messages only: an error of octokit carries its whole request. */
function fail(error: unknown): void {
  if (error instanceof SetupFault) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = exitCodes.wrongUse;
    return;
  }
  const status = statusOf(error);
  if (status === undefined) throw error;
  const hint =
    status === 401
      ? ' Token ini salah, dicabut, atau sudah lewat masanya.'
      : status === 403 || status === 404
        ? ` Fine-grained token memerlukan hak ${fineGrainedRights}.`
        : ' Yang sudah dikerjakan tetap ada: ulangi perintah ini.';
  process.stderr.write(`${refusal(error)}${hint}\n`);
  process.exitCode = exitCodes.ioFailed;
}
