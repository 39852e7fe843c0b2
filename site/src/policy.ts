/**
 * Content-Security-Policy of every public page: the portal itself and nothing else; nothing inline. Scripts are ours
 * alone, and no page needs one to be read.
 *
 * @param more sources beyond that, by directive, for the one page that needs them: `{ 'script-src': "'wasm-unsafe-eval'" }`
 */
export function pagePolicy(more: Readonly<Record<string, string>> = {}): string {
  const own: Readonly<Record<string, string>> = {
    'default-src': "'none'",
    'script-src': "'self'",
    // The band of notices and the filter of the list fetch their data; Lighthouse reads robots.txt from within a page.
    'connect-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self'",
    'font-src': "'self'",
    'media-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
  };
  return Object.entries({ ...own, ...more })
    .map(([name, sources]) => `${name} ${name in own && name in more ? `${own[name]} ${sources}` : sources}`)
    .join('; ');
}
