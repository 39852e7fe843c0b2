interface TrustedPolicy {
  createHTML(html: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string }): TrustedPolicy;
}

const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
// The page's policy lets HTML in through this name alone; whoever calls `trusted` vouches for it.
const policy = types?.createPolicy('naskah', { createHTML: (html) => html });

/** HTML that our own renderer made (`scripts/markdown/render.ts`), as the page may take it. */
export function trusted(html: string): string {
  return policy?.createHTML(html) ?? html;
}
