import { stringify } from 'yaml';
import type { ItemEntry, Numbered, WithdrawalEntry } from '../publication.ts';
import { treeId, type TreeFile } from '../tree.ts';

/** An office that publishes, as far as the index looks at it: a ledger, and the folders that it names. */
export interface Office {
  readonly ledger: readonly Numbered[];
  /** Entries of what is live now. */
  readonly live: ItemEntry[];
  /** Files of a folder as they were approved last. */
  readonly readTree: (path: string) => readonly TreeFile[];
  /** Publishes an item, or publishes it again; returns its entry. */
  publish(path: string, more?: { readonly front?: object; readonly text?: string }): Numbered;
  withdraw(path: string): Numbered;
}

/** One entry an hour, from the first working hour of November on. */
const start = Date.parse('2026-11-02T01:00:00Z');

export function openOffice(): Office {
  const ledger: Numbered[] = [];
  const trees = new Map<string, TreeFile[]>();
  const record = (entry: ItemEntry | WithdrawalEntry) => {
    const numbered = { number: ledger.length + 1, entry };
    ledger.push(numbered);
    return numbered;
  };
  const common = (path: string) => {
    const at = new Date(start + ledger.length * 3_600_000).toISOString();
    return {
      versi: 1,
      pull: ledger.length + 1,
      commit: 'c',
      at,
      path,
      koleksi: path.split('/')[1]!,
    } as const;
  };
  const latest = () => new Map(ledger.map(({ entry }) => [(entry as ItemEntry).path, entry]));
  return {
    ledger,
    get live() {
      return [...latest().values()].filter((entry) => entry.jenis === 'item');
    },
    readTree: (path) => trees.get(path) ?? [],
    publish(path, { front = {}, text = 'Isi.' } = {}) {
      const data = { judul: 'Kabar kota', opd: 'dinas-kesehatan', tanggal: '2026-11-02', ...front };
      const bytes = Buffer.from(`---\n${stringify(data)}---\n\n${text}\n`);
      const files = [{ path: 'index.md', executable: false, bytes }];
      trees.set(path, files);
      const langkah = [
        { no: 1, tindakan: 'susun', peran: 'x', atasNama: 'X', akun: 1, review: null, sidik: null },
      ];
      return record({
        jenis: 'item',
        ...common(path),
        sidik: treeId(files),
        sop: 'penyebarluasan-informasi',
        sopVersion: 'v',
        langkah: langkah.map((step) => ({ ...step, at: new Date(start).toISOString() })),
        putaranKoreksi: ledger.length % 2,
      });
    },
    withdraw(path) {
      return record({ jenis: 'pencabutan', ...common(path), sidik: 'x', alasan: 'Keliru.' });
    },
  };
}
