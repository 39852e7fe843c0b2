/** What a token is, as its beginning says. */
export type TokenKind = 'classic' | 'fine-grained' | 'oauth' | 'app' | 'other';

export function kindOf(token: string): TokenKind {
  if (token.startsWith('ghp_')) return 'classic';
  if (token.startsWith('github_pat_')) return 'fine-grained';
  if (token.startsWith('gho_')) return 'oauth';
  return token.startsWith('ghs_') || token.startsWith('ghu_') ? 'app' : 'other';
}

export interface TokenFacts {
  readonly kind: TokenKind;
  /** Of `X-OAuth-Scopes`; null where the header is not there: a fine-grained token has none. */
  readonly scopes: readonly string[] | null;
  readonly login: string;
  /** Null: the repository is not there yet. */
  readonly isAdmin: boolean | null;
}

const names: Readonly<Record<TokenKind, string>> = {
  classic: 'personal access token (classic)',
  'fine-grained': 'fine-grained personal access token',
  oauth: 'token OAuth (misalnya dari gh)',
  app: 'token sebuah GitHub App',
  other: 'token',
};

/** Scopes that contain others. */
const needed = ['repo', 'workflow'] as const;

/** One line about the token, for the person. */
export function describeToken({ kind, scopes, login, isAdmin }: TokenFacts): string {
  const rights =
    isAdmin === null ? '' : isAdmin ? ', administrator repositori' : ', bukan administrator repositori';
  const listed = scopes === null || scopes.length === 0 ? '' : ` (${scopes.join(', ')})`;
  return `${names[kind]}${listed} milik ${login}${rights}`;
}

/** All that this token lacks for setting an office up; nothing where it will do, as far as can be told beforehand. */
export function tokenFaults({ kind, scopes, login, isAdmin }: TokenFacts): readonly string[] {
  const faults: string[] = [];
  if (kind === 'app')
    faults.push(
      'Token ini milik sebuah GitHub App, padahal pengaturan repositori hanya boleh diubah oleh orang. ' +
        'Pakai personal access token milik administrator organisasi.',
    );
  const missing =
    scopes === null || kind === 'other' ? [] : needed.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0)
    faults.push(
      `Token ini tidak punya scope ${missing.join(' dan ')}. Buat token baru dengan scope repo dan workflow ` +
        '(ditambah admin:org untuk memeriksa pemasangan aplikasi), lalu ulangi.',
    );
  if (isAdmin === false)
    faults.push(
      `Akun ${login} bukan administrator repositori ini, atau token ini tidak diberi hak Administration. ` +
        'Minta pemilik organisasi menjalankan perintah ini, atau memberi hak admin.',
    );
  return faults;
}

/** Rights that a fine-grained token needs: they cannot be asked, only found missing. */
export const fineGrainedRights =
  'Administration, Contents, Environments, Issues, Pages, Secrets, Variables, dan Workflows (Read and write), serta ' +
  'Administration organisasi (Read) untuk memeriksa pemasangan aplikasi';
