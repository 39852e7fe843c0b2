/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Field, Office } from '../office.ts';
import type { Attachments } from './attachments.ts';
import type { Base } from './bases.ts';
import { ChangesView } from './changes-view.tsx';
import { HistoryView } from './history-view.tsx';
import { ItemView } from './item-view.tsx';
import type { Mark } from './naskah.tsx';
import type { Card } from './open-card.ts';
import { PapersView } from './papers-view.tsx';
import { StepsView } from './steps-view.tsx';

export type Tab = 'naskah' | 'perubahan' | 'kelengkapan' | 'langkah' | 'riwayat';

const titles: Record<Tab, string> = {
  naskah: 'Naskah',
  perubahan: 'Perubahan',
  kelengkapan: 'Kelengkapan',
  langkah: 'Langkah',
  riwayat: 'Riwayat',
};

interface Props {
  readonly tab: Tab;
  onTab(tab: Tab): void;
  readonly card: Card;
  readonly fields: readonly Field[];
  readonly office: Office;
  readonly app: number;
  readonly now: string;
  readonly attachments: Attachments;
  readonly bases: readonly Base[];
  readonly marks: readonly Mark[];
  readonly onMark: ((mark: Mark) => void) | null;
}

/** What stays on the screen above a side, in CSS pixels; as `scroll-margin` in `styles/kartu.css`. */
const heightOfBars = 104;

/** The sides of an item. Arrow keys go from one to the next, as in every list of tabs. */
export function CardTabs(props: Props) {
  const { tab, onTab, bases } = props;
  const tabs = (Object.keys(titles) as Tab[]).filter((name) => name !== 'perubahan' || bases.length > 0);
  const shown = tabs.includes(tab) ? tab : 'naskah';
  const move = (event: KeyboardEvent, by: number) => {
    event.preventDefault();
    const next = tabs[(tabs.indexOf(shown) + by + tabs.length) % tabs.length] ?? 'naskah';
    onTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  const news = bases.find(({ key }) => key === 'dilihat')?.changes.length ?? 0;
  const side = useRef<HTMLDivElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    // Whoever has scrolled down on one side begins the next at its top, below the tabs that stay.
    const top = side.current?.getBoundingClientRect().top ?? 0;
    if (top < heightOfBars) side.current?.scrollIntoView({ behavior: 'instant' });
  }, [shown]);
  return (
    <>
      <div class="tab" role="tablist" aria-label="Sisi butir ini">
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={name === shown}
            aria-controls="isi-tab"
            tabIndex={name === shown ? 0 : -1}
            onClick={() => onTab(name)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') move(event, 1);
              if (event.key === 'ArrowLeft') move(event, -1);
            }}
          >
            {titles[name]}
            {name === 'perubahan' && news > 0 && <span class="jumlah">{news}</span>}
          </button>
        ))}
      </div>
      <div
        ref={side}
        class={`tab-isi tab-${shown}`}
        id="isi-tab"
        role="tabpanel"
        aria-labelledby={`tab-${shown}`}
      >
        <Side {...props} shown={shown} news={news} />
      </div>
    </>
  );
}

function Side({ shown, news, ...props }: Props & { readonly shown: Tab; readonly news: number }) {
  const { card, fields, office, app, now, attachments, bases, onTab } = props;
  const [isMarking, setMarking] = useState(false);
  switch (shown) {
    case 'naskah':
      if (card.content === null)
        return <p class="belum">Naskah ini tidak dapat dibaca. Minta penyusunnya menyimpan ulang.</p>;
      return (
        <>
          {news > 0 && (
            <button type="button" class="pita-ubah" onClick={() => onTab('perubahan')}>
              {news} hal berubah sejak Anda lihat terakhir · Lihat
            </button>
          )}
          <ItemView
            content={card.content}
            fields={fields}
            files={card.files}
            office={office}
            attachments={attachments}
            marks={props.marks}
            onMark={props.onMark}
            isMarking={isMarking}
          />
          {props.onMark !== null && (
            <p class="tandai">
              <span class="redup">Ketuk paragraf yang perlu diperbaiki untuk menandainya.</span>{' '}
              <button
                type="button"
                class="tombol tombol-tipis"
                aria-pressed={isMarking}
                onClick={() => setMarking(!isMarking)}
              >
                Tandai dengan papan tik
              </button>
            </p>
          )}
        </>
      );
    case 'perubahan':
      return <Compared bases={bases} />;
    case 'kelengkapan':
      return <PapersView card={card} fields={fields} office={office} attachments={attachments} />;
    case 'langkah':
      return <StepsView card={card} office={office} now={now} />;
    case 'riwayat':
      return <HistoryView card={card} app={app} now={now} />;
  }
}

function Compared({ bases }: { bases: readonly Base[] }) {
  const [key, setKey] = useState(bases[0]?.key);
  const base = bases.find((one) => one.key === key) ?? bases[0];
  if (base === undefined) return null;
  return (
    <>
      <label class="banding">
        Bandingkan
        <select value={base.key} onChange={(event) => setKey(event.currentTarget.value as Base['key'])}>
          {bases.map((one) => (
            <option key={one.key} value={one.key}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
      <ChangesView changes={base.changes} />
    </>
  );
}
