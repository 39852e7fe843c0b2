/** @jsxImportSource preact */
import type { Client } from '../../../../scripts/github/read/client.ts';
import type { Desk } from '../config.ts';
import type { Field, Office } from '../office.ts';
import type { Act } from '../review.ts';
import type { SheetName } from './action-bar.tsx';
import type { Acts } from './acts.ts';
import type { Change } from './changes.ts';
import { FillSheet } from './fill-sheet.tsx';
import type { Mark } from './naskah.tsx';
import type { Card } from './open-card.ts';
import { ReturnSheet } from './return-sheet.tsx';
import { SignSheet } from './sign-sheet.tsx';
import { AiringSheet, NoteSheet, SubmitSheet } from './word-sheets.tsx';

interface Props {
  readonly sheet: SheetName | null;
  readonly card: Card;
  readonly acts: Acts;
  /** What the person may do when they sign in one of their roles. */
  actsAs(peran: string): Acts;
  readonly fields: readonly Field[];
  readonly marks: readonly Mark[];
  unmark(mark: Mark): void;
  readonly changes: readonly Change[] | null;
  readonly isSending: boolean;
  readonly desk: Desk;
  readonly client: Client;
  readonly office: Office;
  readonly akun: number;
  perform(act: Act): void;
  /** Saved: the card is read anew, and the next sheet opens. */
  onSaved(next: SheetName | null): Promise<void>;
  onClose(): void;
}

/** The sheet that is open, if any. */
export function Sheets(props: Props) {
  const { sheet, card, acts, isSending, perform, onClose } = props;
  switch (sheet) {
    case null:
      return null;
    case 'paraf':
      return acts.paraf === null ? null : (
        <SignSheet
          preview={acts.paraf}
          sidik={card.reading.state.sidik ?? ''}
          changes={props.changes}
          isSending={isSending}
          previewAs={(peran) => props.actsAs(peran).paraf}
          sign={(sebagai) => perform({ kind: 'paraf', sebagai })}
          onClose={onClose}
        />
      );
    case 'kembalikan':
      return (
        <ReturnSheet
          marks={props.marks}
          tujuan={targetWords(card)}
          isSending={isSending}
          unmark={props.unmark}
          giveBack={(alasan) => perform({ kind: 'kembalikan', alasan })}
          onClose={onClose}
        />
      );
    case 'catatan':
      return (
        <NoteSheet
          isSending={isSending}
          send={(catatan) => perform({ kind: 'catatan', catatan })}
          onClose={onClose}
        />
      );
    case 'ajukan':
      return (
        <SubmitSheet
          isConfirming={acts.ajukan === 'tegaskan'}
          isSending={isSending}
          send={() => perform({ kind: 'ajukan' })}
          onClose={onClose}
        />
      );
    case 'tayang':
      return (
        <AiringSheet
          isSending={isSending}
          send={(airing) => perform({ kind: 'tayang', airing })}
          onClose={onClose}
        />
      );
    case 'isi':
      return (
        <FillSheet
          card={card}
          fields={props.fields}
          desk={props.desk}
          client={props.client}
          office={props.office}
          onSaved={() => void props.onSaved(null)}
          onClose={onClose}
        />
      );
  }
}

function targetWords({ reading }: Card): string {
  const { sop, state } = reading;
  const kembaliKe = sop.langkah[state.current]?.kembaliKe;
  const langkah = sop.langkah.find(({ no }) => no === kembaliKe);
  return langkah === undefined
    ? 'Kembali ke langkah yang disebut SOP, dengan alasan Anda.'
    : `Kembali ke langkah ${langkah.no} (${langkah.tindakan}), dengan alasan Anda.`;
}
