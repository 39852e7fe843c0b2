/**
 * What came since cannot be judged by itself: everything must be verified. The message is the reason, in Indonesian; it
 * accuses nobody, because the full verification is what finds out.
 */
export class Unsure extends Error {}
