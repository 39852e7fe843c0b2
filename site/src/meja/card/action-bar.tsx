/** @jsxImportSource preact */
import type { Acts } from './acts.ts';
import { verbOf } from './labels.ts';

export type SheetName = 'paraf' | 'kembalikan' | 'catatan' | 'ajukan' | 'tayang' | 'isi';

interface Props {
  readonly acts: Acts;
  /** What is waited for, in words, where there is nothing for this person to do. */
  readonly waiting: string;
  readonly canNote: boolean;
  /** Whether the step's own fields can be filled in here. */
  readonly canFill: boolean;
  readonly marked: number;
  readonly isBusy: boolean;
  open(sheet: SheetName): void;
}

/** The acts of this person, big and at the bottom edge, the main one on the right. */
export function ActionBar({ acts, waiting, canNote, canFill, marked, isBusy, open }: Props) {
  const { paraf, kembalikan, ajukan, tayang, tanpaParaf, tanpaAjukan } = acts;
  const main = paraf
    ? ({ sheet: 'paraf', label: verbOf(paraf.langkah) } as const)
    : ajukan === 'ajukan'
      ? ({ sheet: 'ajukan', label: 'Ajukan' } as const)
      : tayang
        ? ({ sheet: 'tayang', label: 'Laporkan tayang' } as const)
        : canFill
          ? ({ sheet: 'isi', label: 'Isi bagian ini' } as const)
          : ajukan === 'tegaskan'
            ? ({ sheet: 'ajukan', label: 'Tegaskan isi' } as const)
            : null;
  const why = tanpaParaf ?? tanpaAjukan ?? (main === null ? waiting : null);
  return (
    <div class="bilah" role="region" aria-label="Tindakan">
      {why !== null && <p class="bilah-mengapa">{why}</p>}
      <div class="bilah-tombol">
        {canNote && (
          <button
            type="button"
            class="tombol tombol-catatan"
            aria-label="Beri catatan"
            disabled={isBusy}
            onClick={() => open('catatan')}
          >
            <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
              <path d="M4 5h16v11H9l-5 4z" />
            </svg>
          </button>
        )}
        {canFill && main?.sheet !== 'isi' && (
          <button type="button" class="tombol" disabled={isBusy} onClick={() => open('isi')}>
            Isi
          </button>
        )}
        {kembalikan && (
          <button
            type="button"
            class="tombol tombol-kembali"
            disabled={isBusy}
            onClick={() => open('kembalikan')}
          >
            Kembalikan{marked > 0 && ` (${marked})`}
          </button>
        )}
        {main !== null && (
          <button
            type="button"
            class="tombol tombol-utama bilah-utama"
            disabled={isBusy}
            onClick={() => open(main.sheet)}
          >
            {main.label}
          </button>
        )}
      </div>
    </div>
  );
}
