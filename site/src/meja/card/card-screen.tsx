/** @jsxImportSource preact */
import './zod-without-eval.ts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { kindOfLangkah } from '../../../../scripts/core/sop.ts';
import type { Antrean } from '../../../../scripts/github/read/antrean.ts';
import type { Client } from '../../../../scripts/github/read/client.ts';
import { faultWords, type User } from '../client.ts';
import type { Desk } from '../config.ts';
import { collectionOf, roleName, type Office } from '../office.ts';
import { sendingOf, type Act } from '../review.ts';
import { Fault, Loading } from '../states.tsx';
import type { Outbox } from '../use-outbox.ts';
import { ActionBar, type SheetName } from './action-bar.tsx';
import { actsOf } from './acts.ts';
import { attachmentsOf } from './attachments.ts';
import { basesOf } from './bases.ts';
import { CardHead } from './card-head.tsx';
import { CardTabs, type Tab } from './card-tabs.tsx';
import { fieldsAtStep } from './step-fields.ts';
import { verbOf } from './labels.ts';
import type { Mark } from './naskah.tsx';
import { openCard, type Card } from './open-card.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { lastSeen, remember } from './seen.ts';
import { saidBy, sendPending } from './send.ts';
import { Sheets } from './sheets.tsx';

export interface CardProps {
  readonly pull: number;
  readonly desk: Desk;
  readonly client: Client;
  readonly office: Office;
  readonly user: User;
  readonly now: string;
  readonly outbox: Outbox;
  /** What the queue says of the item now: how the card learns that something happened. */
  readonly latest: Antrean | null;
  refreshQueue(): void;
}

