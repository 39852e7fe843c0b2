import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { StartFault } from '../start-fault.ts';
import { git } from './command.ts';
import { Repository } from './repository.ts';

/** Settings of the bare repository: objects and notes about them reach the disk before a reference names them, and none is ever pruned. */
const settings: readonly (readonly [string, string])[] = [
  ['core.bare', 'true'],
  ['core.logAllRefUpdates', 'always'],
  ['core.fsync', 'committed,derived-metadata,loose-object,reference'],
  ['gc.auto', '0'],
  ['gc.pruneExpire', 'never'],
  ['gc.reflogExpire', 'never'],
  ['gc.reflogExpireUnreachable', 'never'],
  ['receive.autogc', 'false'],
];

/** Opens the repository, or makes an empty one at the first start. */
export async function openRepository(directory: string, firstStart: boolean): Promise<Repository> {
  await requireGit(directory);
  if (!existsSync(directory)) {
    if (!firstStart)
      throw new StartFault(
        `Repositori ${directory} tidak ada, padahal catatan permintaan (github.db) di sebelahnya ada. ` +
          'Tanpa repositori, isi berita dan riwayatnya tidak dapat dibaca, maka tidak ada yang dijalankan. ' +
          'Kembalikan folder itu dari cadangan. Bila ini hanya demo dan boleh mulai lagi dari awal, ' +
          'pindahkan seluruh folder datanya ke tempat lain, lalu jalankan lagi.',
      );
    // Made beside its place and moved there, so that a crash never leaves half a repository.
    const half = `${directory}.baru`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { recursive: true });
    await git(half, ['init', '--quiet', '--bare', '--initial-branch=main', '--template=']);
    for (const [key, value] of settings) await git(half, ['config', key, value]);
    renameSync(half, directory);
  }
  try {
    const { stdout } = await git(directory, ['rev-parse', '--is-bare-repository']);
    if (stdout.toString().trim() !== 'true') throw new Error('not a bare repository');
    await git(directory, ['for-each-ref', '--count=1']);
  } catch (fault) {
    throw new StartFault(
      `Repositori ${directory} tidak dapat dibaca oleh Git: ${(fault as Error).message.split('\n')[0]}. ` +
        'Berkas di dalamnya mungkin rusak atau terhapus. Tidak ada yang diubah. ' +
        'Kembalikan folder itu dari cadangan; bila ini hanya demo, pindahkan seluruh folder datanya lalu jalankan lagi.',
    );
  }
  for (const [key, value] of settings) await git(directory, ['config', key, value]);
  return new Repository(directory);
}

async function requireGit(directory: string): Promise<void> {
  let version: string;
  try {
    version = (await git(directory, ['--version'])).stdout.toString();
  } catch {
    throw new StartFault(
      'Git tidak ditemukan di komputer ini. Paraf menyimpan semua isi dalam repositori Git. ' +
        'Pasang Git 2.38 atau lebih baru (https://git-scm.com), lalu jalankan lagi.',
    );
  }
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(version) ?? [];
  if (Number(major) * 100 + Number(minor) < 238)
    throw new StartFault(
      `Git di komputer ini terlalu lama (${version.trim()}). Paraf memerlukan "git merge-tree --write-tree", ` +
        'yang ada sejak Git 2.38. Perbarui Git, lalu jalankan lagi.',
    );
}
