/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { Client } from '../../../../scripts/github/read/client.ts';
import { faultWords } from '../client.ts';
import type { Desk } from '../config.ts';
import type { Field, Office } from '../office.ts';
import { FieldsForm, type Values } from './form.tsx';
import { changedIndex, type Value } from './index-text.ts';
import type { Card } from './open-card.ts';
import { SaveRefused, saveVersion } from './save.ts';
import { Sheet } from './sheet.tsx';
import { bodyField } from './step-fields.ts';
import { tidied } from './tidied.ts';
import type { Upload } from './upload.ts';
import { useSingle } from './use-single.ts';

interface Props {
  readonly card: Card;
  readonly fields: readonly Field[];
  readonly desk: Desk;
  readonly client: Client;
  readonly office: Office;
  onSaved(): void;
  onClose(): void;
}

/** Fills in what a step asks for: team and letter, direction, audience. The edit is part of the step (R7). */
export function FillSheet({ card, fields, desk, client, office, onSaved, onClose }: Props) {
  const [values, setValues] = useState<Values>(() => startOf(card, fields));
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const [isSaving, once] = useSingle();
  const save = async () => {
    const version = card.facts.versions.get(card.facts.head.oid);
    const index = version?.index ?? null;
    if (index === null) return;
    setFault(null);
    try {
      const { [bodyField.name]: body, ...data } = tidied(fields, values);
      await saveVersion(desk, client, card.facts.head, {
        folder: card.folder,
        koleksi: card.koleksi,
        index: changedIndex(index, data, typeof body === 'string' ? `${body.trim()}\n` : undefined),
        uploads: uploads.filter(({ name }) => JSON.stringify(data).includes(JSON.stringify(name))),
        message: `Ubah ${card.koleksi} “${card.folder.split('/').at(-1) ?? ''}”`,
      });
      onSaved();
    } catch (error) {
      setFault(error instanceof SaveRefused ? error.message : faultWords(error));
    }
  };
  return (
    <Sheet
      title="Isi bagian ini"
      onClose={onClose}
      actions={
        <button
          type="button"
          class="tombol tombol-utama tombol-besar"
          disabled={isSaving}
          onClick={() => once(save)}
        >
          {isSaving ? 'Menyimpan …' : 'Simpan'}
        </button>
      }
    >
      <FieldsForm
        fields={fields}
        values={values}
        offices={Object.entries(office.opd)}
        taken={[...card.files, ...uploads.map(({ name }) => name)]}
        onChange={setValues}
        onUpload={(upload) => setUploads((list) => [...list, upload])}
      />
      <p class="kurang" role="alert">
        {fault}
      </p>
    </Sheet>
  );
}

function startOf({ content }: Card, fields: readonly Field[]): Values {
  const data = (content?.data ?? {}) as Readonly<Record<string, Value>>;
  const own = fields.flatMap(({ name }) =>
    Object.hasOwn(data, name) ? [[name, data[name] ?? null] as const] : [],
  );
  const body = fields.includes(bodyField) ? { [bodyField.name]: content?.body.trim() ?? '' } : {};
  return { ...Object.fromEntries(own), ...body };
}
