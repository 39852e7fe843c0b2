import type { Repository } from '../github/read/client.ts';
import type { Terminal } from './setup-terminal.ts';

export interface Options {
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly pengelola?: string;
  readonly privat?: boolean;
  readonly app?: string;
  readonly kunci?: string;
  readonly simpan?: string;
  readonly webhook?: string;
  readonly masuk?: string;
}

/** Which repository, where, with which token, and whose it is. */
export interface Answers {
  readonly baseUrl: string;
  readonly repository: Repository;
  readonly token: string;
  /** Null: not said. */
  readonly owners: readonly string[] | null;
}

/** Logins or teams of a list; `@` may stand before them. */
export function ownersOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((owner) => owner.trim().replace(/^@/, ''))
    .filter(Boolean);
}

/**
 * What the command line, the environment and, for what is missing there, the person say.
 *
 * @returns a string where it cannot go on: all that is wrong, and what to do
 */
export async function answersOf(
  name: string | undefined,
  options: Options,
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal | null,
): Promise<Answers | string> {
  const modes = [options.check, options.dryRun, options.yes].filter(Boolean).length;
  const owners = options.pengelola === undefined ? null : ownersOf(options.pengelola);
  const baseUrl = env['GITHUB_API_URL'] || 'https://api.github.com';
  const faults = [
    ...(modes > 1 ? ['Pakai salah satu saja dari --check, --dry-run, dan --yes.'] : []),
    ...(modes === 0 && terminal === null
      ? ['Tidak ada terminal untuk bertanya. Tambahkan --check, --dry-run, atau --yes.']
      : []),
    ...(owners !== null && (owners.length < 2 || owners.some((owner) => !isOwner(owner)))
      ? [
          '--pengelola memerlukan sedikitnya dua akun atau tim GitHub, dipisah koma, misalnya admin-satu,admin-dua.',
        ]
      : []),
    ...(options.app !== undefined && !/^[1-9]\d{0,14}$/.test(options.app)
      ? [
          `Nomor aplikasi “${options.app}” tidak terbaca. Pakai App ID dari halaman aplikasi itu, misalnya 123456.`,
        ]
      : []),
    ...(options.app !== undefined && options.kunci === undefined
      ? ['--app memerlukan --kunci: kunci privat aplikasi itu.']
      : []),
    ...['webhook', 'masuk'].flatMap((option) => {
      const address = options[option as 'webhook' | 'masuk'];
      return address === undefined || isSecure(address)
        ? []
        : [
            `Alamat --${option} “${address}” harus lengkap dan dengan https, misalnya https://paraf.contoh.go.id/.`,
          ];
    }),
    ...(URL.canParse(baseUrl)
      ? []
      : [`GITHUB_API_URL “${baseUrl}” bukan alamat. Tulis lengkap, misalnya https://api.github.com.`]),
  ];
  if (faults.length > 0) return faults.join('\n');

  const full = name ?? env['GITHUB_REPOSITORY'] ?? (await terminal?.ask('Repositori (pemilik/nama):')) ?? '';
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/.test(full))
    return full === ''
      ? 'Repositori belum disebut. Tulis pemilik/nama, misalnya: paraf setup diskominfo/portal.'
      : `Nama repositori “${full}” tidak terbaca. Tulis pemilik/nama, misalnya diskominfo/portal.`;
  const [owner = '', repo = ''] = full.split('/');
  const token = env['GITHUB_TOKEN'] || (await terminal?.askSecret('Token GitHub (tidak ditampilkan):')) || '';
  if (token === '')
    return 'GITHUB_TOKEN belum diisi. Isi dengan personal access token milik administrator organisasi, lalu ulangi.';
  return { baseUrl, repository: { owner, repo }, token, owners };
}

/** A login, or a team as `organisation/team`. */
function isOwner(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9-]*(\/[A-Za-z0-9._-]+)?$/.test(text);
}

function isSecure(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}
