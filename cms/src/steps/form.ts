import type { FormAlur } from '../../../scripts/core/form-alur.ts';
import type { Bentrok } from '../conflict.ts';
import type { Look } from '../look/look.ts';
import { firstUnfinished, groupsFor, type FormData } from './current.ts';
import { faultySteps, fold, goTo, stepsIn, undress } from './fold.ts';
import { emptyForm, FormStore } from './form-state.ts';
import { forgetTyped, keepTyped, textOf, typedFor } from './typed.ts';

/** What the form asks of the rest of the page. */
export interface FormOptions {
  readonly alur: Readonly<Record<string, FormAlur>>;
  /** Name of ours behind one of Decap's: `berita-2025` → `berita`. */
  collectionOf(name: string): string | undefined;
  /** Reads where the draft on a branch stands. */
  lookAt(branch: string): Promise<Look | null>;
}

/** How often an open form asks again where its draft stands, in ms. */
const period = 60_000;
/** How long after a change the form's data is read again, in ms. */
const pause = 400;

/** The one form that is open: what it shows of its steps, and what is known of its draft. */
export class Form {
  readonly store = new FormStore();
  readonly #options: FormOptions;
  #form: Element | undefined;
  #props: WidgetProps | undefined;
  #branch: string | undefined;
  #isTouched = false;
  #looks = 0;
  /** The item as it was when the form was filled or saved. */
  #saved = '';

  constructor(options: FormOptions) {
    this.#options = options;
  }

