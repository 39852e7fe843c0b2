/**
 * Lines that the app and Meja write into comments and reviews for themselves. Everything a person can read stands
 * in the text; a marker only lets a later look know its own words again.
 */

/** First line of the pinned comment: the table that is kept up to date. */
export const boardMarker = '<!-- paraf:papan -->';

const published = /^<!-- paraf:terbit sidik=([0-9a-f]{40}) url=(\/[^\s<>]*) -->$/;

/** First line of the app's comment that an item is live. */
export function publishedMarker(sidik: string, url: string): string {
  return `<!-- paraf:terbit sidik=${sidik} url=${url} -->`;
}

/** What a comment of the app says is live; null where it says something else. */
export function publishedOf(body: string): { sidik: string; url: string } | null {
  const [, sidik, url] = published.exec(body.split(/\r?\n/, 1)[0] ?? '') ?? [];
  return sidik === undefined || url === undefined ? null : { sidik, url };
}

const sidikLine = /^Sidik: ([0-9a-f]{40})$/m;
const roleLine = /^Sebagai: ([a-z0-9]+(?:-[a-z0-9]+)*)$/m;

/** What Meja writes under a review: the content that was on the screen, and the role in which it is signed. */
export function signatureLines(body: string): { sidik: string | null; sebagai: string | null; text: string } {
  const lf = body.replaceAll('\r\n', '\n');
  return {
    sidik: sidikLine.exec(lf)?.[1] ?? null,
    sebagai: roleLine.exec(lf)?.[1] ?? null,
    text: lf.replace(sidikLine, '').replace(roleLine, '').trim(),
  };
}

/** A review as Meja writes it: what it says, the content that was on the screen, and the role it is signed in. */
export interface SignedText {
  /** What a person reads: a command, a reason, or nothing. */
  readonly text: string;
  readonly sidik: string;
  readonly sebagai?: string | undefined;
}

/**
 * The body of a review, which `signatureLines` reads back as it was. Lines of the text that look like ours are
 * moved aside by a blank: somebody's words must not say what was on the screen.
 */
export function signedBody({ text, sidik, sebagai }: SignedText): string {
  const words = text
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/^(Sidik|Sebagai): /gm, ' $1: ');
  const own = [`Sidik: ${sidik}`, ...(sebagai === undefined ? [] : [`Sebagai: ${sebagai}`])].join('\n');
  return words === '' ? own : `${words}\n\n${own}`;
}
