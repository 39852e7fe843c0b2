import type { Issue } from '../../core/issue.ts';
import { ledgerRoot } from '../../core/ledger.ts';
import { sistemFile } from '../../github/read/record.ts';
import type { Git } from '../git.ts';
import { outputOf } from './output.ts';

/** Folder of the airing reports on branch `paraf`. */
export const airingRoot = 'tayang';

const issue = (code: string, path: string, message: string): Issue => ({
  code,
  file: path === '' ? 'paraf' : `paraf:${path}`,
  message,
});

/**
 * Walks branch `paraf` from its first commit: every record was only ever added. A file that was changed, removed or
 * moved is named with the commit that did it, whatever was done to hide it later. `sistem.json` is rewritten with each
 * line that is added to it; its content is compared with the ledger instead.
 *
 * @param since tip of the branch that was proven before; the present one must lead back to it
 */
export async function historyIssues(git: Git, paraf: string, since?: string): Promise<Issue[]> {
  const issues: Issue[] = [];
  if (git.text('rev-parse', '--is-shallow-repository').trim() === 'true')
    issues.push(
      issue(
        'riwayat-terpotong',
        '',
        'Salinan ini hanya memuat sebagian riwayat, jadi tidak dapat membuktikan apa-apa. Ambil seluruhnya: git fetch --unshallow.',
      ),
    );
  if (since !== undefined && !leadsBackTo(git, paraf, since))
    issues.push(
      issue(
        'riwayat-diganti',
        '',
        `Cabang paraf tidak lagi berlanjut dari ${since}, yang pernah diperiksa: riwayatnya ditulis ulang. Cari salinan yang masih memuatnya, dan siapa yang menggantinya.`,
      ),
    );
  const merges = (await outputOf(git, ['rev-list', '--min-parents=2', paraf])).split('\n').filter(Boolean);
  for (const commit of merges)
    issues.push(
      issue(
        'riwayat-bercabang',
        '',
        `Commit ${commit} menggabungkan dua riwayat. Aplikasi tidak pernah begitu.`,
      ),
    );
  issues.push(...(await changesIn(git, paraf)));
  return issues;
}

function leadsBackTo(git: Git, paraf: string, since: string): boolean {
  const known = git.commitOf(since);
  return known !== null && git.text('rev-list', '-1', known, `^${paraf}`).trim() === '';
}

/** Every change to a record that is no addition, oldest first. */
async function changesIn(git: Git, paraf: string): Promise<Issue[]> {
  const log = await outputOf(git, [
    'log',
    '--reverse',
    '--full-history',
    '-m',
    '--root',
    '--format=commit %H',
    '--raw',
    '--no-renames',
    '--no-abbrev',
    paraf,
    '--',
    `${ledgerRoot}/`,
    `${airingRoot}/`,
    sistemFile,
  ]);
  const issues: Issue[] = [];
  let commit = '';
  for (const line of log.split('\n')) {
    if (line.startsWith('commit ')) commit = line.slice(7);
    if (!line.startsWith(':')) continue;
    const [meta = '', path = ''] = line.split('\t');
    const [, mode, , , status = ''] = meta.split(' ');
    const isAdded = status === 'A' && mode === '100644';
    if (isAdded || (path === sistemFile && status === 'M' && mode === '100644')) continue;
    const what =
      status === 'D' ? 'dihapus' : status === 'A' ? 'ditambahkan bukan sebagai berkas biasa' : 'diubah';
    issues.push(
      issue(
        'catatan-diubah',
        path,
        `${path} ${what} oleh commit ${commit}, padahal catatan hanya boleh bertambah. Pulihkan cabang paraf ke commit sebelumnya, dan cari siapa yang menulisnya.`,
      ),
    );
  }
  return issues;
}
