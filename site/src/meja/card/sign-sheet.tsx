/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { ParafPreview } from './acts.ts';
import type { Change } from './changes.ts';
import { ChangesView } from './changes-view.tsx';
import { stepsText, verbOf } from './labels.ts';
import { Sheet } from './sheet.tsx';

interface Props {
  readonly preview: ParafPreview;
  readonly sidik: string;
  /** What changed since the person looked or signed last; null where they see it for the first time. */
  readonly changes: readonly Change[] | null;
  readonly isSending: boolean;
  /** What a paraf in one of several roles would do. */
  previewAs(peran: string): ParafPreview | null;
  sign(sebagai: string | undefined): void;
  onClose(): void;
}

/** Says what the paraf will do, as whom, and on which content; then one tap gives it. */
export function SignSheet({ preview, sidik, changes, isSending, previewAs, sign, onClose }: Props) {
  const [peran, setPeran] = useState(preview.sebagai[0]?.peran);
  const isChoice = preview.sebagai.length > 1;
  const shown = (isChoice && peran !== undefined ? previewAs(peran) : null) ?? preview;
  const verb = verbOf(shown.langkah);
  const role = preview.sebagai.find((one) => one.peran === peran);
  return (
    <Sheet
      title={verb}
      onClose={onClose}
      actions={
        <button
          type="button"
          class="tombol tombol-utama tombol-besar"
          disabled={isSending}
          onClick={() => sign(isChoice ? peran : undefined)}
        >
          {isSending ? 'Mengirim …' : `${verb} sekarang`}
        </button>
      }
    >
      {isChoice ? (
        <fieldset class="sebagai">
          <legend>Anda memaraf sebagai</legend>
          {preview.sebagai.map((one) => (
            <label key={one.peran}>
              <input
                type="radio"
                name="sebagai"
                checked={one.peran === peran}
                onChange={() => setPeran(one.peran)}
              />
              {one.nama}
            </label>
          ))}
        </fieldset>
      ) : (
        <p class="sebagai-satu">
          Sebagai <b>{role?.nama}</b>
        </p>
      )}
      <p>Paraf ini menyelesaikan {stepsText(shown.langkah)}.</p>
      <p class="redup">
        {shown.isReady
          ? 'Semua langkah sesudah itu selesai: Paraf menggabungkan dan menayangkannya.'
          : shown.sesudahnya === null
            ? ''
            : `Sesudah itu: langkah ${shown.sesudahnya.no} (${shown.sesudahnya.tindakan}).`}
      </p>
      {shown.terhenti !== null && <p class="catatan">{shown.terhenti}</p>}
      {changes !== null && changes.length > 0 && (
        <details class="sejak" open>
          <summary>Berubah sejak Anda melihatnya terakhir ({changes.length})</summary>
          <ChangesView changes={changes} />
        </details>
      )}
      <p class="redup sidik-pendek">
        Isi yang diparaf: sidik <code>{sidik.slice(0, 10)}</code>
      </p>
    </Sheet>
  );
}