/** One item: read it, see what changed, and act. */
export function CardScreen(props: CardProps) {
  const { pull, desk, client, office, user, now, outbox, latest, refreshQueue } = props;
  const [card, setCard] = useState<Card | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [seen] = useState(() => lastSeen(localStorage, user.id, pull));
  const [before, setBefore] = useState<string | null>(null);
  const [tab, setTab] = useState<Tab>('naskah');
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const [isSending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const known = useRef<Antrean | null>(null);

  const take = useCallback(
    (fresh: Card) => {
      setFault(null);
      setCard((old) => {
        const last = old?.reading.state.sidik ?? null;
        if (last !== null && last !== fresh.reading.state.sidik) {
          setBefore(last);
          setMarks([]);
        }
        return fresh;
      });
      const { sidik } = fresh.reading.state;
      if (sidik !== null) remember(localStorage, user.id, pull, sidik);
    },
    [user.id, pull],
  );
  const load = useCallback(async () => {
    try {
      const opened = await openCard(desk, client, pull);
      if (opened.ok) take(opened.value);
      else setFault(opened.issues.map(({ message }) => message).join(' '));
    } catch (error) {
      setFault(faultWords(error));
    }
  }, [desk, client, pull, take]);
  useEffect(() => void load(), [load]);
  const isOpened = card !== null;
  useEffect(() => {
    // What is being read is never replaced by itself; what could not be read is tried again.
    if (isOpened) return;
    const again = () => void load();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [isOpened, load]);
  const judul = card?.reading.judul ?? null;
  useEffect(() => {
    const before = document.title;
    if (judul !== null) document.title = `${judul} | ${before}`;
    return () => {
      document.title = before;
    };
  }, [judul]);

  // The queue tells that something happened. New content is shown when the person wants it; the rest at once.
  const position = card?.reading.position;
  const isNew = latest !== null && position !== undefined && latest !== known.current;
  const isOtherContent = isNew && latest.posisi.sidik !== position.sidik;
  const isOtherPosition =
    isNew && (latest.posisi.langkah !== position.langkah || latest.posisi.status !== position.status);
  useEffect(() => {
    if (!isOtherPosition || isOtherContent || sheet !== null || isSending) return;
    known.current = latest;
    void load();
  }, [isOtherPosition, isOtherContent, sheet, isSending, latest, load]);

  const head = card?.facts.head.oid;
  const folder = card?.folder;
  const attachments = useMemo(
    () => (folder === undefined || head === undefined ? null : attachmentsOf(desk, client, folder, head)),
    [desk, client, folder, head],
  );
  useEffect(() => () => attachments?.close(), [attachments]);
  const collection = card === null ? undefined : collectionOf(office, card.koleksi);
  const fields = collection?.fields ?? none;
  const base = before ?? seen;
  const bases = useMemo(
    () => (card === null ? [] : basesOf(card, fields, office, user.id, base)),
    [card, fields, office, user.id, base],
  );
  const acts = useMemo(
    () => (card === null ? null : actsOf(card.reading.state, user.id, now)),
    [card, user.id, now],
  );

  if (card === null || acts === null || attachments === null)
    return fault === null ? (
      <Loading text="Membuka butir …" rows={5} />
    ) : (
      <Fault
        title="Butir ini tidak dapat dibuka"
        text={fault}
        action={{ label: 'Coba lagi', run: () => void load() }}
      />
    );

  const { state, sop } = card.reading;
  const perform = async (act: Act, label: string) => {
    const isOpener = card.facts.author?.id === user.id;
    const id = `${pull}-${Date.now()}-${Math.random().toString(36).slice(2)}`;
    const pending = {
      id,
      pull,
      judul: card.reading.judul ?? card.facts.title,
      label,
      akun: user.id,
      sidik: state.sidik ?? '',
      ...sendingOf(act, state.sidik ?? '', isOpener),
      dibuat: now,
      sudahAda: saidBy(card, user.id),
    };
    outbox.dispatch({ kind: 'tambah', pending });
    const added = outbox.current().find((one) => one.id === id);
    if (added === undefined) {
      // A second tap on what is being sent says nothing new; an act that still waits comes first.
      const other = outbox.current().find((one) => one.pull === pull && one.akun === user.id);
      if (other?.state.kind === 'mengirim') return;
      setSheet(null);
      setOutcome({
        text: 'Tindakan Anda sebelumnya pada butir ini belum terkirim. Kirim atau batalkan dahulu.',
        tone: 'perhatian',
      });
      return;
    }
    setSending(true);
    setOutcome(null);
    const sent = await sendPending({ desk, client, outbox }, added);
    setSending(false);
    setSheet(null);
    if (sent.kind === 'gagal') return;
    if (sent.kind === 'basi') {
      outbox.dispatch({ kind: 'batal', id });
      setTab('perubahan');
    }
    if (sent.kind === 'sampai' && act.kind === 'kembalikan') setMarks([]);
    setOutcome(outcomeOf(card, sent, label));
    if (sent.card === null) void load();
    else take(sent.card);
    refreshQueue();
    window.scrollTo({ top: 0, behavior: 'instant' });
  };

  const stepFields = acts.isi === null ? [] : fieldsAtStep(acts.isi, sop.langkah, fields, card.alur);
  const isOpen = state.phase === 'berjalan' || state.phase === 'siap';
  const toggle = (mark: Mark) =>
    setMarks((list) =>
      list.some(({ nomor }) => nomor === mark.nomor)
        ? list.filter(({ nomor }) => nomor !== mark.nomor)
        : [...list, mark].toSorted((a, b) => a.nomor - b.nomor),
    );
  return (
    <div class="kartu-butir">
      {isOtherContent && (
        <button
          type="button"
          class="pita-baru"
          onClick={() => {
            known.current = latest;
            setTab('perubahan');
            void load();
          }}
        >
          Isinya baru saja berubah · Lihat perubahannya
        </button>
      )}
      {fault !== null && (
        <p class="pita-luring" role="status">
          {fault}
        </p>
      )}
      <p class={outcome === null ? 'hasil hasil-kosong' : `hasil hasil-${outcome.tone}`} role="status">
        {outcome?.text}
      </p>
      <CardHead card={card} office={office} now={now} collection={collection} />
      <CardTabs
        tab={tab}
        onTab={setTab}
        card={card}
        fields={fields}
        office={office}
        app={desk.app}
        now={now}
        attachments={attachments}
        bases={bases}
        marks={marks}
        onMark={acts.kembalikan ? toggle : null}
      />
      <ActionBar
        acts={acts}
        waiting={waitingWords(card)}
        canNote={isOpen}
        canFill={stepFields.length > 0}
        marked={marks.length}
        isBusy={isSending}
        open={setSheet}
      />
      <Sheets
        sheet={sheet}
        card={card}
        acts={acts}
        actsAs={(peran) => actsOf(state, user.id, now, peran)}
        fields={stepFields}
        marks={marks}
        unmark={toggle}
        changes={bases.find(({ key }) => key === 'dilihat' || key === 'diparaf')?.changes ?? null}
        isSending={isSending}
        desk={desk}
        client={client}
        office={office}
        akun={user.id}
        onClose={() => setSheet(null)}
        perform={(act) =>
          void perform(
            act,
            act.kind === 'paraf' && acts.paraf ? verbOf(acts.paraf.langkah) : labelOf[act.kind],
          )
        }
        onSaved={async (next) => {
          setSheet(null);
          await load();
          setSheet(next);
        }}
      />
    </div>
  );

  function waitingWords({ reading }: Card): string {
    const { status, langkah, menunggu } = reading.position;
    if (status === 'selesai') return 'Selesai: sudah tayang, tidak ada yang menunggu.';
    if (status === 'ditutup') return 'Butir ini ditutup.';
    if (status === 'siap') return 'Semua langkah sudah diparaf. Paraf menggabungkan dan menayangkannya.';
    const step = sop.langkah.find(({ no }) => no === langkah);
    if (step === undefined || kindOfLangkah(step) === 'system') return 'Paraf menayangkannya di portal.';
    return `Menunggu ${menunggu.map((role) => roleName(office, sop.id, role)).join(' atau ')}: ${step.tindakan}.`;
  }
}

const none: readonly never[] = [];

const labelOf: Record<Act['kind'], string> = {
  paraf: 'Paraf',
  kembalikan: 'Kembalikan',
  catatan: 'Catatan',
  ajukan: 'Ajukan',
  tayang: 'Laporan tayang',
};
