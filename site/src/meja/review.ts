import { airingText, type Airing } from '../../../scripts/core/airing.ts';
import { signedBody } from '../../../scripts/github/read/marker.ts';

/** How GitHub takes an act: a review of one of three kinds, or a comment. */
export type ReviewEvent = 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT' | 'KOMENTAR';

/** What a person does to an item. */
export type Act =
  | { readonly kind: 'paraf'; readonly sebagai?: string | undefined }
  | { readonly kind: 'kembalikan'; readonly alasan: string }
  | { readonly kind: 'catatan'; readonly catatan: string }
  | { readonly kind: 'ajukan' }
  | { readonly kind: 'tayang'; readonly airing: Airing };

/** An act as it is sent. */
export interface Sending {
  readonly event: ReviewEvent;
  readonly body: string;
}

/**
 * Writes an act down (design, section 3): a paraf approves, a return requests changes; on a pull request that the
 * person opened, GitHub takes neither, so a comment review says the same in words. Every review names the content
 * that was on the screen.
 *
 * @param isOpener whether the person opened the pull request
 */
export function sendingOf(act: Act, sidik: string, isOpener: boolean): Sending {
  switch (act.kind) {
    case 'paraf': {
      const { sebagai } = act;
      return isOpener
        ? { event: 'COMMENT', body: signedBody({ text: '/paraf', sidik, sebagai }) }
        : { event: 'APPROVE', body: signedBody({ text: '', sidik, sebagai }) };
    }
    case 'kembalikan':
      return isOpener
        ? { event: 'COMMENT', body: signedBody({ text: `/kembalikan\n${act.alasan.trim()}`, sidik }) }
        : { event: 'REQUEST_CHANGES', body: signedBody({ text: act.alasan, sidik }) };
    case 'catatan':
      return { event: 'COMMENT', body: signedBody({ text: remark(act.catatan), sidik }) };
    case 'ajukan':
      return { event: 'COMMENT', body: signedBody({ text: '/ajukan', sidik }) };
    case 'tayang':
      return { event: 'KOMENTAR', body: airingText(act.airing) };
  }
}

/** A remark stays one, even if its first word is a command. */
function remark(text: string): string {
  return text.trim().replace(/^\//, 'Catatan: /');
}
