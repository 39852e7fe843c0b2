import type { Account } from './accounts.ts';
import { ApiError, ruleViolation } from './http/api-error.ts';
import { branchOf, defaultBranch, guardedBranches, refOf, type Local } from './local.ts';
import { pullsOfHead } from './store/issues.ts';
import { repositorySettings } from './store/repository-settings.ts';
import type { CheckRunRow, PullRow } from './store/rows.ts';
import { rulesFor } from './store/rulesets.ts';

/**
 * What the rulesets enforce that stand in the store (by default those of production): whoever asks, and with whatever
 * rights, only the app writes `main` and `paraf`, nothing is taken from their history, and what was submitted is not
 * thrown away.
 */

/** Throws unless this account may write to the repository at all. */
export function requireWrite(account: Account): void {
  if (account.permission === 'read')
    throw new ApiError(
      403,
      'Resource not accessible by personal access token. ' +
        `Akun ${account.login} hanya boleh membaca. Minta hak menulis kepada pengelola sistem.`,
    );
}

/** Throws unless this account may administer the repository. */
export function requireAdmin(account: Account): void {
  if (account.permission !== 'admin')
    throw new ApiError(
      403,
      `Must have admin rights to Repository. Akun ${account.login} tidak boleh mengubah pengaturan repositori.`,
    );
}

/** Throws unless this account may make or move this branch. */
export function requireBranchWrite(
  local: Local,
  account: Account,
  ref: string,
  kind: 'creation' | 'update' = 'update',
): void {
  requireWrite(account);
  const branch = branchOf(ref);
  if (branch === undefined)
    throw new ApiError(
      422,
      `Reference name is not valid: ${ref}. Server lokal hanya mengenal cabang (refs/heads/…).`,
    );
  const byPull = account.id !== local.app.id && rulesFor(local, account, ref, 'pull_request').length > 0;
  if (!byPull && rulesFor(local, account, ref, kind).length === 0) return;
  throw ruleViolation('Changes must be made through a pull request.', meaningOf(branch));
}

function meaningOf(branch: string): string {
  if (branch === defaultBranch)
    return (
      'Cabang "main" adalah isi yang dibaca publik. Hanya Paraf yang menulisnya, setelah semua langkah SOP ' +
      'diparaf. Draf Anda tetap utuh: kirim untuk diperiksa, lalu tunggu paraf.'
    );
  return guardedBranches.includes(branch)
    ? 'Cabang "paraf" adalah buku catatan penayangan. Hanya Paraf yang menulisnya.'
    : `Aturan repositori tidak mengizinkan akun ini menulis cabang "${branch}".`;
}

/** Throws when moving this branch would take something from a history that must only grow. */
export function requireGrowth(local: Local, account: Account, ref: string, forced: boolean): void {
  const branch = branchOf(ref);
  if (!forced || rulesFor(local, account, ref, 'non_fast_forward').length === 0) return;
  throw ruleViolation(
    'Cannot force-push to this branch',
    `Riwayat cabang "${branch}" hanya boleh bertambah. Buat perubahan baru di atasnya.`,
  );
}

/** Throws unless this account may delete this branch. */
export function requireBranchDelete(local: Local, account: Account, ref: string): void {
  requireWrite(account);
  const branch = branchOf(ref) ?? '';
  const isItem = !guardedBranches.includes(branch);
  // GitHub keeps the default branch without any rule.
  if (branch === defaultBranch || (!isItem && rulesFor(local, account, ref, 'deletion').length > 0))
    throw ruleViolation(
      'Cannot delete this branch',
      `Cabang "${branch}" tidak boleh dihapus oleh siapa pun.`,
    );
  const newest = pullsOfHead(local, branch)[0];
  if (!newest || newest.merged_at !== null || account.id === local.app.id) return;
  if (newest.submitted === 1)
    throw ruleViolation(
      'Cannot delete this branch',
      `Draf ini (permintaan #${newest.number}) sudah pernah diajukan, maka tidak boleh dihapus. ` +
        'Bila tidak jadi, minta pemeriksa mengembalikannya dengan alasan.',
    );
  if (newest.author !== account.id)
    throw ruleViolation(
      'Cannot delete this branch',
      `Draf ini (permintaan #${newest.number}) dibuat oleh akun lain. Hanya pembuatnya yang boleh menghapusnya.`,
    );
}

/** Throws unless this account may merge this pull request now. 405, as GitHub answers, so that Decap forces next. */
export function requireMerge(
  local: Local,
  account: Account,
  pull: PullRow,
  method: string,
  checks: readonly CheckRunRow[],
): void {
  requireWrite(account);
  const base = refOf(pull.base_ref);
  if (rulesFor(local, account, base, 'update').length > 0)
    throw new ApiError(
      405,
      'Repository rule violations found\n\nCannot update this protected ref.\n\n' +
        'Hanya Paraf yang menayangkan, setelah semua langkah SOP diparaf. Draf Anda tetap utuh.',
    );
  if (pull.state === 'closed') throw new ApiError(405, 'Pull Request is not mergeable');
  if (!mergeMethods(local, account, base).includes(method))
    throw new ApiError(405, `${methodNames[method] ?? 'Merge commits'} are not allowed on this repository.`);
  for (const context of requiredChecks(local, account, base)) {
    const newest = checks.filter((run) => run.name === context).at(-1);
    if (newest?.status === 'completed' && newest.conclusion === 'success') continue;
    throw new ApiError(
      405,
      'Repository rule violations found\n\n' +
        `Required status check "${context}" ${newest ? 'is failing' : 'is expected'}.`,
    );
  }
}

const methodNames: Readonly<Record<string, string>> = { rebase: 'Rebase merges', squash: 'Squash merges' };

/** What the repository allows, and each rule about pull requests as well. The server itself merges by squash only. */
function mergeMethods(local: Local, account: Account, base: string): readonly string[] {
  const rules = rulesFor(local, account, base, 'pull_request').map(
    ({ parameters }) => parameters?.['allowed_merge_methods'],
  );
  const isAllowed = repositorySettings(local).allow_squash_merge;
  return isAllowed && rules.every((methods) => !Array.isArray(methods) || methods.includes('squash'))
    ? ['squash']
    : [];
}

/** Only the app writes check runs here, so that whose check it is needs no look. */
function requiredChecks(local: Local, account: Account, base: string): readonly string[] {
  return rulesFor(local, account, base, 'required_status_checks').flatMap(({ parameters }) => {
    const checks = parameters?.['required_status_checks'];
    return Array.isArray(checks) ? checks.map((check: { context: string }) => check.context) : [];
  });
}
