/** @jsxImportSource preact */
import { longDate } from '../../dates.ts';
import type { Card } from './open-card.ts';
import { Attachment } from './attachment.tsx';
import type { Attachments } from './attachments.ts';
import { shownFields, type Shown } from './fields.ts';
import type { Field, Office } from '../office.ts';

interface Props {
  readonly card: Card;
  readonly fields: readonly Field[];
  readonly office: Office;
  readonly attachments: Attachments;
}

/** The kelengkapan with their state and their letters, then every other field that was filled in. */
export function PapersView({ card, fields, office, attachments }: Props) {
  const { reading, alur, content } = card;
  const shown = content === null ? [] : shownFields(fields, content.data, office);
  const present = new Set(reading.state.kelengkapan);
  const papers = papersOf(card);
  const paths = papers.flatMap(({ id }) => alur.kelengkapan[id] ?? []);
  const rest = shown.filter(({ path, text }) => text !== '' && !paths.some((one) => isUnder(path, one)));
  const tools = [
    ...new Set(
      reading.sop.langkah.flatMap(({ kelengkapan }) =>
        kelengkapan.flatMap((item) => (item.id === null ? [item.nama] : [])),
      ),
    ),
  ];
  return (
    <div class="kelengkapan">
      <ul class="polos">
        {papers.map(({ id, nama, no }) => {
          const isPresent = present.has(id);
          const own = shown.filter(({ path }) =>
            (alur.kelengkapan[id] ?? []).some((one) => isUnder(path, one)),
          );
          return (
            <li key={id} class={isPresent ? 'ada' : 'belum-ada'}>
              <h3>
                <span class="tanda" aria-hidden="true">
                  {isPresent ? '✓' : '!'}
                </span>{' '}
                {nama}
              </h3>
              <p class="kelengkapan-keadaan">
                {isPresent ? 'Ada' : 'Belum ada'} · mulai langkah {no}
              </p>
              <Values list={own} attachments={attachments} />
            </li>
          );
        })}
      </ul>
      {rest.length > 0 && (
        <>
          <h2>Isian lain</h2>
          <Values list={rest} attachments={attachments} />
        </>
      )}
      {tools.length > 0 && (
        <p class="kelengkapan-alat">Juga disebut SOP dan tidak diperiksa sistem: {tools.join(', ')}.</p>
      )}
    </div>
  );
}

interface Paper {
  readonly id: string;
  readonly nama: string;
  /** Step that asks for it first. */
  readonly no: number;
}

/** Papers that the SOP asks for and the system checks, each once, in the order of the steps. */
function papersOf({ reading }: Card): Paper[] {
  const papers = new Map<string, Paper>();
  for (const { no, kelengkapan } of reading.sop.langkah)
    for (const { id, nama } of kelengkapan)
      if (id !== null && !papers.has(id)) papers.set(id, { id, nama, no });
  return [...papers.values()];
}

function isUnder(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}.`);
}

function Values({ list, attachments }: { list: readonly Shown[]; attachments: Attachments }) {
  const filled = list.filter(({ text }) => text !== '');
  if (filled.length === 0) return null;
  return (
    <dl class="isian">
      {filled.map(({ path, labels, text, file, field }) => (
        <div key={path}>
          <dt>{labels.join(' · ')}</dt>
          <dd>
            {file === null ? (
              <span class={field.kind === 'text' ? 'teks-panjang' : ''}>
                {field.kind === 'date' ? longDate(text) : text}
              </span>
            ) : (
              <Attachment name={file} label={labels.join(', ')} attachments={attachments} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
