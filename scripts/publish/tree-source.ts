import type { ConfigSource } from './admin-config.ts';
import type { Git } from './git.ts';

/** A tree of the repository that is published from. */
export function treeOf(git: Git, treeish: string): ConfigSource {
  const lines = (path: string) => git.tree(treeish, { paths: [path] });
  return {
    async names(folder) {
      return lines(`${folder}/`).map(({ path }) => path.slice(folder.length + 1));
    },
    async file(path) {
      const [line] = lines(path);
      if (line?.type !== 'blob') return null;
      for await (const bytes of git.blobs([line.oid]))
        if (bytes !== null) return { oid: line.oid, text: bytes.toString('utf8') };
      return null;
    },
  };
}
