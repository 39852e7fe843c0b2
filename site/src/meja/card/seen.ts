const key = 'paraf-meja-dilihat';
/** So many items are remembered; the oldest are forgotten. */
const most = 500;

type Seen = Readonly<Record<string, string>>;

function read(storage: Storage): Seen {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Seen) : {};
  } catch {
    return {};
  }
}

/** Fingerprint of what a person saw of an item last, on this device; null for the first time. */
export function lastSeen(storage: Storage, akun: number, pull: number): string | null {
  return read(storage)[`${akun}:${pull}`] ?? null;
}

/** Remembers what a person has on the screen. */
export function remember(storage: Storage, akun: number, pull: number, sidik: string): void {
  const { [`${akun}:${pull}`]: _old, ...rest } = read(storage);
  const entries = Object.entries({ ...rest, [`${akun}:${pull}`]: sidik });
  storage.setItem(key, JSON.stringify(Object.fromEntries(entries.slice(-most))));
}
