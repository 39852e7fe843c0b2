import { invalid } from '../http/api-error.ts';
import type { Body } from '../http/body.ts';

/** GitHub's limits. */
const longestTitle = 256;
const longestBody = 65_536;

/** A title that is not too long, or 422. */
export function requireTitle(title: string): string {
  if ([...title].length > longestTitle)
    throw invalid(
      'Issue',
      'title',
      `title is too long (maximum is ${longestTitle} characters). Judul permintaan terlalu panjang; perpendek judulnya.`,
    );
  return title;
}

/** What a request would have title and text be; undefined: as they are. */
export function textsOf(body: Body) {
  return {
    title: body.has('title') ? requireTitle(body.text('title')) : undefined,
    body: body.has('body') ? requireBody(body.optionalText('body') ?? null) : undefined,
  };
}

/** Text that is not too long, or 422. */
export function requireBody<T extends string | null>(body: T): T {
  if (body !== null && body.length > longestBody)
    throw invalid(
      'Issue',
      'body',
      `body is too long (maximum is ${longestBody} characters). Teks terlalu panjang; perpendek.`,
    );
  return body;
}
