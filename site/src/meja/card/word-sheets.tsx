/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
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
  send(report: { kanal: string; frekuensi: string; ketepatan: string }): void;
  onClose(): void;
}

/** The airing report: where it was shown, how often, and whether as planned. */
export function AiringSheet({ isSending, send, onClose }: AiringProps) {
  const [kanal, setKanal] = useState('');
  const [frekuensi, setFrekuensi] = useState('');
  const [ketepatan, setKetepatan] = useState('');
  const isWhole = [kanal, frekuensi, ketepatan].every((text) => text.trim() !== '');
  return (
    <Sheet
      title="Laporkan tayang"
      onClose={onClose}
      actions={
        <button
          type="button"
          class="tombol tombol-utama tombol-besar"
          disabled={isSending || !isWhole}
          onClick={() => send({ kanal, frekuensi, ketepatan })}
        >
          {isSending ? 'Mengirim …' : 'Kirim laporan'}
        </button>
      }
    >
      <label class="isian-baris">
        <span>Kanal</span>
        <small>Misalnya portal, radio, atau baliho, dan tempatnya.</small>
        <input value={kanal} onInput={(event) => setKanal(event.currentTarget.value)} />
      </label>
      <label class="isian-baris">
        <span>Waktu dan frekuensi</span>
        <small>Misalnya tiga kali sehari, 2 sampai 8 November.</small>
        <input value={frekuensi} onInput={(event) => setFrekuensi(event.currentTarget.value)} />
      </label>
      <label class="isian-baris">
        <span>Ketepatan</span>
        <small>Sesuai rencana atau tidak, dan mengapa.</small>
        <input value={ketepatan} onInput={(event) => setKetepatan(event.currentTarget.value)} />
      </label>
    </Sheet>
  );
}
