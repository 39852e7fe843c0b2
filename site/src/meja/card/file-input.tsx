/** @jsxImportSource preact */
import { useId, useState } from 'preact/hooks';
import { prepareUpload, UploadRefused, type Upload } from './upload.ts';

interface Props {
  readonly label: string;
  readonly hint: string | undefined;
  readonly imagesOnly: boolean;
  /** Name of the file that is chosen; empty for none. */
  readonly name: string;
  readonly taken: readonly string[];
  onFile(upload: Upload): void;
}

/** Takes a file or a photo from the phone. */
export function FileInput({ label, hint, imagesOnly, name, taken, onFile }: Props) {
  const id = useId();
  const [fault, setFault] = useState<string | null>(null);
  const choose = async (file: File) => {
    setFault(null);
    try {
      onFile(await prepareUpload(file, imagesOnly, taken));
    } catch (error) {
      setFault(
        error instanceof UploadRefused ? error.message : `“${file.name}” tidak dapat dibaca. Pilih lagi.`,
      );
    }
  };
  return (
    <div class="isian-baris">
      <label htmlFor={id}>{label}</label>
      <small id={`${id}-petunjuk`}>{hint ?? 'PDF atau foto.'}</small>
      <input
        id={id}
        class="hanya-pembaca"
        type="file"
        aria-describedby={`${id}-petunjuk ${id}-kurang`}
        accept={
          imagesOnly
            ? 'image/jpeg,image/png,image/webp'
            : 'image/jpeg,image/png,image/webp,application/pdf,.csv,.xlsx,.docx,.txt,.mp3,.m4a,.mp4'
        }
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) void choose(file);
        }}
      />
      {/* The browser's own button speaks the browser's language; this one is its label. */}
      <label class="tombol pilih-berkas" htmlFor={id} aria-hidden="true">
        {name === '' ? (imagesOnly ? 'Pilih gambar' : 'Pilih berkas atau foto') : `Ganti: ${name}`}
      </label>
      {name !== '' && <p class="hanya-pembaca">Terpilih: {name}</p>}
      <p id={`${id}-kurang`} class="kurang" role="alert">
        {fault}
      </p>
    </div>
  );
}
