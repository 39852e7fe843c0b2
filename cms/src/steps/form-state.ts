import type { Bentrok } from '../conflict.ts';
import type { Look } from '../look/look.ts';
import type { FormData } from './current.ts';

/** What is known of where the draft stands. */
export type Standing =
  | { readonly kind: 'baru' }
  | { readonly kind: 'membaca' }
  | { readonly kind: 'terbaca'; readonly look: Look }
  /** It has no open pull request: it is published, and this is the beginning of a correction. */
  | { readonly kind: 'tanpa-naskah' }
  | { readonly kind: 'gagal'; readonly reason: string };

/** Words that were typed into this draft on this computer and never saved. */
export interface Typed {
  /** ISO 8601. */
  readonly at: string;
  /** The whole item as it would have been saved. */
  readonly text: string;
}

/** All that the parts of the form above its fields show. */
export interface FormState {
  /** Name of the collection; empty while no form is open. */
  readonly collection: string;
  /** Numbers of the steps that have fields here. */
  readonly groups: readonly number[];
  /** Those whose fields are shown. */
  readonly open: readonly number[];
  /** Those that it is the turn of. */
  readonly current: readonly number[];
  readonly data: FormData;
  readonly standing: Standing;
  /** A save that was refused because of somebody else's. */
  readonly bentrok: Bentrok | null;
  /** Unsaved words of an earlier time, until they are thrown away. */
  readonly typed: Typed | null;
}

export const emptyForm: FormState = {
  collection: '',
  groups: [],
  open: [],
  current: [],
  data: {},
  standing: { kind: 'baru' },
  bentrok: null,
  typed: null,
};

/** The state of the one form that is open, and who wants to hear of its changes. */
export class FormStore {
  state: FormState = emptyForm;
  readonly #listeners = new Set<(state: FormState) => void>();

  set(change: Partial<FormState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener(this.state);
  }

  /** Returns what ends it. */
  subscribe(listener: (state: FormState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
