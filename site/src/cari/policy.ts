/**
 * What the page of search results may load: itself, its program, and the index. The engine is WebAssembly, which no
 * other page may start (design, section 10; decision 0034). Nothing inline, nothing from elsewhere, and no HTML made
 * from text: the page builds its results node by node.
 */
export const searchPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
