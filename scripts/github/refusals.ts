import type { Issue } from '../core/issue.ts';
import { statusOf } from './read/client.ts';

interface GraphqlFault {
  readonly type?: string;
  readonly message?: string;
  readonly path?: readonly (string | number)[];
}

/**
 * What a client threw, as an issue: GitHub answered, but not with what was asked. Null where it is no answer of
 * GitHub's at all (the network, a bug): that is thrown on. An answer that is only partly there is none (R13).
 */
export function refusalOf(error: unknown, number: number): Issue | null {
  const faults = (error as { errors?: unknown } | null)?.errors;
  const status = statusOf(error);
  if (status === undefined && Array.isArray(faults)) return ofGraphql(faults as GraphqlFault[], number);
  if (status === undefined) return null;
  const said = textOf(error);
  if (status === 429 || (status === 403 && isLimited(error, said))) return limited(error);
  if (status === 401)
    return issue(
      'github-menolak-token',
      `GitHub menolak token Paraf (401: ${said}). Periksa kunci aplikasi dan apakah aplikasinya masih terpasang di repositori ini.`,
    );
  if (status === 403)
    return issue(
      'github-tanpa-izin',
      `GitHub tidak mengizinkan Paraf membaca #${number} (403: ${said}). Periksa izin aplikasi dengan npm run -s paraf -- setup --check.`,
    );
  if (status === 404)
    return issue(
      'tidak-ditemukan',
      `#${number} atau catatannya tidak ditemukan di GitHub (404). Periksa nomornya, dan apakah aplikasi Paraf terpasang di repositori ini.`,
    );
  if (status >= 500)
    return issue(
      'github-terganggu',
      `GitHub sedang terganggu (${status}), jadi #${number} belum terbaca utuh. Paraf mencoba lagi sendiri; keadaannya ada di githubstatus.com.`,
    );
  return issue('github-menolak', `GitHub menolak pembacaan #${number} (${status}: ${said}).`);
}

function ofGraphql(faults: readonly GraphqlFault[], number: number): Issue {
  const [first] = faults;
  const said = faults.map(({ message }) => message ?? 'tanpa keterangan').join('; ');
  switch (first?.type) {
    case 'RATE_LIMITED':
      return limited(null);
    case 'NOT_FOUND':
      return issue('tidak-ditemukan', `Pull request #${number} tidak ditemukan.`);
    case 'FORBIDDEN':
    case 'INSUFFICIENT_SCOPES':
      return issue(
        'github-tanpa-izin',
        `GitHub hanya mengizinkan Paraf membaca sebagian dari #${number}, dan sebagian tidak cukup (${said}). Periksa izin aplikasi dengan npm run -s paraf -- setup --check.`,
      );
    default:
      return issue(
        'jawaban-sebagian',
        `GitHub menjawab hanya sebagian tentang #${number} (${said}), dan sebagian tidak cukup. Paraf mencoba lagi sendiri.`,
      );
  }
}

function issue(code: string, message: string): Issue {
  return { code, file: 'GitHub', message };
}

function textOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return message.replace(/\s+/g, ' ').trim().slice(0, 200);
}

function headersOf(error: unknown): Readonly<Record<string, unknown>> {
  const response = (error as { response?: { headers?: unknown } } | null)?.response;
  return (response?.headers ?? {}) as Readonly<Record<string, unknown>>;
}

function isLimited(error: unknown, said: string): boolean {
  const headers = headersOf(error);
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /rate limit/i.test(said)
  );
}

function limited(error: unknown): Issue {
  const seconds = Number(headersOf(error)['retry-after']);
  const wait = Number.isFinite(seconds) && seconds > 0 ? ` selama ${seconds} detik` : '';
  return issue(
    'github-membatasi',
    `GitHub membatasi banyaknya pertanyaan Paraf${wait}, jadi belum semuanya terbaca. Paraf mencoba lagi sendiri; tidak ada yang perlu dilakukan.`,
  );
}
