/** Largest file that is sent: what a slow line carries within a minute. */
const maxBytes = 20_000_000;
/** Longest side of a picture after it was drawn anew, in pixels. */
const maxSide = 2200;

const pictures: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};
const others = ['pdf', 'mp3', 'm4a', 'mp4', 'csv', 'xlsx', 'docx', 'txt'];

/** A file ready to be sent. */
export interface Upload {
  readonly name: string;
  readonly blob: Blob;
}

/** Why a file cannot be used, in words. */
export class UploadRefused extends Error {}

/**
 * Makes a chosen file ready: a picture is drawn anew, which takes off place and time of the shot and makes it small
 * enough for a phone's line; its name becomes one that fits a folder. Throws `UploadRefused`.
 *
 * @param taken names that the item has already
 */
export async function prepareUpload(
  file: File,
  imagesOnly: boolean,
  taken: readonly string[],
): Promise<Upload> {
  const extension = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const type = pictures[extension];
  if (file.size === 0) throw new UploadRefused(`“${file.name}” kosong. Pilih berkas lain.`);
  if (type === undefined && (imagesOnly || !others.includes(extension)))
    throw new UploadRefused(
      `“${file.name}” tidak dapat dipakai. Pilih ${imagesOnly ? 'gambar JPEG, PNG, atau WebP' : `berkas ${[...Object.keys(pictures), ...others].join(', ')}`}.`,
    );
  const blob = type === undefined ? file : await redrawn(file, type);
  if (blob.size > maxBytes)
    throw new UploadRefused(`“${file.name}” lebih dari 20 MB. Kecilkan, lalu pilih lagi.`);
  return { name: freeName(file.name, extension, taken), blob };
}

async function redrawn(file: File, type: string): Promise<Blob> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    throw new UploadRefused(`“${file.name}” bukan gambar yang dapat dibaca. Pilih JPEG, PNG, atau WebP.`);
  }
  const scale = Math.min(1, maxSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.85));
  if (blob === null || blob.type !== type)
    throw new UploadRefused(`Peramban ini tidak dapat menyimpan “${file.name}”. Pilih gambar JPEG.`);
  return blob;
}

/** A name of small letters and hyphens that nothing in the folder has yet. */
export function freeName(name: string, extension: string, taken: readonly string[]): string {
  const stem = slugOf(name.replace(/\.[a-z0-9]+$/i, '')) || 'berkas';
  for (let count = 1; ; count += 1) {
    const free = `${stem}${count === 1 ? '' : `-${count}`}.${extension}`;
    if (!taken.includes(free)) return free;
  }
}

/** Small letters, digits and hyphens: as Decap makes an address of a title. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
}

/** A blob's bytes as GitHub's API takes them. */
export async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  // One call with all bytes of a photo as arguments would be too many.
  for (let start = 0; start < bytes.length; start += 0x8000)
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(text);
}
