import type { Client } from '../../../../scripts/github/read/client.ts';
import type { Desk } from '../config.ts';

/** How a file is shown, told by its name; the gate has checked that its bytes agree. */
export type FileKind = 'gambar' | 'pdf' | 'suara' | 'video' | 'teks' | 'lain';

const types: Readonly<Record<string, readonly [FileKind, string]>> = {
  jpg: ['gambar', 'image/jpeg'],
  jpeg: ['gambar', 'image/jpeg'],
  png: ['gambar', 'image/png'],
  webp: ['gambar', 'image/webp'],
  pdf: ['pdf', 'application/pdf'],
  mp3: ['suara', 'audio/mpeg'],
  m4a: ['suara', 'audio/mp4'],
  mp4: ['video', 'video/mp4'],
  csv: ['teks', 'text/plain;charset=utf-8'],
  txt: ['teks', 'text/plain;charset=utf-8'],
};

/** Kind and media type of a file. What is not in the list is only ever saved, never shown. */
export function fileKind(name: string): { readonly kind: FileKind; readonly type: string } {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const [kind, type] = types[extension] ?? ['lain', 'application/octet-stream'];
  return { kind, type };
}

/** A file that was fetched. */
export interface OpenedFile {
  /** Its address in this page (`blob:`). */
  readonly address: string;
  readonly blob: Blob;
}

/** Fetches files of one version of an item, each once. */
export interface Attachments {
  /** Rejects where the file cannot be read. */
  open(name: string): Promise<OpenedFile>;
  /** Forgets all of them. */
  close(): void;
}

/** Files of an item at a commit: they may be private, so they are fetched with the person's token. */
export function attachmentsOf(desk: Desk, client: Client, folder: string, commit: string): Attachments {
  const opened = new Map<string, Promise<OpenedFile>>();
  const read = async (name: string): Promise<OpenedFile> => {
    const { data } = await client.request('GET /repos/{owner}/{repo}/contents/{path}', {
      owner: desk.owner,
      repo: desk.repo,
      path: `${folder}/${name}`,
      ref: commit,
      mediaType: { format: 'raw' },
      // Otherwise octokit would read a picture that is called text as text.
      request: { parseSuccessResponseBody: false },
    });
    const bytes = await new Response(data as ReadableStream).arrayBuffer();
    // The type is ours: whatever the server calls it, nothing of an item is ever a page or a script.
    const blob = new Blob([bytes], { type: fileKind(name).type });
    return { address: URL.createObjectURL(blob), blob };
  };
  return {
    open(name) {
      const known = opened.get(name);
      if (known !== undefined) return known;
      const promise = read(name);
      opened.set(name, promise);
      promise.catch(() => opened.delete(name));
      return promise;
    },
    close() {
      for (const promise of opened.values())
        promise.then(
          ({ address }) => URL.revokeObjectURL(address),
          () => undefined,
        );
      opened.clear();
    },
  };
}
