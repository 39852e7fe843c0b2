import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { imageSize } from '../index/image-size.ts';
import { makePublicFile } from '../index/public-file.ts';
import { blobId } from '../index/tree.ts';
import { cardKey, cardSize, drawCard, type Card } from './card.ts';
import { encodeVariant, paintSvg } from './encoder.ts';
import { kept } from './keep.ts';
import { breakLines, lineWidth } from './lettering.ts';
import { variantsOf } from './variants.ts';

const folder = mkdtempSync(join(tmpdir(), 'paraf-gambar-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (name: string, bytes: Uint8Array) => makePublicFile(name, bytes, blobId(bytes, 40));
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#4a7' } }).jpeg();

describe('variants of a picture', () => {
  it.each([
    ['a photo of a camera', { width: 3000, height: 2000 }, [400, 800, 1280]],
    ['one of the largest width', { width: 1280, height: 853 }, [400, 800, 1280]],
    ['one between two widths', { width: 600, height: 900 }, [400, 600]],
    ['a small one', { width: 320, height: 200 }, [320]],
    ['a tiny one', { width: 64, height: 64 }, []],
    ['one with more pixels than memory', { width: 30_000, height: 30_000 }, []],
    ['one whose size is not known', {}, []],
  ])('%s has the widths that screens need, and none larger than itself', (_, size, widths) => {
    const file = { ...fileOf('Pasar.jpg', new Uint8Array()), ...size };
    const found = variantsOf(file);
    expect(found.filter(({ type }) => type === 'image/avif').map(({ width }) => width)).toEqual(widths);
    expect(found.filter(({ type }) => type === 'image/webp').map(({ width }) => width)).toEqual(widths);
  });

  it('stand beside the original, under its name', async () => {
    const bytes = await photo(900, 600).toBuffer();
    const names = variantsOf(fileOf('Pasar Pagi.JPG', bytes)).map(({ publicName }) => publicName);
    expect(names[0]).toMatch(/^pasar-pagi\.[0-9a-f]{8}-400\.avif$/);
    expect(names.at(-1)).toMatch(/^pasar-pagi\.[0-9a-f]{8}-900\.webp$/);
  });

  it('are turned as the camera was held, and say nothing of it', async () => {
    const bytes = await photo(900, 600)
      .withExif({ IFD0: { Model: 'KAMERA-KANTOR' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const file = fileOf('potret.jpg', bytes);
    expect([file.width, file.height]).toEqual([600, 900]);
    const webp = variantsOf(file).find(({ type }) => type === 'image/webp')!;
    const made = await encodeVariant(bytes, webp);
    expect(imageSize(made)).toEqual({ width: 400, height: 600 });
    expect(Buffer.from(made).includes('KAMERA-KANTOR')).toBe(false);
  });

  it('are the same bytes from the same bytes', async () => {
    const bytes = await photo(900, 600).toBuffer();
    for (const variant of variantsOf(fileOf('a.jpg', bytes))) {
      const [one, other] = [await encodeVariant(bytes, variant), await encodeVariant(bytes, variant)];
      expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    }
  });

  it('of a broken file are an empty plane, so that nothing else waits for it', async () => {
    const [variant] = variantsOf({
      ...fileOf('rusak.png', Buffer.from('bukan gambar')),
      width: 800,
      height: 400,
    });
    const made = await sharp(await encodeVariant(Buffer.from('bukan gambar'), variant!)).metadata();
    expect([made.width, made.height]).toEqual([400, 200]);
  });
});

it('what was made is kept under its key, and not made again', async () => {
  let made = 0;
  const make = () => Promise.resolve(Buffer.from(`ke-${(made += 1)}`));
  expect(readFileSync(await kept(folder, 'satu.webp', make), 'utf8')).toBe('ke-1');
  expect(readFileSync(await kept(folder, 'satu.webp', make), 'utf8')).toBe('ke-1');
  expect(readFileSync(await kept(folder, 'dua.webp', make), 'utf8')).toBe('ke-2');
  expect(readdirSync(folder).sort()).toEqual(['dua.webp', 'satu.webp']);
});

describe('a card', () => {
  const card: Card = {
    judul: 'Puskesmas buka layanan sore',
    atas: 'Dinas Kesehatan',
    bawah: 'Senin, 2 November 2026',
    portal: 'Portal Informasi Kota',
    warna: '#0b5c8a',
    lambang:
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#fff" d="M0 0h9v9z"/></svg>',
  };

  it('holds shapes alone: no text, whose look would follow from the fonts of a machine', () => {
    expect(drawCard(card)).not.toMatch(/<text|font-family/);
  });

  it('is a picture of the size that all services take, the same each time', async () => {
    const [one, other] = [await paintSvg(drawCard(card)), await paintSvg(drawCard(card))];
    expect(imageSize(one)).toEqual(cardSize);
    expect(one.length).toBeLessThan(150 * 1024);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it('shows a hostile title as nothing but letters', async () => {
    const svg = drawCard({ ...card, judul: '</g><script>alert(1)</script>&"🙂' });
    expect(svg).not.toMatch(/script|alert|🙂/);
    expect(imageSize(await paintSvg(svg))).toEqual(cardSize);
  });

  it.each(['judul', 'atas', 'bawah', 'portal', 'warna', 'lambang'] as const)(
    'has another name when its %s changes',
    (part) => {
      expect(cardKey({ ...card, [part]: '#123456' })).not.toBe(cardKey(card));
      expect(cardKey({ ...card })).toBe(cardKey(card));
    },
  );
});

describe('lines of a title', () => {
  it.each([
    ['short', 'Pasar murah', ['Pasar murah']],
    ['of two lines', 'Perbaikan dua belas ruas jalan', ['Perbaikan dua', 'belas ruas jalan']],
    ['too long', 'satu dua tiga empat lima enam tujuh delapan sembilan', ['satu dua tiga', 'empat lima …']],
    ['of one word that no line holds', 'a'.repeat(60), [expect.stringMatching(/^a{5,30} …$/)]],
  ])('%s', (_, title, lines) => {
    const found = breakLines(title, 50, 700, 400, 2);
    expect(found).toEqual(lines);
    for (const one of found) expect(lineWidth(one, 50, 700)).toBeLessThanOrEqual(400);
  });
});
