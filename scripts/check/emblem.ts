import type { Issue } from '../core/issue.ts';
import { checkMessages as say } from './messages.ts';

/** Where the emblem of the government lies: the only SVG of the content, guarded as part of the system. */
export const emblemFile = 'content/lambang.svg';

const limit = 64 * 1024;

/** What makes an SVG more than a drawing: programs, foreign markup, anything fetched from elsewhere. */
const active =
  /<\s*(?:script|foreignObject|iframe|image|use\b[^>]*href\s*=\s*["'](?!#)|style|animate|set)|\son\w+\s*=|<!(?:DOCTYPE|ENTITY)|javascript:|url\(\s*["']?(?!#)|href\s*=\s*["'](?!#)/i;

/** Everything that is wrong with the emblem: it must be an SVG, small, and nothing but a drawing. */
export function checkEmblem(bytes: Uint8Array): Issue[] {
  const issue = (code: 'lambang-besar' | 'lambang-bukan-svg' | 'lambang-aktif', message: string): Issue[] => [
    { code, file: emblemFile, message },
  ];
  if (bytes.length > limit) return issue('lambang-besar', say['lambang-besar'](bytes.length, limit));
  const text = new TextDecoder().decode(bytes);
  if (!/^\s*(?:<\?xml[^>]*\?>\s*)?<svg[\s>]/.test(text))
    return issue('lambang-bukan-svg', say['lambang-bukan-svg']());
  return active.test(text) ? issue('lambang-aktif', say['lambang-aktif']()) : [];
}
