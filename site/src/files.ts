/** What a reader should know of a file before fetching it: `PDF, 1,2 MB`. */
export function fileFacts({ src, size }: { readonly src: string; readonly size: number }): string {
  return `${extension(src)}, ${fileSize(size)}`;
}

/** A length in bytes as a person reads it, in steps of 1024: `345 KB`, `1,2 MB`. */
export function fileSize(bytes: number): string {
  const mega = bytes / 1024 / 1024;
  if (mega >= 1) return `${mega.toFixed(1).replace('.', ',')}\u00a0MB`;
  return bytes < 1024 ? `${bytes}\u00a0byte` : `${Math.round(bytes / 1024)}\u00a0KB`;
}

/** How a page shows a file: the browser's own picture, player, or a link to fetch it. */
export function fileKind(type: string): 'gambar' | 'suara' | 'video' | 'dokumen' {
  if (type.startsWith('image/')) return 'gambar';
  if (type.startsWith('audio/')) return 'suara';
  return type.startsWith('video/') ? 'video' : 'dokumen';
}

function extension(src: string): string {
  return src.slice(src.lastIndexOf('.') + 1).toUpperCase();
}
