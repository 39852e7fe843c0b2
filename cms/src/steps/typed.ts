import { stringify } from 'yaml';
import type { FormData } from './current.ts';
import type { Typed } from './form-state.ts';

/**
 * Keeps typed words on this computer until they are saved. Decap's own backup of a draft is taken up and then lost again
 * when the draft itself has loaded, and would be saved over whatever came after it; ours is only ever shown, to be
 * copied from.
 */
const keyOf = (branch: string) => `paraf.ketikan.${branch}`;

/** An item as a person can read and copy it: its fields in the order of the form (`names`), then its text. */
export function textOf({ body, ...frontMatter }: FormData, names: readonly string[]): string {
  const known = names.filter((name) => Object.hasOwn(frontMatter, name));
  const others = Object.keys(frontMatter)
    .filter((name) => !names.includes(name))
    .toSorted();
  const ordered = Object.fromEntries([...known, ...others].map((name) => [name, frontMatter[name]]));
  return `---\n${stringify(ordered)}---\n${typeof body === 'string' ? body : ''}\n`;
}

/** Keeps what stands in a form. Where the browser has no room left, Decap's warning before leaving is all there is. */
export function keepTyped(branch: string, typed: Typed): void {
  try {
    localStorage.setItem(keyOf(branch), JSON.stringify(typed));
  } catch (error) {
    console.warn(error);
  }
}

/** What was kept of a draft's form. */
export function typedFor(branch: string): Typed | null {
  try {
    const value = JSON.parse(localStorage.getItem(keyOf(branch)) ?? 'null') as Partial<Typed> | null;
    return typeof value?.at === 'string' && typeof value.text === 'string'
      ? { at: value.at, text: value.text }
      : null;
  } catch {
    return null;
  }
}

export function forgetTyped(branch: string): void {
  localStorage.removeItem(keyOf(branch));
}
