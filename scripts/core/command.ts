import type { EventOf } from './events.ts';

const returnCommand = '/kembalikan';

function firstLine(body: string): string {
  return (body.split('\n', 1)[0] ?? '').trim();
}

/**
 * What a review means (design, section 3). APPROVED signs and CHANGES_REQUESTED returns; because GitHub lets
 * nobody review their own pull request, a comment review says the same in words: its whole first line is `/paraf`
 * (sign) or `/ajukan` (submit), or it begins with `/kembalikan` (return).
 */
export function commandOf(event: EventOf<'reviewed'>): 'sign' | 'return' | 'submit' | 'comment' {
  if (event.body.trimStart().startsWith(returnCommand)) return 'return';
  if (event.verdict !== 'comment') return event.verdict;
  switch (firstLine(event.body)) {
    case '/paraf':
      return 'sign';
    case '/ajukan':
      return 'submit';
    default:
      return 'comment';
  }
}

/** The reason of a return, without the command; empty where none was given. */
export function reasonOf(body: string): string {
  const text = body.trim();
  return (text.startsWith(returnCommand) ? text.slice(returnCommand.length) : text).trim();
}
