import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { formatIssue, type Issue } from '../core/issue.ts';
import { plain } from '../core/text.ts';
import { GitError, openGit, type Git } from '../publish/git.ts';
import { prove } from '../publish/proof/prove.ts';
import { siteIssues } from '../publish/proof/site.ts';
import { verify, VerifyError, type Branches, type Verification } from '../publish/verify.ts';
import { exitCodes, wrongUse } from './exit.ts';

interface Options {
  readonly repo: string;
  readonly situs?: string;
  readonly sejak?: string;
  readonly json?: boolean;
}

/** `paraf verify`: proves the whole portal from a clone, with the network off (design, section 5). */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('membuktikan seluruh portal dari salinan Git, tanpa jaringan')
    .option('--repo <folder>', 'salinan repositori: hasil git clone, atau repositori bare', '.')
    .option('--situs <folder>', 'bandingkan juga situs yang sudah dibangun atau diunduh')
    .option('--sejak <commit>', 'ujung cabang paraf dari pemeriksaan dahulu: riwayat harus berlanjut darinya')
    .option('--json', 'hasilnya sebagai JSON')
    .action(run);
}

async function run({ repo, situs, sejak, json }: Options): Promise<void> {
  if (sejak !== undefined && !/^[0-9a-f]{40}$/.test(sejak))
    return wrongUse(`“${sejak}” bukan id commit yang utuh. Salin 40 angkanya dari hasil pemeriksaan dahulu.`);
  if (!existsSync(repo))
    return wrongUse(`Folder ${repo} tidak ada. Sebutkan folder hasil git clone dengan --repo.`);
  if (situs !== undefined && !existsSync(situs))
    return wrongUse(`Folder ${situs} tidak ada. Sebutkan folder situs yang dibangun atau diunduh.`);
  try {
    const git = openGit(gitDirOf(resolve(repo)));
    const read = await readOrTell(git);
    const issues: Issue[] = [...read.issues];
    if (read.verification !== null) {
      issues.push(...(await prove(git, read.verification, { since: sejak, isDeep: true })));
      if (situs !== undefined) issues.push(...(await siteIssues(git, read.verification, resolve(situs))));
    }
    tell(issues, read.verification, json === true);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = exitCodes.ioFailed;
  }
}

/** A clone keeps the repository in `.git`; a bare one is it. */
function gitDirOf(folder: string): string {
  return existsSync(join(folder, '.git')) ? join(folder, '.git') : folder;
}

/** A plain clone knows the branches as those of its origin; a bare repository has them itself. */
function branchesOf(git: Git): Branches {
  const origin = 'refs/remotes/origin';
  return git.commitOf(`${origin}/paraf`) === null
    ? { main: 'refs/heads/main', paraf: 'refs/heads/paraf' }
    : { main: `${origin}/main`, paraf: `${origin}/paraf` };
}

async function readOrTell(
  git: Git,
): Promise<{ readonly verification: Verification | null; readonly issues: readonly Issue[] }> {
  try {
    const verification = await verify(git, branchesOf(git));
    const issues = verification.findings.map(({ code, path, message }): Issue => ({
      code,
      file: path === '' ? 'main' : path,
      message,
    }));
    return { verification, issues };
  } catch (error) {
    if (!(error instanceof VerifyError)) throw error;
    return { verification: null, issues: error.issues };
  }
}

function tell(issues: readonly Issue[], verification: Verification | null, isJson: boolean): void {
  const faults = issues.filter(({ level }) => level === undefined);
  const counted =
    verification === null
      ? null
      : {
          main: verification.main,
          paraf: verification.paraf,
          catatan: verification.ledger.length,
          tayang: verification.live.length,
        };
  if (faults.length > 0) process.exitCode = exitCodes.findings;
  if (isJson) {
    process.stdout.write(
      `${JSON.stringify({ terbukti: faults.length === 0, ...counted, temuan: issues })}\n`,
    );
    return;
  }
  // A forged entry may hold anything, commands for the terminal too.
  const lineOf = (issue: Issue) => plain(formatIssue(issue), 2000);
  const [first, ...rest] = faults;
  if (first !== undefined) process.stderr.write(`Yang pertama tidak cocok:\n${lineOf(first)}\n`);
  if (rest.length > 0) process.stderr.write(`\nTidak cocok pula:\n${rest.map(lineOf).join('\n')}\n`);
  const warnings = issues.filter(({ level }) => level !== undefined);
  if (warnings.length > 0) process.stderr.write(`\n${warnings.map(lineOf).join('\n')}\n`);
  if (counted !== null)
    process.stdout.write(
      `${counted.catatan} catatan diperiksa, ${counted.tayang} butir tayang. ${faults.length === 0 ? 'Semuanya terbukti.' : `${faults.length} hal tidak cocok.`}\n` +
        `main ${counted.main}\nparaf ${counted.paraf}\nSimpan nomor paraf itu: pemeriksaan berikutnya dengan --sejak membuktikan bahwa riwayatnya tidak ditulis ulang.\n`,
    );
}
