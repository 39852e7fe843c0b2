/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface Props {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Buttons, the main one last: it stands under the thumb. */
  readonly actions: ComponentChildren;
  onClose(): void;
}

/** A sheet that comes up from the bottom edge, where the thumb is. Escape and the back of it close it. */
export function Sheet({ title, children, actions, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="lembar-aksi"
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div class="lembar-aksi-dalam">
        <div class="lembar-aksi-atas">
          <h2 id={id}>{title}</h2>
          <button type="button" class="tutup" aria-label="Tutup" onClick={() => dialog.current?.close()}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
        <div class="lembar-aksi-isi">{children}</div>
        <div class="lembar-aksi-bawah">{actions}</div>
      </div>
    </dialog>
  );
}
