import { pagePolicy } from '../policy.ts';

/**
 * What the page of search results needs beyond the policy of every page: its engine is WebAssembly, which no other
 * page may start (design, section 10; decision 0034).
 */
export const searchNeeds = { 'script-src': "'wasm-unsafe-eval'" };

/** The whole policy of that page, for hosts that send it by header. */
export const searchPolicy = pagePolicy(searchNeeds);
