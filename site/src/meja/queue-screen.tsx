/** @jsxImportSource preact */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Antrean } from '../../../scripts/github/read/antrean.ts';
import { Filters } from './filters.tsx';
import type { Office } from './office.ts';
import { QueueRow } from './queue-row.tsx';
import { noFilter, sectionsOf, type Section } from './queue.ts';
import { Empty, Fault, Loading } from './states.tsx';
import type { QueueState } from './use-queue.ts';

interface Props {
  readonly queue: QueueState;
  readonly office: Office;
  readonly akun: number;
  readonly now: string;
  /** Collections in which the person may begin an item. */
  readonly beginnings: readonly { readonly name: string; readonly singular: string }[];
}

const titles: Record<Section, string> = {
  saya: 'Menunggu Anda',
  nanti: 'Akan sampai ke Anda',
  kembali: 'Anda kembalikan',
  kantor: 'Sedang berjalan',
  terbit: 'Sudah tayang',
};

/** So many of a part are shown before somebody asks for the rest. */
const atFirst: Record<Section, number> = { saya: 50, nanti: 5, kembali: 5, kantor: 5, terbit: 5 };

/** What waits, most urgent first: the first screen. */
export function QueueScreen({ queue, office, akun, now, beginnings }: Props) {
  const [filter, setFilter] = useState(noFilter);
  const { items, waiting, fault } = queue;
  const sections = useMemo(
    () => (items === null ? null : sectionsOf(items, office, { id: akun, now }, filter)),
    [items, office, akun, now, filter],
  );
  const isShown = sections !== null;
  useEffect(() => {
    // When the queue could first be read, for bench/meja.ts and for whoever measures in the field.
    if (isShown && performance.getEntriesByName('antrean').length === 0) performance.mark('antrean');
  }, [isShown]);
  if (sections === null || items === null)
    return fault === null ? (
      <Loading text="Memuat antrean …" />
    ) : (
      <Fault
        title="Antrean tidak dapat dimuat"
        text={fault}
        action={{ label: 'Coba lagi', run: () => void queue.refresh() }}
      />
    );
  const isFiltered = filter !== noFilter && Object.values(filter).some((value) => value !== '');
  const isEmpty = [...sections.values()].every((list) => list.length === 0);
  return (
    <div class="antrean">
      {waiting !== null && (
        <button type="button" class="pita-baru" onClick={queue.show}>
          Antrean berubah · Tampilkan
        </button>
      )}
      {fault !== null && (
        <p class="pita-luring" role="status">
          {fault} Yang tampil di bawah ini keadaan terakhir yang terbaca.
        </p>
      )}
      <Filters items={items} office={office} filter={filter} onChange={setFilter} />
      <Part section="saya" list={sections.get('saya') ?? []} office={office} now={now} isOpen>
        {!isFiltered && (
          <Empty title="Meja Anda bersih">
            Tidak ada yang menunggu Anda. Yang berikutnya muncul di sini sendiri.
          </Empty>
        )}
      </Part>
      {(['nanti', 'kembali', 'kantor', 'terbit'] as const).map((section) => {
        const list = sections.get(section) ?? [];
        return list.length === 0 ? null : (
          <Part key={section} section={section} list={list} office={office} now={now} />
        );
      })}
      {isFiltered && isEmpty && (
        <p class="tanpa-hasil" role="status">
          Tidak ada yang cocok dengan pencarian ini.
        </p>
      )}
      {beginnings.length > 0 && (
        <nav class="mulai" aria-label="Buat baru">
          {beginnings.map(({ name, singular }) => (
            <a key={name} class="tombol" href={`#/baru/${name}`}>
              <span aria-hidden="true">+</span> {singular} baru
            </a>
          ))}
        </nav>
      )}
    </div>
  );
}

interface PartProps {
  readonly section: Section;
  readonly list: readonly Antrean[];
  readonly office: Office;
  readonly now: string;
  readonly isOpen?: boolean;
  readonly children?: preact.ComponentChildren;
}

function Part({ section, list, office, now, isOpen = false, children }: PartProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? list : list.slice(0, atFirst[section]);
  const id = `bagian-${section}`;
  return (
    <section class={`deret deret-${section}`} aria-labelledby={id}>
      <h2 id={id}>
        {titles[section]} <span class="jumlah">{list.length}</span>
      </h2>
      {list.length === 0 && isOpen && children}
      <ul class="polos">
        {shown.map((item) => (
          <QueueRow key={item.pull} item={item} section={section} office={office} now={now} />
        ))}
      </ul>
      {shown.length < list.length && (
        <button type="button" class="tombol tombol-tipis" onClick={() => setWhole(true)}>
          Tampilkan semua ({list.length})
        </button>
      )}
    </section>
  );
}
