/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import { fileFacts } from '../../files.ts';
import { faultWords } from '../client.ts';
import { Fault } from '../states.tsx';
import { fileKind, type Attachments, type OpenedFile } from './attachments.ts';

interface PictureProps {
  readonly name: string;
  readonly alt: string;
  readonly attachments: Attachments;
}

/** A picture of the item; fetched when it comes near the screen. */
export function Picture({ name, alt, attachments }: PictureProps) {
  const frame = useRef<HTMLSpanElement>(null);
  const [src, setSrc] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    const node = frame.current;
    if (node === null) return;
    let isHere = true;
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        watch.disconnect();
        attachments.open(name).then(
          ({ address }) => isHere && setSrc(address),
          (error: unknown) => isHere && setFault(faultWords(error)),
        );
      },
      { rootMargin: '300px' },
    );
    watch.observe(node);
    return () => {
      isHere = false;
      watch.disconnect();
    };
  }, [name, attachments]);
  if (src !== null) return <img src={src} alt={alt} />;
  return (
    <span ref={frame} class="gambar-tunggu" role="img" aria-label={alt}>
      {fault === null ? '' : `Gambar ${name} tidak dapat dimuat. ${fault}`}
    </span>
  );
}

interface AttachmentProps {
  readonly name: string;
  readonly label: string;
  readonly attachments: Attachments;
}

/** A file of the item: one tap opens it over the page, another closes it. */
export function Attachment({ name, label, attachments }: AttachmentProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [file, setFile] = useState<OpenedFile | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const open = () => {
    dialog.current?.showModal();
    setFault(null);
    attachments.open(name).then(setFile, (error: unknown) => setFault(faultWords(error)));
  };
  return (
    <>
      <button type="button" class="berkas" onClick={open}>
        <span class="berkas-jenis" aria-hidden="true">
          {/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toUpperCase() ?? 'FILE'}
        </span>
        <span>
          <span class="hanya-pembaca">Buka {label}: </span>
          {name}
        </span>
      </button>
      <dialog ref={dialog} class="lihat" aria-label={name}>
        <div class="lihat-atas">
          <div>
            <p class="lihat-nama">{name}</p>
            {file !== null && <p class="redup">{fileFacts({ src: name, size: file.blob.size })}</p>}
          </div>
          <button type="button" class="tombol" onClick={() => dialog.current?.close()}>
            Tutup
          </button>
        </div>
        <div class="lihat-isi">
          {fault !== null && (
            <Fault
              title="Berkas ini belum dapat dibuka"
              text={fault}
              action={{ label: 'Coba lagi', run: open }}
            />
          )}
          {file === null && fault === null && <p role="status">Memuat …</p>}
          {file !== null && <Shown name={name} label={label} file={file} />}
        </div>
        {file !== null && <Ways name={name} file={file} />}
      </dialog>
    </>
  );
}

/** The file within the page where the browser can show its kind; words on what to do where it cannot. */
function Shown({ name, label, file }: { name: string; label: string; file: OpenedFile }) {
  const src = file.address;
  switch (fileKind(name).kind) {
    case 'gambar':
      return <img src={src} alt={label} />;
    case 'pdf':
      return navigator.pdfViewerEnabled ? (
        <iframe src={src} title={name} />
      ) : (
        <p class="lihat-tanpa">
          Peramban ini tidak menampilkan PDF di dalam halaman. Buka berkasnya dengan pembaca PDF di perangkat
          Anda, atau unduh.
        </p>
      );
    case 'suara':
      return <audio src={src} controls />;
    case 'video':
      return <video src={src} controls playsInline />;
    case 'teks':
      return <PlainText blob={file.blob} />;
    case 'lain':
      return (
        <p class="lihat-tanpa">
          Jenis berkas ini tidak ditampilkan di Meja. Unduh, lalu buka dengan aplikasi di perangkat Anda.
        </p>
      );
  }
}

/**
 * The file beside the page, and on the device: some phones have no reader within a page, others show the first sheet
 * alone. What the desk does not know is only ever saved.
 */
function Ways({ name, file }: { name: string; file: OpenedFile }) {
  return (
    <p class="lihat-bawah">
      <a class="tombol" href={file.address} download={name}>
        Unduh
      </a>
      {fileKind(name).kind !== 'lain' && (
        <a class="tombol tombol-utama" href={file.address} target="_blank" rel="noopener">
          Buka berkas
        </a>
      )}
    </p>
  );
}

function PlainText({ blob }: { blob: Blob }) {
  const [text, setText] = useState('');
  useEffect(() => {
    blob.text().then(setText, () => setText('Berkas tidak dapat dibaca.'));
  }, [blob]);
  return <pre>{text}</pre>;
}
