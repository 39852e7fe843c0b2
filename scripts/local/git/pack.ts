import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

export interface NewObject {
  readonly type: 'blob' | 'tree' | 'commit';
  readonly content: Buffer;
}

const kinds = { commit: 1, tree: 2, blob: 3 } as const;

/** Id of an object, as git computes it. */
export function objectId({ type, content }: NewObject): string {
  return createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex');
}

/** Objects as a pack, so that one git process can store any number of them. */
export function packObjects(objects: readonly NewObject[]): Buffer {
  const head = Buffer.alloc(12);
  head.write('PACK');
  head.writeUInt32BE(2, 4);
  head.writeUInt32BE(objects.length, 8);
  const parts = [head, ...objects.flatMap((object) => [entryHead(object), deflateSync(object.content)])];
  const body = Buffer.concat(parts);
  return Buffer.concat([body, createHash('sha1').update(body).digest()]);
}

/** Type and size: four bits of the size beside the type, then seven in each byte while there are more. */
function entryHead({ type, content }: NewObject): Buffer {
  let rest = Math.floor(content.length / 16);
  const bytes = [(kinds[type] << 4) | (content.length % 16)];
  while (rest > 0) {
    bytes[bytes.length - 1]! |= 0x80;
    bytes.push(rest % 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from(bytes);
}
