import type { GitEntry } from './git.ts';

/** Names that Windows keeps for devices, whatever their ending. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

function isPortableName(name: string): boolean {
  return (
    name !== '' &&
    // Windows drops a dot or space at the end: `index.md.` would be `index.md`, and `...` the folder above.
    !/[. ]$/.test(name) &&
    !/^\.git$/i.test(name) &&
    !/[\\:*?"<>|\u0000-\u001f]/.test(name) &&
    !device.test(name)
  );
}

/**
 * Whether an entry of a tree can be written as it is on every system: an ordinary file, at a path that stays inside
 * its folder and means the same everywhere.
 */
export function isPortable({ mode, path }: Pick<GitEntry, 'mode' | 'path'>): boolean {
  return (mode === '100644' || mode === '100755') && path.split('/').every(isPortableName);
}
