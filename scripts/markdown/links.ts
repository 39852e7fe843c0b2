/** Where links may lead. The same rules for every text that an editor writes. */

const inside = 'https://portal.invalid';

/**
 * The address as the page may carry it, or null if it may not. Allowed: http and https without user and password
 * (they disguise the host), mailto, tel, and addresses of the portal itself (`/berita/`, `#bagian`). Everything else
 * goes: other schemes however written, `//host` and backslashes, which browsers read as a host, and relative paths,
 * which mean something else in a list or a feed than on the item's page.
 */
export function safeHref(href: string, base: string): string | null {
  if (/[\u0000-\u0020\\\u007f]/.test(href) || /^\/(\/|%2f|%5c)/i.test(href)) return null;
  if (href.startsWith('#')) return href;
  if (href.startsWith('/')) {
    const url = new URL(href, inside);
    return url.origin === inside ? `${base.replace(/\/$/, '')}${url.pathname}${url.search}${url.hash}` : null;
  }
  if (/^(mailto|tel):[^:]+$/i.test(href)) return href;
  if (!/^https?:\/\/[^/]/i.test(href) || !URL.canParse(href)) return null;
  const url = new URL(href);
  return url.username === '' && url.password === '' ? url.href : null;
}

/** The host of another site, in ASCII (`xn--…` for look-alike letters); null for addresses that stay here. */
export function externalHost(href: string): string | null {
  return /^https?:/i.test(href) ? new URL(href).host : null;
}
