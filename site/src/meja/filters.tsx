/** @jsxImportSource preact */
import type { Antrean } from '../../../scripts/github/read/antrean.ts';
import { collectionOf, opdName, stepOf, type Office } from './office.ts';
import type { Filter } from './queue.ts';

interface Props {
  readonly items: readonly Antrean[];
  readonly office: Office;
  readonly filter: Filter;
  onChange(filter: Filter): void;
}

/** Search, and three ways to narrow the queue; only what stands in it can be chosen. */
export function Filters({ items, office, filter, onChange }: Props) {
  const tindakan = items.flatMap(({ posisi }) => stepOf(office, posisi.sop, posisi.langkah)?.tindakan ?? []);
  const set = (change: Partial<Filter>) => onChange({ ...filter, ...change });
  const chosen = [filter.opd, filter.koleksi, filter.tindakan].filter(Boolean).length;
  return (
    <search class="saring">
      <label class="saring-cari">
        <span class="hanya-pembaca">Cari judul, perangkat daerah, atau nomor</span>
        <input
          type="search"
          placeholder="Cari judul atau nomor"
          value={filter.cari}
          onInput={(event) => set({ cari: event.currentTarget.value })}
        />
      </label>
      <details>
        <summary>Saring{chosen > 0 && <span class="jumlah">{chosen}</span>}</summary>
        <div class="saring-pilihan">
          <Choice
            label="Perangkat daerah"
            value={filter.opd}
            values={unique(items.flatMap(({ opd }) => opd ?? []))}
            name={(id) => opdName(office, id)}
            onChange={(opd) => set({ opd })}
          />
          <Choice
            label="Jenis"
            value={filter.koleksi}
            values={unique(items.map(({ koleksi }) => koleksi))}
            name={(id) => collectionOf(office, id)?.label ?? id}
            onChange={(koleksi) => set({ koleksi })}
          />
          <Choice
            label="Langkah"
            value={filter.tindakan}
            values={unique(tindakan)}
            name={(id) => id}
            onChange={(value) => set({ tindakan: value })}
          />
        </div>
      </details>
    </search>
  );
}

const unique = (values: readonly string[]) =>
  [...new Set(values)].toSorted((a, b) => a.localeCompare(b, 'id'));

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly values: readonly string[];
  name(id: string): string;
  onChange(value: string): void;
}

function Choice({ label, value, values, name, onChange }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">Semua</option>
        {values.map((id) => (
          <option key={id} value={id}>
            {name(id)}
          </option>
        ))}
      </select>
    </label>
  );
}
