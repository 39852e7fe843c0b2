import { LastFault } from './fault.ts';

/** Bytes that arrive in pieces of any length, asked for in lengths of ours. */
export interface Bytes {
  /** The next bytes; few, for they are kept together. */
  take(length: number): Promise<Buffer>;
  /** The next bytes as they arrive. */
  pieces(length: number): AsyncGenerator<Buffer>;
  /** Nothing follows but zeros, and no more than this many. */
  restMustBeZero(most: number): Promise<void>;
}

/** Whoever asks for more than there is learns that it broke off. */
export function bytesOf(source: AsyncIterable<Uint8Array>): Bytes {
  const pieces = source[Symbol.asyncIterator]();
  let here: Buffer = Buffer.alloc(0);

  /** Some bytes, at most so many; null where there are none any more. */
  async function some(most: number): Promise<Buffer | null> {
    while (here.length === 0) {
      const { done, value } = await pieces.next();
      if (done === true) return null;
      here = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
    const given = here.subarray(0, most);
    here = here.subarray(given.length);
    return given;
  }

  async function* upTo(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0;) {
      const given = await some(left);
      if (given === null) throw new LastFault('Arsipnya terpotong.');
      left -= given.length;
      yield given;
    }
  }

  return {
    async take(length) {
      if (here.length >= length) return (await some(length)) ?? here;
      const parts: Buffer[] = [];
      for await (const part of upTo(length)) parts.push(part);
      return Buffer.concat(parts);
    },
    pieces: upTo,
    async restMustBeZero(most) {
      let count = 0;
      for (let part = await some(most); part !== null; part = await some(most)) {
        count += part.length;
        if (count > most || part.some((byte) => byte !== 0)) throw new LastFault('Arsipnya rusak.');
      }
    },
  };
}
