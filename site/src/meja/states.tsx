/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';

interface Action {
  readonly label: string;
  run(): void;
}

/** Something could not be done: what happened, why, what to do; and a way on. */
export function Fault({ title, text, action }: { title: string; text: string; action?: Action }) {
  return (
    <section class="keadaan" role="alert">
      <h2>{title}</h2>
      <p>{text}</p>
      {action && (
        <button type="button" class="tombol" onClick={() => action.run()}>
          {action.label}
        </button>
      )}
    </section>
  );
}

/** Nothing is there, and that is well. */
export function Empty({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="keadaan keadaan-kosong">
      <svg viewBox="0 0 64 64" width="56" height="56" aria-hidden="true">
        <path class="kosong-kertas" d="M14 6h26l10 10v42H14z" />
        <path class="kosong-garis" d="M22 24h20M22 32h20M22 40h12" />
        <path class="kosong-paraf" d="M30 50c4-9 7-9 6-3s3 4 5 0 3-2 5 1" />
      </svg>
      <h3>{title}</h3>
      <p>{children}</p>
    </section>
  );
}

/** Grey shapes where something will stand; a reader is told in words. */
export function Loading({ text, rows = 3 }: { text: string; rows?: number }) {
  return (
    <div class="memuat" role="status">
      <span class="hanya-pembaca">{text}</span>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} class="memuat-baris" aria-hidden="true" />
      ))}
    </div>
  );
}
