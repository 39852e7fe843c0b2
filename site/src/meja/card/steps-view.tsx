/** @jsxImportSource preact */
import { longTime } from '../../dates.ts';
import { shortTime } from '../dates.ts';
import { timeLeft } from '../time-left.ts';
import { roleName, type Office } from '../office.ts';
import type { Card } from './open-card.ts';

/** Where the item stands in its SOP: what is done, what is waited for, what will come. */
export function StepsView({ card, office, now }: { card: Card; office: Office; now: string }) {
  const { sop, position } = card.reading;
  return (
    <>
      <ol class="langkah">
        {sop.langkah.map((langkah, index) => {
          const step = position.steps[index];
          const isDone = step?.selesai !== null && step?.selesai !== undefined;
          const isNow = langkah.no === position.langkah;
          if (langkah.hanyaKoreksi && !isDone && !isNow) return null;
          const left = isNow ? timeLeft(office.kalender, step?.tenggat, now, langkah.waktu) : null;
          const macet = position.macet.find(({ no }) => no === langkah.no);
          return (
            <li
              key={langkah.no}
              class={isDone ? 'sudah' : isNow ? 'kini' : ''}
              aria-current={isNow ? 'step' : undefined}
            >
              <span class="langkah-no" aria-hidden="true">
                {isDone ? '✓' : langkah.no}
              </span>
              <div>
                <p class="langkah-judul">
                  <span class="hanya-pembaca">Langkah {langkah.no}: </span>
                  <b>{langkah.tindakan}</b>{' '}
                  {isNow ? (
                    <span class="lencana">ditunggu</span>
                  ) : (
                    <span class="hanya-pembaca">{isDone ? '(selesai)' : '(belum)'}</span>
                  )}
                </p>
                <p class="langkah-aktivitas">{langkah.aktivitas}</p>
                <p class="langkah-siapa">
                  {isDone && step.atasNama !== null
                    ? step.atasNama
                    : langkah.pelaksana.map((role) => roleName(office, sop.id, role)).join(' atau ')}
                  {isDone && step.selesai !== null && <> · {shortTime(step.selesai, now)}</>}
                  {isDone && step.terlambat === true && <> · melewati tenggat</>}
                </p>
                {isNow && step?.tenggat && (
                  <p class="langkah-tenggat">
                    {left !== null && <span class={`waktu waktu-${left.tone}`}>{left.words}</span>} tenggat{' '}
                    {longTime(step.tenggat)}
                  </p>
                )}
                {isNow && step?.catatan !== undefined && <p class="langkah-catatan">{step.catatan}</p>}
                {macet !== undefined && <p class="langkah-macet">{macet.message}</p>}
              </div>
            </li>
          );
        })}
      </ol>
      <p class="langkah-sop">
        <a href={`../sop/${sop.id}/`} target="_blank" rel="noopener">
          Baca SOP ini seutuhnya
        </a>
        {position.putaranKoreksi > 0 && <> · sudah {position.putaranKoreksi} kali dikembalikan</>}
      </p>
    </>
  );
}
