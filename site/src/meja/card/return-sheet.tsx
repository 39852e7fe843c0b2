/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { alasanText, startOf } from '../../../../scripts/github/read/alasan.ts';
import { usualReasons } from './labels.ts';
import type { Mark } from './naskah.tsx';
import { Sheet } from './sheet.tsx';

interface Props {
  readonly marks: readonly Mark[];
  /** Where a return leads, in words. */
  readonly tujuan: string;
  readonly isSending: boolean;
  unmark(mark: Mark): void;
  giveBack(alasan: string): void;
  onClose(): void;
}

/** A return with its reasons: as a whole, and for each paragraph that was marked. */
export function ReturnSheet({ marks, tujuan, isSending, unmark, giveBack, onClose }: Props) {
  const [umum, setUmum] = useState('');
  const [own, setOwn] = useState<ReadonlyMap<number, string>>(new Map());
  const [isMissing, setMissing] = useState(false);
  const paragraf = marks
    .map(({ nomor, awal }) => ({ nomor, awal, alasan: (own.get(nomor) ?? '').trim() }))
    .filter(({ alasan }) => alasan !== '');
  const send = () => {
    if (umum.trim() === '' && paragraf.length === 0) setMissing(true);
    else giveBack(alasanText({ umum, paragraf }));
  };
  const add = (reason: string) => {
    setUmum((text) => (text.includes(reason) ? text : [text.trim(), reason].filter(Boolean).join('\n')));
    setMissing(false);
  };
  return (
    <Sheet
      title="Kembalikan"
      onClose={onClose}
      actions={
        <button type="button" class="tombol tombol-kembali tombol-besar" disabled={isSending} onClick={send}>
          {isSending ? 'Mengirim …' : 'Kembalikan sekarang'}
        </button>
      }
    >
      <p class="redup">{tujuan}</p>
      {marks.map((mark) => (
        <div key={mark.nomor} class="isian-baris">
          <label>
            <span>
              Paragraf {mark.nomor}: <q>{startOf(mark.awal)}</q>
            </span>
            <textarea
              rows={2}
              value={own.get(mark.nomor) ?? ''}
              onInput={(event) => {
                const text = event.currentTarget.value;
                setOwn((known) => new Map(known).set(mark.nomor, text));
                setMissing(false);
              }}
            />
          </label>
          <button type="button" class="tombol tombol-tipis" onClick={() => unmark(mark)}>
            Lepas tanda
          </button>
        </div>
      ))}
      <div class="alasan-siap" role="group" aria-label="Alasan yang sering dipakai">
        {usualReasons.map((reason) => (
          <button key={reason} type="button" onClick={() => add(reason)}>
            {reason}
          </button>
        ))}
      </div>
      <label class="isian-baris">
        <span>Alasan {marks.length > 0 ? 'umum (boleh kosong)' : '(wajib)'}</span>
        <textarea
          rows={4}
          value={umum}
          aria-invalid={isMissing}
          aria-describedby="alasan-kurang"
          onInput={(event) => {
            setUmum(event.currentTarget.value);
            setMissing(false);
          }}
        />
      </label>
      <p id="alasan-kurang" class="kurang" role="alert">
        {isMissing && 'Tulis apa yang harus diperbaiki. Tanpa alasan, pengembalian tidak dihitung.'}
      </p>
      {marks.length === 0 && (
        <p class="redup">Tutup lembar ini lalu ketuk sebuah paragraf untuk mengaitkan alasan dengannya.</p>
      )}
    </Sheet>
  );
}
