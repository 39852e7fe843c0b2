/** Tars as nobody of good will makes them, field by field. */

export interface TarEntry {
  readonly name: string;
  readonly type?: string;
  readonly link?: string;
  readonly body?: string;
  readonly magic?: string;
  /** The field as it stands there, where it does not tell the truth. */
  readonly size?: Buffer;
  readonly sum?: string;
}

export function tarEntry({
  name,
  type = '0',
  link = '',
  body = '',
  magic = 'ustar\x0000',
  size,
  sum,
}: TarEntry): Buffer {
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write('0000644\0', 100);
  head.write(`${body.length.toString(8).padStart(11, '0')} `, 124);
  size?.copy(head, 124);
  head.write(' '.repeat(8), 148);
  head.write(type, 156);
  head.write(link, 157);
  head.write(magic, 257);
  const total = head.reduce((all, byte) => all + byte, 0);
  head.write(sum ?? `${total.toString(8).padStart(6, '0')}\0 `, 148);
  const bytes = Buffer.from(body);
  return Buffer.concat([head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}
