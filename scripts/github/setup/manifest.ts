import { appEvents, appPermissions } from './description.ts';

export interface ManifestOptions {
  /** Name of the app, unique on GitHub, 34 letters at most. */
  readonly name: string;
  /** Address of the portal, shown with the app. */
  readonly url: string;
  /** Where GitHub sends the code. */
  readonly redirectUrl: string;
  /** Address of `paraf serve`; null: the gate runs in Actions and nobody is told. */
  readonly webhook: string | null;
  /** Address to which the sign-in server gets its users back; null: none yet. */
  readonly signIn: string | null;
}

/** The GitHub App of an office, as GitHub's manifest form takes it: exactly the rights that the gate needs. */
export function manifestOf({ name, url, redirectUrl, webhook, signIn }: ManifestOptions) {
  return {
    name,
    url,
    redirect_url: redirectUrl,
    description: 'Menjalankan SOP konten: memeriksa paraf, menggabungkan, dan mencatat.',
    public: false,
    request_oauth_on_install: false,
    default_permissions: appPermissions,
    ...(signIn === null ? {} : { callback_urls: [signIn] }),
    // Without a server to tell, GitHub would only gather failed deliveries.
    ...(webhook === null
      ? {}
      : { hook_attributes: { url: webhook, active: true }, default_events: appEvents }),
  };
}

/** A name for the app that GitHub takes: the office's own, short enough. */
export function appNameOf(owner: string): string {
  return `Paraf ${owner}`.slice(0, 34).trim();
}
