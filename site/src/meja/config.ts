/**
 * Where the desk works: all that differs between a laptop and production (`/meja/config.json`). The local server answers
 * it itself; in production it is a file beside the desk's page, and the page's policy is set from it (`policyInto`).
 */
export interface MejaConfig {
  /** `owner/name` of the repository. */
  readonly repo: string;
  /** Account (not id of the app) of Paraf's app. */
  readonly app: number;
  /** Base address of the GitHub API; without it `/api/v3` of the page's own origin. Its origin must be in the policy. */
  readonly apiRoot?: string;
  /** Bare origin of the sign-in server (`paraf auth`); without it the page's own. It must be in the policy too. */
  readonly signInOrigin?: string;
  /** The server's time where it is not the world's: the demo lives in its own year. */
  readonly now?: string;
}

/** The configuration as the desk uses it. */
export interface Desk {
  readonly owner: string;
  readonly repo: string;
  readonly app: number;
  readonly apiRoot: string;
  readonly signInOrigin: string;
  /** Its page for the popup: the local server is GitHub and sign-in server in one. */
  readonly signInPath: string;
  /** Whether to keep GitHub's pace; the local server has no limits. */
  readonly isPaced: boolean;
  /** The server's time, ISO 8601. */
  now(): string;
  /** Asks for the time again, where the server has one of its own. */
  followClock(): Promise<void>;
}

/** Reads the configuration; throws where the server does not give one. */
export async function readConfig(address: string): Promise<MejaConfig> {
  const response = await fetch(address, { cache: 'no-store' });
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  return (await response.json()) as MejaConfig;
}

/**
 * Fills in what the configuration leaves out.
 *
 * @param address of the configuration, for a clock that somebody sets
 */
export function deskOf(config: MejaConfig, origin: string, address: string): Desk {
  const [owner = '', repo = ''] = config.repo.split('/');
  const offsetOf = ({ now }: MejaConfig) => (now === undefined ? 0 : Date.parse(now) - Date.now());
  let offset = offsetOf(config);
  return {
    owner,
    repo,
    app: config.app,
    apiRoot: config.apiRoot ?? `${origin}/api/v3`,
    signInOrigin: config.signInOrigin ?? origin,
    signInPath: config.signInOrigin === undefined ? '/login/oauth/authorize' : '/masuk',
    isPaced: config.apiRoot !== undefined,
    now: () => new Date(Date.now() + offset).toISOString(),
    followClock: async () => {
      if (config.now !== undefined) offset = offsetOf(await readConfig(address));
    },
  };
}
