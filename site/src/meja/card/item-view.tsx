/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { longDate } from '../../dates.ts';
import { opdName, type Field, type Office } from '../office.ts';
import { Attachment, Picture } from './attachment.tsx';
import { fileKind, type Attachments } from './attachments.ts';
import type { Content } from './changes.ts';
import { shownFields } from './fields.ts';
import { Naskah, type Mark } from './naskah.tsx';
import { publicParts, type Work } from './public-parts.ts';

interface Props {
  readonly content: Content;
  readonly fields: readonly Field[];
  readonly files: readonly string[];
  readonly office: Office;
  readonly attachments: Attachments;
  readonly marks: readonly Mark[];
  readonly onMark: ((mark: Mark) => void) | null;
  readonly isMarking: boolean;
}

/** An item as the public will see it: in the portal's clothes, from the fields that are not working papers. */
export function ItemView({ content, fields, files, office, attachments, marks, onMark, isMarking }: Props) {
  const parts = publicParts(fields, content.data);
  const [first, ...others] = parts.works;
  const show = (work: Work) => <Figure key={work.file} work={work} attachments={attachments} />;
  return (
    <article class="berita">
      <header class="berita-kepala">
        {(parts.golongan !== null || parts.isContoh) && (
          <p class="kartu-atas">
            {parts.golongan !== null && <span class="kategori">{parts.golongan}</span>}
            {parts.isContoh && <span class="tanda-contoh">Contoh</span>}
          </p>
        )}
        <h1>{parts.judul || <Missing>Judul belum diisi</Missing>}</h1>
        {parts.ringkasan !== '' && <p class="berita-ringkasan">{parts.ringkasan}</p>}
        <p class="berita-tanda">{opdName(office, parts.opd)}</p>
      </header>
      <div class="berita-isi">
        {first !== undefined && show(first)}
        <Naskah
          body={content.body}
          tempat={parts.tempat}
          files={files}
          attachments={attachments}
          marks={marks}
          onMark={onMark}
          isMarking={isMarking}
        />
        {others.length > 0 && <div class="berita-foto">{others.map(show)}</div>}
        <dl class="berita-data">
          {parts.rest.map(({ field, value }) => (
            <Row key={field.name} field={field} value={value} office={office} attachments={attachments} />
          ))}
        </dl>
      </div>
    </article>
  );
}

export function Missing({ children }: { children: ComponentChildren }) {
  return <span class="belum">{children}</span>;
}

function Figure({ work, attachments }: { work: Work; attachments: Attachments }) {
  const isPicture = fileKind(work.file).kind === 'gambar';
  return (
    <figure class="foto">
      {isPicture ? (
        <Picture name={work.file} alt={work.alt} attachments={attachments} />
      ) : (
        <Attachment name={work.file} label={work.keterangan || work.file} attachments={attachments} />
      )}
      <figcaption>
        {work.keterangan}{' '}
        <span class="kredit">
          {work.jenis}: {work.kredit}
        </span>
        {!isPicture && work.alt !== '' && <span class="pengganti">{work.alt}</span>}
      </figcaption>
    </figure>
  );
}

interface RowProps {
  readonly field: Field;
  readonly value: unknown;
  readonly office: Office;
  readonly attachments: Attachments;
}

/** One field of the table under the text; a list shows one line an entry. */
function Row({ field, value, office, attachments }: RowProps) {
  const entries =
    field.kind === 'list'
      ? (Array.isArray(value) ? (value as unknown[]) : []).map((entry) =>
          shownFields(field.fields ?? [], entry, office),
        )
      : [shownFields([field], { [field.name]: value }, office)];
  const filled = entries
    .map((entry) => entry.filter(({ text }) => text !== ''))
    .filter((entry) => entry.length > 0);
  if (filled.length === 0) return null;
  return (
    <div>
      <dt>{field.label}</dt>
      {filled.map((entry, index) => (
        <dd key={index}>
          {entry.map(({ file, text, path, field: one }, place) =>
            file === null ? (
              <span key={path}>
                {place > 0 && ', '}
                {one.kind === 'date' ? longDate(text) : text}
              </span>
            ) : (
              <Attachment key={path} name={file} label={field.label} attachments={attachments} />
            ),
          )}
        </dd>
      ))}
    </div>
  );
}
