import type { Codeowners } from './description.ts';

export interface OwnerRule {
  readonly pattern: string;
  readonly owners: readonly string[];
}

/** Rules of a CODEOWNERS file, in its order: the last that fits a path holds. */
export function parseCodeowners(text: string): readonly OwnerRule[] {
  return text.split('\n').flatMap((line) => {
    const [pattern, ...owners] = line
      .replace(/(^|\s)#.*$/, '')
      .split(/\s+/)
      .filter(Boolean);
    return pattern === undefined ? [] : [{ pattern, owners }];
  });
}

/** Owners of everything that has no rule of its own, without `@`. */
export function generalOwners(text: string): readonly string[] {
  const rule = parseCodeowners(text).findLast(({ pattern }) => pattern === '*');
  return (rule?.owners ?? []).map((owner) => owner.replace(/^@/, ''));
}

/** The file as an office needs it. */
export function writeCodeowners({ owners, unowned }: Codeowners): string {
  return [
    '# Whom GitHub asks to review a change of the system. Who may approve it is decided by the role pengelola-sistem in',
    '# content/pelaksana.yml (decision 2). Items have no code owner: they run under their SOP.',
    `* ${owners.map((owner) => `@${owner}`).join(' ')}`,
    ...unowned,
    '',
  ].join('\n');
}
