/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { Airing } from '../../../../scripts/core/airing.ts';
import { Sheet } from './sheet.tsx';

interface NoteProps {
  readonly isSending: boolean;
  send(text: string): void;
  onClose(): void;
}

/** A remark: it moves nothing, and stays in the history. */
export function NoteSheet({ isSending, send, onClose }: NoteProps) {
  const [text, setText] = useState('');
  return (
    <Sheet
      title="Beri catatan"
      onClose={onClose}
      actions={
        <button
          type="button"
          class="tombol tombol-utama tombol-besar"
          disabled={isSending || text.trim() === ''}
          onClick={() => send(text)}
        >
          {isSending ? 'Mengirim …' : 'Kirim catatan'}
        </button>
      }
    >
      <p class="redup">Catatan tidak memindahkan langkah. Semua yang terlibat dapat membacanya.</p>
      <label class="isian-baris">
        <span>Catatan</span>
        <textarea rows={5} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
    </Sheet>
  );
}

interface SubmitProps {
  readonly isConfirming: boolean;
  readonly isSending: boolean;
  send(): void;
  onClose(): void;
}

/** A submission, or the confirmation of what somebody else edited. */
export function SubmitSheet({ isConfirming, isSending, send, onClose }: SubmitProps) {
  const verb = isConfirming ? 'Tegaskan' : 'Ajukan';
  return (
    <Sheet
      title={verb}
      onClose={onClose}
      actions={
        <button type="button" class="tombol tombol-utama tombol-besar" disabled={isSending} onClick={send}>
          {isSending ? 'Mengirim …' : `${verb} sekarang`}
        </button>
      }
    >
      <p>
        {isConfirming
          ? 'Isinya disunting orang lain selama diperiksa. Dengan menegaskannya, isi ini menjadi isi Anda lagi, dan yang menyunting boleh menyetujuinya.'
          : 'Isi yang tampil di layar ini diserahkan untuk diperiksa. Sesudah itu, perubahan mengulang pemeriksaannya.'}
      </p>
    </Sheet>
  );
}

interface AiringProps {
  readonly isSending: boolean;
  send(airing: Airing): void;
  onClose(): void;
}

/** The airing report: where it was shown, how often, and whether as planned. */
export function AiringSheet({ isSending, send, onClose }: AiringProps) {
  const [airing, setAiring] = useState<Airing>({ kanal: '', waktu: '', frekuensi: '', ketepatan: '' });
  const isWhole = Object.values(airing).every((text: string) => text.trim() !== '');
  return (
    <Sheet
      title="Laporkan tayang"
      onClose={onClose}
      actions={
        <button
          type="button"
          class="tombol tombol-utama tombol-besar"
          disabled={isSending || !isWhole}
          onClick={() => send(airing)}
        >
          {isSending ? 'Mengirim …' : 'Kirim laporan'}
        </button>
      }
    >
      {questions.map(([key, label, hint]) => (
        <label key={key} class="isian-baris">
          <span>{label}</span>
          <small>{hint}</small>
          <input
            maxLength={300}
            value={airing[key]}
            onInput={(event) => setAiring({ ...airing, [key]: event.currentTarget.value })}
          />
        </label>
      ))}
    </Sheet>
  );
}

const questions = [
  ['kanal', 'Kanal', 'Misalnya portal, radio, atau baliho, dan tempatnya.'],
  ['waktu', 'Waktu tayang', 'Misalnya 2 sampai 8 November 2026.'],
  ['frekuensi', 'Frekuensi', 'Misalnya tiga kali sehari.'],
  ['ketepatan', 'Ketepatan', 'Sesuai rencana atau tidak, dan mengapa.'],
] as const;
