import { createClient } from '../github/client.ts';
import { isNotFound, statusOf, type Client, type Repository } from '../github/read/client.ts';
import { plain } from '../core/text.ts';
import { exitCodes, report, wrongUse } from './exit.ts';

/**
 * Asks the repository that GITHUB_API_URL, GITHUB_REPOSITORY and GITHUB_TOKEN name. A server that does not answer, or
 * refuses, ends the command with 3 and the reason.
 *
 * @param what the command, for the message where they are not set
 */
export async function withApi(
  what: string,
  ask: (client: Client, repository: Repository) => Promise<void>,
): Promise<void> {
  const { GITHUB_API_URL: baseUrl, GITHUB_REPOSITORY: name, GITHUB_TOKEN: token } = process.env;
  const [owner, repo, ...rest] = (name ?? '').split('/');
  if (!baseUrl || !owner || !repo || !token || rest.length > 0)
    return wrongUse(
      `${what} memerlukan GITHUB_API_URL, GITHUB_REPOSITORY (pemilik/nama), dan GITHUB_TOKEN. Isi ketiganya, lalu ulangi.`,
    );
  if (!URL.canParse(baseUrl))
    return wrongUse(
      `GITHUB_API_URL “${baseUrl}” bukan alamat. Tulis lengkap, misalnya https://api.github.com.`,
    );
  try {
    await ask(createClient({ baseUrl, token, isPaced: false }), { owner, repo });
  } catch (error) {
    if (isNotFound(error)) {
      const message =
        'Yang diminta tidak ada di repositori ini, atau token ini tidak boleh melihatnya. Periksa nomor, nama repositori, dan tokennya.';
      return report([{ code: 'tidak-ditemukan', file: `${owner}/${repo}`, message }]);
    }
    if (!(error instanceof Error) || (statusOf(error) === undefined && error.name !== 'GraphqlResponseError'))
      throw error;
    process.stderr.write(
      `${new URL(baseUrl).host} tidak menjawab sebagaimana mestinya untuk ${owner}/${repo} (${statusOf(error) ?? 'GraphQL'}): ${plain(error.message).replace(/\.$/, '')}. Periksa alamat, nama repositori, dan tokennya, lalu ulangi.\n`,
    );
    process.exitCode = exitCodes.ioFailed;
  }
}
