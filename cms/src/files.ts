/** Largest file that can be chosen: what a slow office line sends within Decap's minute. */
export const MAX_FILE_BYTES = 20_000_000;
/** Largest picture that can be saved; a bigger one is drawn anew (and so made smaller) when it is chosen. */
export const MAX_IMAGE_BYTES = 5_000_000;

type Image = 'jpeg' | 'png' | 'webp';

const imageOf: Readonly<Record<string, Image>> = { jpg: 'jpeg', jpeg: 'jpeg', png: 'png', webp: 'webp' };
/** Endings of the other files that can be chosen. */
const others = ['pdf', 'mp3', 'm4a', 'mp4', 'csv', 'xlsx', 'docx', 'txt'];

/** Endings of all files that can be chosen in a form; pictures alone where a field is for pictures. */
export const pictureEndings: readonly string[] = Object.keys(imageOf);
export const fileEndings: readonly string[] = [...pictureEndings, ...others];

/** Which kind of picture the first bytes of a file belong to, whatever its name says. */
export function sniffImage(head: Uint8Array): Image | undefined {
  const starts = (bytes: readonly number[], at = 0) => bytes.every((byte, i) => head[at + i] === byte);
  if (starts([0xff, 0xd8, 0xff])) return 'jpeg';
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (starts([0x52, 0x49, 0x46, 0x46]) && starts([0x57, 0x45, 0x42, 0x50], 8)) return 'webp';
  return undefined;
}

const megabytes = (bytes: number) =>
  (bytes / 1_000_000).toLocaleString('id-ID', { maximumFractionDigits: 1 });

const extensionOf = (name: string) => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * Says in a sentence why a file that somebody chose cannot be used, or nothing. Asked before Decap sees the file,
 * because Decap's own refusals are English or silent.
 */
export async function refusalOf(file: File, imagesOnly: boolean): Promise<string | undefined> {
  const extension = extensionOf(file.name);
  const claimed = imageOf[extension];
  if (file.size === 0) return `“${file.name}” kosong. Pilih berkas lain.`;
  if (claimed === undefined && imagesOnly)
    return `“${file.name}” tidak dapat dipakai sebagai gambar. Pilih gambar JPEG, PNG, atau WebP.`;
  if (claimed === undefined && !others.includes(extension))
    return `Jenis berkas “${file.name}” tidak diterima. Yang diterima: ${fileEndings.join(', ')}.`;
  if (file.size > MAX_FILE_BYTES)
    return `“${file.name}” terlalu besar: ${megabytes(file.size)} MB, sedangkan batasnya ${megabytes(MAX_FILE_BYTES)} MB. Kecilkan berkas itu, lalu pilih lagi.`;
  if (claimed === undefined) return undefined;
  const actual = sniffImage(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
  if (actual === claimed) return undefined;
  return actual === undefined
    ? `“${file.name}” bukan gambar, walaupun namanya berakhiran .${extension}. Pilih gambar JPEG, PNG, atau WebP.`
    : `Isi “${file.name}” adalah ${actual.toUpperCase()}, bukan ${claimed.toUpperCase()}. Ganti akhiran namanya menjadi .${actual === 'jpeg' ? 'jpg' : actual}, lalu pilih lagi.`;
}

/** Says why a picture cannot be saved as it is after Decap has drawn it anew, or nothing. */
export function oversize(name: string, bytes: number): string | undefined {
  return imageOf[extensionOf(name)] !== undefined && bytes > MAX_IMAGE_BYTES
    ? `Gambar “${name}” terlalu besar: ${megabytes(bytes)} MB, sedangkan batasnya ${megabytes(MAX_IMAGE_BYTES)} MB. Kecilkan gambar itu, lalu pilih lagi.`
    : undefined;
}

/**
 * Stands before Decap's file inputs: a file that cannot be used is refused with a reason, and Decap never hears
 * of it; any other is passed on unchanged.
 */
export function guardFileInputs(page: Document, say: (message: string) => void): void {
  const passed = new WeakSet<Event>();
  page.addEventListener(
    'change',
    (event) => {
      const input = event.target;
      if (!(input instanceof HTMLInputElement) || input.type !== 'file' || passed.has(event)) return;
      event.stopImmediatePropagation();
      void (async () => {
        const imagesOnly = input.accept.includes('image');
        const refusals = await Promise.all([...(input.files ?? [])].map((f) => refusalOf(f, imagesOnly)));
        const reasons = refusals.filter((reason) => reason !== undefined);
        if (reasons.length > 0) {
          input.value = '';
          say(reasons.join('\n'));
          return;
        }
        const again = new Event('change', { bubbles: true });
        passed.add(again);
        input.dispatchEvent(again);
      })();
    },
    true,
  );
}
