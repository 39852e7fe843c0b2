import type { Account } from './accounts.ts';
import { ApiError, ruleViolation } from './http/api-error.ts';
import { branchOf, defaultBranch, guardedBranches, type Local } from './local.ts';
import { pullsOfHead } from './store/issues.ts';
import type { CheckRunRow, PullRow } from './store/rows.ts';

/**
 * The rules that rulesets enforce in production, without bypass: whoever asks, and with whatever rights, only the
 * app writes `main` and `paraf`, nothing is taken from their history, and what was submitted is not thrown away.
 */
export const requiredCheck = 'paraf';

/** Throws unless this account may write to the repository at all. */
export function requireWrite(account: Account): void {
  if (account.permission === 'read')
    throw new ApiError(
      403,
      'Resource not accessible by personal access token. ' +
        `Akun ${account.login} hanya boleh membaca. Minta hak menulis kepada pengelola sistem.`,
    );
}

/** Throws unless this account may make or move this branch. */
export function requireBranchWrite(local: Local, account: Account, ref: string): void {
  requireWrite(account);
  const branch = branchOf(ref);
  if (branch === undefined)
    throw new ApiError(
      422,
      `Reference name is not valid: ${ref}. Server lokal hanya mengenal cabang (refs/heads/…).`,
    );
  if (!guardedBranches.includes(branch) || account.id === local.app.id) return;
  throw ruleViolation(
    'Changes must be made through a pull request.',
    branch === defaultBranch
      ? 'Cabang "main" adalah isi yang dibaca publik. Hanya Paraf yang menulisnya, setelah semua langkah SOP ' +
          'diparaf. Draf Anda tetap utuh: kirim untuk diperiksa, lalu tunggu paraf.'
      : 'Cabang "paraf" adalah buku catatan penayangan. Hanya Paraf yang menulisnya.',
  );
}

/** Throws when moving this branch would take something from a history that must only grow. */
export function requireGrowth(ref: string, forced: boolean): void {
  const branch = branchOf(ref);
  if (!forced || branch === undefined || !guardedBranches.includes(branch)) return;
  throw ruleViolation(
    'Cannot force-push to this branch',
    `Riwayat cabang "${branch}" hanya boleh bertambah. Buat perubahan baru di atasnya.`,
  );
}

/** Throws unless this account may delete this branch. */
export function requireBranchDelete(local: Local, account: Account, ref: string): void {
  requireWrite(account);
  const branch = branchOf(ref) ?? '';
  if (guardedBranches.includes(branch))
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
  if (account.id !== local.app.id)
    throw new ApiError(
      405,
      'Repository rule violations found\n\nCannot update this protected ref.\n\n' +
        'Hanya Paraf yang menayangkan, setelah semua langkah SOP diparaf. Draf Anda tetap utuh.',
    );
  if (pull.state === 'closed') throw new ApiError(405, 'Pull Request is not mergeable');
  if (method !== 'squash')
    throw new ApiError(
      405,
      `${method === 'rebase' ? 'Rebase merges' : 'Merge commits'} are not allowed on this repository.`,
    );
  const newest = checks.filter((run) => run.name === requiredCheck).at(-1);
  if (newest?.status === 'completed' && newest.conclusion === 'success') return;
  throw new ApiError(
    405,
    'Repository rule violations found\n\n' +
      `Required status check "${requiredCheck}" ${newest ? 'is failing' : 'is expected'}.`,
  );
}
