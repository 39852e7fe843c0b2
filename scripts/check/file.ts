import type { Issue } from '../core/issue.ts';
import { describeBytes, fileTypes, plainText, zipNames } from './file-types.ts';
import { checkMessages as say, type CheckCode } from './messages.ts';
import { inspectPdf } from './pdf.ts';
import { hasPosition } from './position.ts';
import { checkText } from './text.ts';

/** A file of an item: its name in the item's folder, its size, and its bytes where they could be had. */
export interface ItemFile {
  readonly name: string;
  readonly size: number;
  readonly bytes?: Uint8Array | undefined;
}

const accepted = [...fileTypes.keys()].join(', ');

/** Signs that Windows knows in no name, and names that it reads as others: such a file could not be published. */
const unportable = /[:*?"<>|]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)\./i;

/** Everything that is wrong with one attachment: name, type, size, and what its bytes carry. */
export function checkFile(folder: string, { name, size, bytes }: ItemFile): Issue[] {
  if (name === 'index.md') return [];
  const issue = (code: CheckCode, message: string, line?: number): Issue => ({
    code,
    file: `${folder}/${name}`,
    message,
    ...(line === undefined ? {} : { line }),
  });
  if (name.includes('/')) return [issue('berkas-dalam-subfolder', say['berkas-dalam-subfolder']())];
  if (!/^[^.\\\p{Cc}\p{Cf}][^\\\p{Cc}\p{Cf}]{0,149}$/u.test(name) || unportable.test(name))
    return [issue('berkas-nama-salah', say['berkas-nama-salah']())];
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (extension === 'svg') return [issue('berkas-svg', say['berkas-svg']())];
  const type = fileTypes.get(extension);
  if (type === undefined)
    return [issue('berkas-jenis-ditolak', say['berkas-jenis-ditolak'](extension, accepted))];
  // Too big is told first and alone: nobody waits for the bytes of a file that cannot stay.
  if (size > type.limit) return [issue('berkas-besar', say['berkas-besar'](size, type.limit))];
  if (size === 0) return [issue('berkas-kosong', say['berkas-kosong']())];
  if (bytes === undefined) return [];
  if (!type.matches(bytes))
    return [issue('berkas-isi-lain', say['berkas-isi-lain'](extension, describeBytes(bytes)))];

  if (type.name.startsWith('gambar') && hasPosition(bytes))
    return [issue('berkas-posisi', say['berkas-posisi']())];
  if (extension === 'pdf') {
    const { found, unreadable } = inspectPdf(bytes);
    if (found.length > 0) return [issue('pdf-berbahaya', say['pdf-berbahaya'](found))];
    return unreadable ? [issue('pdf-tak-terperiksa', say['pdf-tak-terperiksa']())] : [];
  }
  if (extension === 'docx' || extension === 'xlsx')
    return hasMacro(bytes) ? [issue('berkas-makro', say['berkas-makro']())] : [];
  if (extension === 'txt' || extension === 'csv')
    return checkText(plainText(bytes) ?? '').map((found) =>
      issue(found.code, found.message, found.lines + 1),
    );
  return [];
}

function hasMacro(bytes: Uint8Array): boolean {
  return zipNames(bytes).some((name) => /vbaProject|macrosheets|activeX/i.test(name));
}
