/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { Client } from '../../../scripts/github/read/client.ts';
import type { Desk } from './config.ts';
import type { Pending } from './outbox.ts';
import type { Outbox } from './use-outbox.ts';

interface Props {
  readonly outbox: Outbox;
  readonly akun: number;
  readonly desk: Desk;
  readonly client: Client;
}

/** Acts that have not arrived: seen on every screen, sent or withdrawn by the person. */
export function OutboxBar({ outbox, akun, desk, client }: Props) {
  /** What this bar is sending; what a card sends, its own button shows. */
  const [sending, setSending] = useState<string | null>(null);
  const own = outbox.list.filter(
    ({ id, akun: by, state }) => by === akun && (state.kind !== 'mengirim' || id === sending),
  );
  if (own.length === 0) return null;
  const send = async (pending: Pending) => {
    setSending(pending.id);
    outbox.dispatch({ kind: 'kirim', id: pending.id });
    try {
      const { sendPending } = await import('./card/send.ts');
      await sendPending({ desk, client, outbox }, pending);
    } catch {
      outbox.dispatch({
        kind: 'gagal',
        id: pending.id,
        sebab: 'Server tidak terjangkau. Periksa sambungan internet.',
      });
    }
  };
  return (
    <section class="kotak-keluar" aria-label="Belum terkirim">
      <ul class="polos">
        {own.map((pending) => (
          <li key={pending.id}>
            <p>
              <b>{pending.state.kind === 'basi' ? 'Tidak dikirim' : 'Belum terkirim'}:</b> {pending.label},{' '}
              <a href={`#/${pending.pull}`}>{pending.judul}</a>.{' '}
              {pending.state.kind === 'mengirim' ? 'Mengirim …' : pending.state.sebab}
            </p>
            <p class="kotak-keluar-aksi">
              {pending.state.kind === 'menunggu' && (
                <button type="button" class="tombol tombol-utama" onClick={() => void send(pending)}>
                  Kirim sekarang
                </button>
              )}
              {pending.state.kind !== 'mengirim' && (
                <button
                  type="button"
                  class="tombol"
                  onClick={() => outbox.dispatch({ kind: 'batal', id: pending.id })}
                >
                  {pending.state.kind === 'basi' ? 'Tutup' : 'Batalkan'}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
