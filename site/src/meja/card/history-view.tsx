/** @jsxImportSource preact */
import { shortTime } from '../dates.ts';
import { historyOf } from './history.ts';
import type { Card } from './open-card.ts';

/** What happened, in plain words, the latest first. */
export function HistoryView({ card, app, now }: { card: Card; app: number; now: string }) {
  const lines = historyOf(card.reading.state.context, card.reading.events);
  const name = (akun: number) => (akun === app ? 'Paraf' : (card.logins.get(akun) ?? `akun ${akun}`));
  return (
    <ol class="riwayat polos">
      {lines.map((line, index) => (
        <li key={lines.length - index} class={`riwayat-${line.tone}`}>
          <p class="riwayat-waktu">
            <time dateTime={line.at}>{shortTime(line.at, now)}</time>
          </p>
          <p>
            <b>{line.sebagai ?? name(line.by)}</b>
            {line.sebagai !== null && <span class="riwayat-akun"> ({name(line.by)})</span>} {line.what}.
          </p>
          {line.text !== null && <blockquote>{line.text}</blockquote>}
          {line.effect !== null && <p class="riwayat-akibat">{line.effect}</p>}
        </li>
      ))}
    </ol>
  );
}
