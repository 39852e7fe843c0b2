/** @jsxImportSource preact */
import type { Antrean } from '../../../scripts/github/read/antrean.ts';
import { shortTime } from './dates.ts';
import { collectionOf, opdName, roleName, stepOf, type Office } from './office.ts';
import { deadlineOf, type Section } from './queue.ts';
import { timeLeft } from './time-left.ts';

interface Props {
  readonly item: Antrean;
  readonly section: Section;
  readonly office: Office;
  readonly now: string;
}

/** One item of the queue: what it is, where it stands, how much time is left. */
export function QueueRow({ item, section, office, now }: Props) {
  const { posisi } = item;
  const sop = office.sops[posisi.sop];
  const step = stepOf(office, posisi.sop, posisi.langkah);
  const left = timeLeft(office.kalender, deadlineOf(item), now, step?.waktu ?? null);
  const roles = posisi.menunggu.map((role) => roleName(office, posisi.sop, role)).join(' atau ');
  const total = sop?.langkah.length ?? posisi.steps.length;
  return (
    <li class={`butir-baris butir-baris-${section}`}>
      <a href={`#/${item.pull}`}>
        <span class="butir-atas">
          <span class="butir-jenis">{collectionOf(office, item.koleksi)?.singular ?? item.koleksi}</span>
          {left !== null && section !== 'terbit' && (
            <span class={`waktu waktu-${left.tone}`}>{left.words}</span>
          )}
        </span>
        <span class="butir-judul">{item.judul}</span>
        <span class="butir-opd">{opdName(office, item.opd)}</span>
        {step !== undefined && (
          <span class="butir-langkah">
            <Steps item={item} office={office} />
            <span>
              Langkah {step.no} dari {total} · <b>{step.tindakan}</b>
              {section !== 'saya' && roles !== '' && <> · menunggu {roles}</>}
            </span>
          </span>
        )}
        {posisi.macet.length > 0 && <span class="butir-macet">Macet: belum ada yang boleh menyetujui</span>}
        {item.dikembalikan !== null && (
          <span class="butir-alasan">
            Dikembalikan {shortTime(item.dikembalikan.pada, now)}: “{item.dikembalikan.alasan}”
          </span>
        )}
        {item.terbit !== null && <span class="butir-terbit">Tayang {shortTime(item.terbit.pada, now)}</span>}
      </a>
    </li>
  );
}

/** The way through the SOP as a row of marks: done, now, to come. The words beside it say the same. */
function Steps({ item, office }: { item: Antrean; office: Office }) {
  const sop = office.sops[item.posisi.sop];
  if (sop === undefined) return null;
  const done = new Set(item.posisi.steps.flatMap(({ no, selesai }) => (selesai === undefined ? [] : [no])));
  return (
    <span class="titik" aria-hidden="true">
      {sop.langkah
        .filter((langkah) => !langkah.hanyaKoreksi || langkah.no === item.posisi.langkah)
        .map(({ no }) => (
          <i key={no} class={no === item.posisi.langkah ? 'kini' : done.has(no) ? 'sudah' : ''} />
        ))}
    </span>
  );
}
