import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { isPortable } from '../portable.ts';
import { bytesOf } from './bytes.ts';
import { LastFault } from './fault.ts';

/** A file for an archive. */
export interface PackedFile {
  /** Within the archive, with `/`. */
  readonly path: string;
  /** Where it lies. */
  readonly from: string;
}

/** Takes the bytes of one file, as they come. */
export interface Sink {
  write(bytes: Buffer): void;
  end(): void;
}

/** What an archive may hold at most: a small one can say that it holds everything. */
export interface Limits {
  readonly files: number;
  readonly bytes: number;
}

const block = 512;
const atOnce = 1024 * 1024;
/** So long may a name be in a header; a longer one has a header of its own before it (pax). */
const longestName = 100;

/** A tar of these files, in this order. Of a file its bytes alone count: no owner, time or right. */
export function* tarOf(files: readonly PackedFile[]): Generator<Buffer> {
  for (const { path, from } of files) {
    if (!isPortable({ mode: '100644', path })) throw new LastFault(`Nama ${path} tidak dapat disimpan.`);
    const file = openSync(from, 'r');
    try {
      const { size } = fstatSync(file);
      yield headOf(path, size);
      let left = size;
      while (left > 0) {
        const bytes = Buffer.allocUnsafe(Math.min(left, atOnce));
        const read = readSync(file, bytes);
        if (read === 0) throw new LastFault(`Berkas ${path} berubah selagi disimpan.`);
        left -= read;
        yield bytes.subarray(0, read);
      }
      yield padding(size);
    } finally {
      closeSync(file);
    }
  }
  yield Buffer.alloc(2 * block);
}

/**
 * Reads a tar that anybody may have made. Only plain files at harmless paths are let through, each once: no links, no
 * devices, nothing that leads out. Whatever else is in it, or a tar that breaks off, is a fault, and what was taken
 * before is worth nothing.
 *
 * @param take where a file of this path goes; null: nowhere
 */
export async function readTar(
  source: AsyncIterable<Uint8Array>,
  limits: Limits,
  take: (path: string) => Sink | null,
): Promise<void> {
  const bytes = bytesOf(source);
  const seen = new Set<string>();
  let [total, longPath]: [number, string | null] = [0, null];
  for (;;) {
    const head = await bytes.take(block);
    if (isZero(head)) break;
    const { name, type, size } = readHead(head);
    if (type === 'x' && longPath === null && size <= 2 * block) {
      longPath = paxPath(await bytes.take(size));
      await bytes.take(padLength(size));
      continue;
    }
    const path = longPath ?? name;
    longPath = null;
    if (type !== '0') throw new LastFault(`Isinya bukan berkas biasa: ${JSON.stringify(path)}.`);
    if (!isPortable({ mode: '100644', path }) || seen.has(path))
      throw new LastFault(`Nama berkas di dalamnya tidak dapat diterima: ${JSON.stringify(path)}.`);
    seen.add(path);
    total += size;
    if (seen.size > limits.files || total > limits.bytes) throw new LastFault('Isinya melebihi batas.');
    const sink = take(path);
    for await (const piece of bytes.pieces(size)) sink?.write(piece);
    sink?.end();
    await bytes.take(padLength(size));
  }
  if (longPath !== null) throw new LastFault('Arsipnya terpotong.');
  await bytes.restMustBeZero(limits.bytes);
}

const padLength = (size: number) => (block - (size % block)) % block;
const padding = (size: number) => Buffer.alloc(padLength(size));
const isZero = (bytes: Buffer) => bytes.every((byte) => byte === 0);

function headOf(path: string, size: number): Buffer {
  if (Buffer.byteLength(path) <= longestName) return ustar(path, '0', size);
  const record = paxRecord(path);
  return Buffer.concat([
    ustar('panjang', 'x', record.length),
    record,
    padding(record.length),
    ustar('panjang', '0', size),
  ]);
}

function ustar(name: string, type: string, size: number): Buffer {
  const head = Buffer.alloc(block);
  head.write(name, 0);
  head.write('0000644\0', 100);
  for (const at of [108, 116]) head.write('0000000\0', at);
  head.write(`${octal(size, 11)} `, 124);
  head.write('00000000000 ', 136);
  head.write(type, 156);
  head.write('ustar\x0000', 257);
  head.write(`${octal(sumOf(head), 6)}\0 `, 148);
  return head;
}

const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');

/** Sum of a header, its own field read as blanks. */
function sumOf(head: Buffer): number {
  let sum = 8 * 32;
  for (const [at, byte] of head.entries()) if (at < 148 || at >= 156) sum += byte;
  return sum;
}

function readHead(head: Buffer): { readonly name: string; readonly type: string; readonly size: number } {
  const sum = /^([0-7]{6})\0 $/.exec(head.toString('latin1', 148, 156))?.[1];
  const size = /^([0-7]{11})[ \0]$/.exec(head.toString('latin1', 124, 136))?.[1];
  const isPlain = head.toString('latin1', 257, 265) === 'ustar\x0000' && isZero(head.subarray(345));
  if (sum === undefined || size === undefined || !isPlain || parseInt(sum, 8) !== sumOf(head))
    throw new LastFault('Arsipnya rusak.');
  const end = head.indexOf(0);
  return {
    name: head.toString('utf8', 0, Math.min(end === -1 ? longestName : end, longestName)),
    type: String.fromCharCode(head[156]!),
    size: parseInt(size, 8),
  };
}

/** `26 path=a/long/name\n`, its own length included. */
function paxRecord(path: string): Buffer {
  const rest = Buffer.byteLength(` path=${path}\n`);
  let length = rest;
  while (length !== rest + String(length).length) length = rest + String(length).length;
  return Buffer.from(`${length} path=${path}\n`);
}

function paxPath(bytes: Buffer): string {
  const path = /^\d+ path=([^\n]+)\n$/.exec(bytes.toString('utf8'))?.[1];
  if (path === undefined || !paxRecord(path).equals(bytes)) throw new LastFault('Arsipnya rusak.');
  return path;
}
