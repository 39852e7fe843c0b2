import { z } from 'zod';
import type { Issue, Result } from '../../core/issue.ts';
import type { Client, Repository } from './client.ts';
import { kindOfPull, type PullKind } from './kind.ts';
import { pagesOf } from './pages.ts';
import type { PullAnswer } from './queries.ts';

const fail = (code: string, message: string): Result<never> => ({
  ok: false,
  issues: [{ code, file: 'GitHub', message } satisfies Issue],
});

const refused = (code: string, message: string): PullKind => ({
  kind: 'ditolak',
  faults: [{ code, message }],
});

/** Tells which way a pull request goes; an issue where its list of files cannot be read whole. */
export async function kindOf(
  client: Client,
  repository: Repository,
  pull: PullAnswer,
): Promise<Result<PullKind>> {
  if (pull.isCrossRepository)
    return {
      ok: true,
      value: refused(
        'dari-salinan',
        'Pull request ini datang dari salinan (fork). Paraf hanya menerima cabang di repositori ini; dorong cabangnya ke sini lalu buat yang baru.',
      ),
    };
  if (pull.baseRefName !== 'main')
    return {
      ok: true,
      value: refused(
        'bukan-ke-main',
        'Pull request ini tidak menuju main. Ubah tujuannya (base) menjadi main.',
      ),
    };
  const files = pull.files?.nodes ?? [];
  // Which way a pull request goes is told by all that it touches: GitHub lists no more than 3,000 files.
  if (files.length !== pull.changedFiles)
    return fail(
      'berkas-tak-lengkap',
      `Menurut GitHub #${pull.number} mengubah ${pull.changedFiles} berkas, tetapi hanya ${files.length} yang disebutnya. Coba lagi; bila memang sebanyak itu, pisahkan menjadi beberapa pull request.`,
    );
  const paths = files.map(({ path }) => path);
  // GraphQL names only the new path of a rename; the old one counts as well.
  if (files.some(({ changeType }) => changeType === 'RENAMED' || changeType === 'COPIED')) {
    const old = await renamedFrom(client, repository, pull.number, paths);
    if (!old.ok) return old;
    paths.push(...old.value);
  }
  return { ok: true, value: kindOfPull(paths) };
}

const restFiles = z.array(z.object({ filename: z.string(), previous_filename: z.string().optional() }));

/** Old paths of renamed files; only if the list is of the very files that the first read named. */
async function renamedFrom(
  client: Client,
  repository: Repository,
  number: number,
  paths: readonly string[],
): Promise<Result<string[]>> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files';
  const files: z.infer<typeof restFiles> = [];
  for await (const page of pagesOf(client, route, { ...repository, pull_number: number })) {
    const parsed = restFiles.safeParse(page);
    if (!parsed.success)
      return fail('jawaban-tak-terbaca', `Daftar berkas #${number} dari GitHub tidak terbaca.`);
    files.push(...parsed.data);
  }
  const named = files.map(({ filename }) => filename).toSorted();
  if (JSON.stringify(named) !== JSON.stringify(paths.toSorted()))
    return fail('berubah-selagi-dibaca', `Pull request #${number} berubah selagi dibaca. Coba lagi.`);
  return { ok: true, value: files.flatMap((file) => file.previous_filename ?? []) };
}
