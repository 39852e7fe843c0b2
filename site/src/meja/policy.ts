import type { MejaConfig } from './config.ts';

/** What the desk may speak to by its configuration, besides its own origin: for `mejaPolicy`. */
export function originsOf({ apiRoot, signInOrigin }: MejaConfig): string[] {
  const addresses = [apiRoot, signInOrigin].filter((address) => address !== undefined);
  return [...new Set(addresses.map((address) => new URL(address).origin))];
}

const meta = /(<meta http-equiv="Content-Security-Policy" content=")[^"]*(">)/;

/**
 * The desk's built page with the policy of a configuration in its `<meta>`, for hosts that set no headers. Throws where
 * the page has none: without a policy nothing may be handed over.
 */
export function policyInto(html: string, config: MejaConfig): string {
  if (!meta.test(html)) throw new Error('The page of the desk has no policy to set.');
  return html.replace(
    meta,
    (_, before: string, after: string) => `${before}${mejaPolicy(originsOf(config))}${after}`,
  );
}

/**
 * What the desk may load: itself, the GitHub API, and pictures and documents of items, which it fetched itself
 * (`blob:`). No script but its own, nothing inline; HTML enters the page only through the policy `naskah`, which takes
 * what the renderer made, and a worker only through `pekerja`, which knows one address (design, section 10).
 *
 * @param others origins of the GitHub API and of the sign-in server, where they are others than the page's own
 */
export function mejaPolicy(others: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    'media-src blob:',
    'frame-src blob:',
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    `connect-src ${["'self'", ...others].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    // Chrome's reader of documents is an object within the frame.
    'object-src blob:',
    "require-trusted-types-for 'script'",
    'trusted-types naskah pekerja',
  ].join('; ');
}
