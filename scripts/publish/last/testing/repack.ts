/** An archive of what was kept, as somebody made it who is not the workflow. */
import { execFileSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { tarOf, type PackedFile } from '../tar.ts';

/** What becomes of files: their new text (by the old one), or null: left out. */
export type Changes = Readonly<Record<string, string | null | ((text: string) => string)>>;

/** Changes files of an archive, or puts more of them into it. */
export async function repack(file: string, changes: Changes): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'paraf-isi-'));
  try {
    const tar = join(place, 'isi.tar');
    await pipeline(createReadStream(file), createZstdDecompress(), createWriteStream(tar));
    const content = join(place, 'isi');
    mkdirSync(content);
    execFileSync('tar', ['-xf', tar, '-C', content]);
    for (const [path, change] of Object.entries(changes)) {
      const name = join(content, path);
      mkdirSync(dirname(name), { recursive: true });
      if (change === null) rmSync(name);
      else writeFileSync(name, typeof change === 'string' ? change : change(readFileSync(name, 'utf8')));
    }
    await pipeline(Readable.from(tarOf(filesIn(content))), createZstdCompress(), createWriteStream(file));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function filesIn(folder: string): PackedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const from = join(entry.parentPath, entry.name);
      return { from, path: from.slice(folder.length + 1) };
    });
}
