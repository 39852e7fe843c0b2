/** Where the desk works: all that differs between a laptop and production (`/meja/config.json`). */
export interface MejaConfig {
  /** `owner/name` of the repository. */
  readonly repo: string;
  /** Account of Paraf's app. */
  readonly app: number;
  /** Base address of the GitHub API; without it `/api/v3` of the page's own origin. */
  readonly apiRoot?: string;
  /** Bare origin of the sign-in server; without it the page's own. */
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
    isPaced: config.apiRoot !== undefined,
    now: () => new Date(Date.now() + offset).toISOString(),
    followClock: async () => {
      if (config.now !== undefined) offset = offsetOf(await readConfig(address));
    },
  };
}