  /** Takes over a form that Decap has just drawn; `root` is our panel in it. Returns what lets it go again. */
  open(root: HTMLElement, props: WidgetProps): () => void {
    const form = root.parentElement?.parentElement;
    if (!form) return () => undefined;
    for (const own of form.querySelectorAll<HTMLElement>('.paraf-panel, [data-langkah]')) undress(own);
    const name = String(props.collection.get('name'));
    const entry = props.getEntry();
    const isNew = entry.get('newRecord') === true;
    this.#form = form;
    this.#props = props;
    this.#isTouched = false;
    this.#branch = isNew ? undefined : `cms/${name}/${String(entry.get('slug'))}`;
    const data = this.#read();
    this.#saved = this.#textOf(data);
    const typed = this.#branch === undefined ? null : typedFor(this.#branch);
    this.store.set({
      ...emptyForm,
      collection: this.#options.collectionOf(name) ?? name,
      groups: stepsIn(form),
      data,
      standing: { kind: isNew ? 'baru' : 'membaca' },
      typed: typed?.text === this.#saved ? null : typed,
    });
    this.#turnTo(null);
    const ends = [this.store.subscribe(({ open }) => fold(form, open)), this.#listen(form)];
    fold(form, this.store.state.open);
    void this.look();
    return () => {
      for (const end of ends) end();
      this.#form = undefined;
      this.#branch = undefined;
      this.store.set(emptyForm);
    };
  }

  /** Reads again where the draft stands; an answer that comes after a later one is passed over. */
  async look(): Promise<void> {
    const branch = this.#branch;
    if (branch === undefined) return;
    const mine = (this.#looks += 1);
    const isLate = () => mine !== this.#looks || branch !== this.#branch;
    try {
      const look = await this.#options.lookAt(branch);
      if (isLate()) return;
      this.store.set({ standing: look === null ? { kind: 'tanpa-naskah' } : { kind: 'terbaca', look } });
      this.#turnTo(look);
    } catch (error) {
      if (isLate()) return;
      this.store.set({
        standing: { kind: 'gagal', reason: error instanceof Error ? error.message : String(error) },
      });
    }
  }

  /** Opens or folds the fields of one step. */
  toggle(no: number): void {
    const { open } = this.store.state;
    this.#isTouched = true;
    this.store.set({ open: open.includes(no) ? open.filter((one) => one !== no) : [...open, no] });
  }

  /** Opens one step and goes to it. */
  show(no: number): void {
    this.#reveal([no]);
    if (this.#form !== undefined) goTo(this.#form, no);
  }

  /** Shows all fields, or again those alone whose turn it is. */
  toggleAll(): void {
    const { groups, open, current } = this.store.state;
    this.#isTouched = true;
    this.store.set({ open: open.length === groups.length ? current : groups });
  }

  /** Opens what holds a field with a fault. Called whenever Decap has redrawn. */
  revealFaults(): void {
    if (this.#form !== undefined) this.#reveal(faultySteps(this.#form));
  }

  /** Says that a save was refused, and why; what stands in the form is kept. */
  refuse(bentrok: Bentrok): void {
    this.store.set({ bentrok });
    // Decap may have drawn the form anew for this save, which took its words for saved ones.
    this.#saved = '';
    this.#keep(this.#read());
    this.#form?.querySelector('.paraf-panel')?.scrollIntoView({ block: 'start' });
  }

  /** The item as it stands in the form now, to be copied from. */
  text(): string {
    return this.#textOf(this.#read());
  }

  /** Throws away what was typed at an earlier time. */
  forget(): void {
    if (this.#branch !== undefined) forgetTyped(this.#branch);
    this.store.set({ typed: null });
  }

  /** After a save: nothing is kept back any more, and the draft may stand elsewhere. */
  saved(): void {
    const data = this.#read();
    this.#saved = this.#textOf(data);
    if (this.#branch !== undefined && this.store.state.typed === null) forgetTyped(this.#branch);
    this.store.set({ bentrok: null, data });
    void this.look();
  }

  #reveal(steps: readonly number[]): void {
    const { open } = this.store.state;
    const folded = steps.filter((no) => !open.includes(no));
    if (folded.length > 0) this.store.set({ open: [...open, ...folded] });
  }

  #read(): FormData {
    const data = this.#props?.getEntry().get('data') as ImmutableMap | undefined;
    return (data?.toJS() ?? {}) as FormData;
  }

  /** Shows the step at which the draft stands; without a position, the first one with papers missing. */
  #turnTo(look: Look | null): void {
    const { collection, groups, data } = this.store.state;
    const alur = this.#options.alur[collection];
    if (alur === undefined) return;
    const langkah = look?.sopVersion === alur.version ? look.langkah : firstUnfinished(alur, data);
    const current = groupsFor(alur, groups, langkah);
    this.store.set(this.#isTouched ? { current } : { current, open: current });
  }

  #listen(form: Element): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = () => {
      clearTimeout(timer);
      timer = undefined;
      const data = this.#read();
      this.store.set({ data });
      this.#keep(data);
    };
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(take, pause);
    };
    const seen = () => {
      if (document.visibilityState === 'visible') void this.look();
    };
    const clock = setInterval(seen, period);
    for (const kind of ['input', 'change', 'click', 'keyup']) form.addEventListener(kind, changed);
    document.addEventListener('visibilitychange', seen);
    return () => {
      // Decap draws the form anew when it saves: words typed just before are kept first.
      if (timer !== undefined) take();
      clearInterval(clock);
      for (const kind of ['input', 'change', 'click', 'keyup']) form.removeEventListener(kind, changed);
      document.removeEventListener('visibilitychange', seen);
    };
  }

  #textOf(data: FormData): string {
    const fields = (this.#props?.collection.get('fields') as ImmutableMap | undefined)?.toJS() ?? [];
    return textOf(
      data,
      (fields as readonly { name: string }[]).map(({ name }) => name),
    );
  }

  #keep(data: FormData): void {
    const text = this.#textOf(data);
    if (this.#branch === undefined || text === this.#saved) return;
    keepTyped(this.#branch, { at: new Date(Date.now()).toISOString(), text });
  }
}

/** Whether an address is that of the form of a draft or a published item: `#/collections/berita/entries/11/…`. */
export function isOfEntry(hash: string): boolean {
  return /^#\/collections\/[^/]+\/entries\//.test(hash);
}
