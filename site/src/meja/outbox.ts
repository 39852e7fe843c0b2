import type { ReviewEvent } from './review.ts';

/** One act of a person that is not yet known to have arrived. It is sent by the person, never by itself. */
export interface Pending {
  readonly id: string;
  readonly pull: number;
  readonly judul: string;
  /** What the person did, for the list: “Setujui”, “Kembalikan”. */
  readonly label: string;
  /** Account that did it: another who signs in here does not send it. */
  readonly akun: number;
  /** The content that was on the screen: for no other content is it ever sent. */
  readonly sidik: string;
  /** `tayang` is a comment; the others are reviews. */
  readonly event: ReviewEvent;
  readonly body: string;
  readonly dibuat: string;
  /** Reviews or comments of this person that were there already: one of the same words besides them has arrived. */
  readonly sudahAda: readonly string[];
  readonly state: PendingState;
}

export type PendingState =
  | { readonly kind: 'menunggu'; readonly sebab: string }
  | { readonly kind: 'mengirim' }
  | { readonly kind: 'basi'; readonly sebab: string };

export type OutboxEvent =
  | { readonly kind: 'tambah'; readonly pending: Omit<Pending, 'state'> }
  | { readonly kind: 'kirim'; readonly id: string }
  | { readonly kind: 'sampai'; readonly id: string }
  | { readonly kind: 'gagal'; readonly id: string; readonly sebab: string }
  | { readonly kind: 'basi'; readonly id: string; readonly sebab: string }
  | { readonly kind: 'batal'; readonly id: string };

/**
 * The acts that wait, after something happened. An item has one waiting act of a person at most: a second tap adds
 * nothing, and what is being sent is not sent again.
 */
export function outboxAfter(list: readonly Pending[], event: OutboxEvent): readonly Pending[] {
  const set = (id: string, state: PendingState) =>
    list.map((pending) => (pending.id === id ? { ...pending, state } : pending));
  switch (event.kind) {
    case 'tambah': {
      const { pending } = event;
      const isThere = list.some(({ pull, akun }) => pull === pending.pull && akun === pending.akun);
      return isThere ? list : [...list, { ...pending, state: { kind: 'mengirim' } }];
    }
    case 'kirim':
      return list.some(({ id, state }) => id === event.id && state.kind === 'menunggu')
        ? set(event.id, { kind: 'mengirim' })
        : list;
    case 'gagal':
      return set(event.id, { kind: 'menunggu', sebab: event.sebab });
    case 'basi':
      return set(event.id, { kind: 'basi', sebab: event.sebab });
    case 'sampai':
    case 'batal':
      return list.filter(({ id }) => id !== event.id);
  }
}

/** Reads what was kept; an act that was being sent when the page went away waits again, for nobody knows. */
export function keptOutbox(text: string | null): readonly Pending[] {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return [];
    return (value as Pending[]).map((pending) =>
      pending.state.kind === 'mengirim'
        ? { ...pending, state: { kind: 'menunggu', sebab: 'Belum diketahui apakah sudah sampai.' } }
        : pending,
    );
  } catch {
    return [];
  }
}
