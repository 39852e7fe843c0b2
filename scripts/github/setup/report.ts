import { plain } from '../../core/text.ts';
import { statusOf } from '../read/client.ts';
import type { Difference } from './difference.ts';
import { areas } from './difference.ts';

/** Differences as a person reads them: what is, what should be, what will be done. */
export function tell(differences: readonly Difference[]): string {
  return areas
    .map((area) => differences.filter((difference) => difference.area === area))
    .filter((group) => group.length > 0)
    .map((group) => [group[0]!.area, ...linesOf(group)].join('\n'))
    .join('\n\n');
}

/** What will be done stands under the last of those for which it is the same. GitHub's words are shown as plain text. */
function linesOf(group: readonly Difference[]): string[] {
  return group.flatMap(({ name, is, should, does }, index) => {
    const line = `  ${plain(name)}: ${plain(is)} → ${plain(should)}`;
    return group[index + 1]?.does === does ? [line] : [line, `    ${does}`];
  });
}

/** Why GitHub refused a call, in a sentence, and which right a fine-grained token lacks where GitHub says so. */
export function refusal(error: unknown): string {
  const message = plain(error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  const { response } = error as { response?: { headers?: Readonly<Record<string, unknown>> } };
  const rights = response?.headers?.['x-accepted-github-permissions'];
  const lacking =
    statusOf(error) === 403 && typeof rights === 'string'
      ? ` Token ini memerlukan hak ${plain(rights)}.`
      : '';
  return `GitHub menolak (${statusOf(error) ?? 'tanpa jawaban'}): ${message}.${lacking}`;
}
