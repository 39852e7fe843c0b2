/** An address of the portal, with the folder it stands in: `href('/berita/')`. */
export function href(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`;
}

let origin: string | undefined;

/** The same with the host, for feeds, canonical links and structured data. */
export function absolute(path: string): string {
  const address = href(path);
  origin ??= new URL(import.meta.env.SITE).origin;
  // Most addresses need no sign of theirs written otherwise; a page has a dozen of them.
  return /^\/[\w/.#-]*$/.test(address) ? origin + address : new URL(address, origin).href;
}

/** JSON for a script element: nothing in it can end the element or begin another. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
