import { createHash } from 'node:crypto';
import { imageSize } from './image-size.ts';
import { mediaType } from './media-type.ts';

/** A file that stands beside the item's page. */
export interface PublicFile {
  /** Name in the item's folder. */
  readonly name: string;
  /** Name in its public address: it holds the start of the file's id, so that it may be cached for ever. */
  readonly publicName: string;
  /** Content type. */
  readonly type: string;
  /** Length in bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, with which anybody can prove a copy. */
  readonly sha256: string;
  /** Size of a picture as it is shown, in pixels. */
  readonly width?: number;
  readonly height?: number;
}

/**
 * Describes a file for the public: `Pasar Pagi.JPG` → `pasar-pagi.1a2b3c4d.jpg`, safe in every address, other for
 * other bytes.
 *
 * @param id Git's id of the bytes
 */
export function makePublicFile(name: string, bytes: Uint8Array, id: string): PublicFile {
  const dot = name.lastIndexOf('.');
  const plain = name
    .slice(0, dot)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return {
    name,
    publicName: `${plain || 'berkas'}.${id.slice(0, 8)}${name.slice(dot).toLowerCase()}`,
    type: mediaType(name) ?? 'application/octet-stream',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...imageSize(bytes),
  };
}
