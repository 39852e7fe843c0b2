/**
 * What the desk may load: itself, the GitHub API, and pictures and documents of items, which it fetched itself
 * (`blob:`). No script but its own, nothing inline; HTML enters the page only through the policy `naskah`, which takes
 * what the renderer made, and a worker only through `pekerja`, which knows one address (design, section 10).
 *
 * @param api origin of the GitHub API, where it is another than the page's own
 */
export function mejaPolicy(api?: string): string {
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
    `connect-src 'self'${api === undefined ? '' : ` ${api}`}`,
    "base-uri 'none'",
    "form-action 'none'",
    // Chrome's reader of documents is an object within the frame.
    'object-src blob:',
    "require-trusted-types-for 'script'",
    'trusted-types naskah pekerja',
  ].join('; ');
}
