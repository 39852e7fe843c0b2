/** Everything that the sign-in server is told; the same names on a server of one's own and at a Worker. */
export interface AuthSettings {
  /** Its own bare origin, as browsers see it. */
  readonly self: string;
  /** Bare origins of the pages that may get a token. */
  readonly origins: readonly string[];
  readonly clientId: string;
  readonly clientSecret: string;
  /** `https://github.com`, without a slash. */
  readonly server: string;
  /** `https://api.github.com`, without a slash. */
  readonly api: string;
}

type Variables = Readonly<Record<string, unknown>>;

/**
 * Reads the settings: `PARAF_MASUK_ALAMAT` (this server's own origin), `PARAF_MASUK_ASAL` (origins of Decap and Meja,
 * separated by blanks or commas), `PARAF_CLIENT_ID`, `PARAF_CLIENT_SECRET`, and for a GitHub of one's own
 * `GITHUB_SERVER_URL` and `GITHUB_API_URL`.
 *
 * @returns the settings, or a sentence for each fault
 */
export function readAuthSettings(
  env: Variables,
): { readonly ok: true; readonly value: AuthSettings } | { readonly ok: false; readonly faults: string[] } {
  const faults: string[] = [];
  const text = (name: string) => {
    const value = env[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const required = (name: string, where: string) => {
    const value = text(name);
    if (value === '') faults.push(`${name} belum diisi. ${where}`);
    return value;
  };
  const self = text('PARAF_MASUK_ALAMAT');
  if (!isBareOrigin(self))
    faults.push(
      `PARAF_MASUK_ALAMAT “${self}” bukan asal. Tulis https dan nama host saja, misalnya https://masuk.contoh.go.id.`,
    );
  const origins = text('PARAF_MASUK_ASAL')
    .split(/[\s,]+/)
    .filter(Boolean);
  if (origins.length === 0)
    faults.push(
      'PARAF_MASUK_ASAL belum diisi. Tulis asal halaman Ruang tulis dan Meja, misalnya https://portal.contoh.go.id.',
    );
  for (const origin of origins)
    if (!isBareOrigin(origin))
      faults.push(
        `PARAF_MASUK_ASAL “${origin}” bukan asal yang pasti. Tulis https dan nama host saja, tanpa bintang, jalur, atau garis miring di akhir.`,
      );
  const clientId = required('PARAF_CLIENT_ID', 'Salin Client ID dari halaman GitHub App.');
  const clientSecret = required('PARAF_CLIENT_SECRET', 'Buat client secret di halaman GitHub App.');
  const addressOf = (name: string, usual: string) => {
    const value = (text(name) || usual).replace(/\/+$/, '');
    if (!URL.canParse(value) || !isSafe(new URL(value)))
      faults.push(
        `${name} “${value}” tidak dapat dipakai. Tulis alamat https yang lengkap, misalnya ${usual}.`,
      );
    return value;
  };
  const server = addressOf('GITHUB_SERVER_URL', 'https://github.com');
  const api = addressOf('GITHUB_API_URL', 'https://api.github.com');
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { self, origins, clientId, clientSecret, server, api } };
}

/** An origin written as browsers write it: it is compared letter by letter. */
function isBareOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && isSafe(new URL(text)) && !text.includes('*');
}

/** Nobody may listen on the way. Only this machine is trusted without TLS. */
function isSafe({ protocol, hostname, username }: URL): boolean {
  if (username !== '') return false;
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
  );
}
