/** @jsxImportSource preact */
import { timeLeft } from '../time-left.ts';
import type { Office, OfficeCollection } from '../office.ts';
import type { Card } from './open-card.ts';

interface Props {
  readonly card: Card;
  readonly office: Office;
  readonly now: string;
  readonly collection: OfficeCollection | undefined;
}

/** Which item this is and where it stands, in two lines; what is wrong with it, below. */
export function CardHead({ card, office, now, collection }: Props) {
  const { position, sop, findings } = card.reading;
  const langkah = sop.langkah.find(({ no }) => no === position.langkah);
  const step = position.steps.find(({ no }) => no === position.langkah);
  const left = timeLeft(office.kalender, step?.tenggat, now, langkah?.waktu ?? null);
  return (
    <div class="kartu-kepala">
      <p>
        <span class="butir-jenis">{collection?.singular ?? card.koleksi}</span>{' '}
        <span class="redup">#{card.facts.number}</span>
      </p>
      <p class="kartu-langkah">
        {langkah === undefined ? (
          <b>
            {position.status === 'ditutup'
              ? 'Ditutup'
              : position.status === 'siap'
                ? 'Siap terbit'
                : 'Selesai'}
          </b>
        ) : (
          <span>
            Langkah {langkah.no} dari {sop.langkah.length} · <b>{langkah.tindakan}</b>
          </span>
        )}
        {left !== null && <span class={`waktu waktu-${left.tone}`}>{left.words}</span>}
      </p>
      {position.macet.length > 0 && <p class="langkah-macet">{position.macet[0]?.message}</p>}
      {findings.length > 0 && (
        <details class="temuan">
          <summary>{findings.length} hal perlu dibetulkan</summary>
          <ul>
            {findings.map(({ message, field, file, line }) => (
              <li key={`${file} ${line ?? ''} ${field ?? ''} ${message}`}>
                {field !== undefined && <b>{field}: </b>}
                {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
