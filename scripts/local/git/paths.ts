/** Why a path may not stand in a tree, or undefined. Git's own plumbing skips or accepts such paths silently. */
export function pathFault(path: string): string | undefined {
  if (path === '') return 'path kosong';
  if (path.startsWith('/')) return 'path dimulai dengan garis miring';
  if (/[\0\n\r\\]/.test(path))
    return 'path memuat tanda yang tidak boleh (garis miring terbalik, baris baru)';
  for (const part of path.split('/')) {
    if (part === '') return 'ada bagian path yang kosong';
    if (part === '.' || part === '..') return `path memuat "${part}"`;
    if (isGitDirectory(part)) return `path memuat "${part}"`;
    if (Buffer.byteLength(part) > 255) return 'nama berkas atau folder lebih dari 255 bita';
  }
  return Buffer.byteLength(path) > 4096 ? 'path lebih dari 4096 bita' : undefined;
}

/** Whether a file system could take this name for `.git` (case, Windows short name, trailing dots, ignored marks). */
function isGitDirectory(part: string): boolean {
  const plain = part
    .replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '')
    .replace(/:.*$/, '')
    .replace(/[. ]+$/, '')
    .toLowerCase();
  return plain === '.git' || plain === 'git~1';
}

/** Why a name cannot be that of a branch, or undefined: git's own rules for names of references. */
export function branchFault(name: string): string | undefined {
  if (name === '' || name === 'HEAD' || name === '@') return 'nama cabang kosong atau tidak boleh dipakai';
  if (name.startsWith('-')) return 'nama cabang dimulai dengan tanda minus';

  if (/[\u0000-\u0020\u007f~^:?*[\\]/.test(name))
    return 'nama cabang memuat spasi atau tanda yang tidak boleh';
  if (/\.\.|@\{|\/\/|^\/|\/$|\.$/.test(name)) return 'susunan nama cabang tidak sah';
  for (const part of name.split('/')) {
    if (part.startsWith('.') || part.endsWith('.lock')) return `bagian nama cabang "${part}" tidak sah`;
    // The reference is a file, and while it is written another whose name ends with ".lock".
    if (Buffer.byteLength(part) > 200)
      return 'satu bagian nama cabang lebih dari 200 bita; perpendek judul atau slug';
  }
  return Buffer.byteLength(name) > 1000
    ? 'nama cabang terlalu panjang; perpendek judul atau slug'
    : undefined;
}
