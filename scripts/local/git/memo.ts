/** Keeps the last answers of questions whose answer never changes, such as what lies between two commits. */
export class Memo<T> {
  readonly #known = new Map<string, Promise<T>>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#known.get(key);
    if (known) {
      this.#known.delete(key);
      this.#known.set(key, known);
      return known;
    }
    const asked = ask();
    this.#known.set(key, asked);
    // A question that failed may be asked again.
    asked.catch(() => this.#known.delete(key));
    if (this.#known.size > this.#most) this.#known.delete(this.#known.keys().next().value!);
    return asked;
  }
}
