import type { Card } from './open-card.ts';
import type { Sent } from './send.ts';

/** What an act came to, told once it is known. */
export interface Outcome {
  readonly text: string;
  readonly tone: 'baik' | 'perhatian';
}

/** Compares an item before and after an act: steps that are done now, or why the act did not count. */
export function outcomeOf(before: Card, sent: Exclude<Sent, { kind: 'gagal' }>, label: string): Outcome {
  if (sent.kind === 'basi')
    return {
      text: 'Tidak dikirim: isinya berubah sejak Anda melihatnya. Perubahannya tampil di bawah; lihat, lalu putuskan lagi.',
      tone: 'perhatian',
    };
  if (sent.card === null) return { text: `${label} sudah terkirim.`, tone: 'baik' };
  const old = before.reading.position;
  const { position } = sent.card.reading;
  const refused = position.ditolak.slice(old.ditolak.length).at(-1);
  const done = position.steps.filter(
    ({ selesai }, index) => selesai !== null && old.steps[index]?.selesai === null,
  );
  if (done.length === 0 && refused !== undefined) return { text: refused.message, tone: 'perhatian' };
  if (position.putaranKoreksi > old.putaranKoreksi)
    return { text: `Dikembalikan. Penyusunnya melihat alasan Anda.`, tone: 'baik' };
  if (done.length === 0) return { text: `${label} sudah terkirim.`, tone: 'baik' };
  const numbers = done.map(({ no }) => no);
  const list = `${numbers.slice(0, -1).join(', ')}${numbers.length > 1 ? ' dan ' : ''}${numbers.at(-1) ?? ''}`;
  const rest =
    position.status === 'siap' || position.status === 'terbit'
      ? ' Semua paraf lengkap; sebentar lagi tayang.'
      : '';
  return { text: `${label} tercatat: langkah ${list} selesai.${rest}`, tone: 'baik' };
}
