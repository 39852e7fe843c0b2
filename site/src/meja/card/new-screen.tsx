/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks';
import type { Client } from '../../../../scripts/github/read/client.ts';
import { openingOpds } from '../beginnings.ts';
import { faultWords, type User } from '../client.ts';
import type { Desk } from '../config.ts';
import { collectionOf, type Office, type OfficeCollection } from '../office.ts';
import { Fault } from '../states.tsx';
import { FieldsForm, type Values } from './form.tsx';
import { newIndex } from './index-text.ts';
import { openItem, SaveRefused, type Begun } from './save.ts';
import { tidied } from './tidied.ts';
import { slugOf, type Upload } from './upload.ts';
import { useSingle } from './use-single.ts';

export interface NewProps {
  readonly koleksi: string;
  readonly desk: Desk;
  readonly client: Client;
  readonly office: Office;
  readonly user: User;
  readonly now: string;
}

/** Begins an item: the fields of its SOP's first step. What follows is filled in by whose step it is. */
export function NewScreen({ koleksi, desk, client, office, user, now }: NewProps) {
  const collection = collectionOf(office, koleksi);
  const opds = collection === undefined ? [] : openingOpds(office, collection, user.id, now);
  const [values, setValues] = useState<Values>(() => ({
    tanggal: dayOf(now),
    ...(opds.length === 1 ? { opd: opds[0]! } : {}),
  }));
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const [isSaving, once] = useSingle();
  const begun = useRef<Begun>(new Map());
  if (collection === undefined || opds.length === 0)
    return (
      <Fault
        title="Tidak dapat dibuat di sini"
        text="Peran Anda bukan yang memulai jenis ini menurut SOP-nya. Bila seharusnya iya, minta pengelola sistem memeriksa daftar pelaksana."
      />
    );
  const first = collection.sop === null ? undefined : office.sops[collection.sop]?.langkah[0];
  const fields = collection.fields.filter(
    ({ tindakan, required, kind }) =>
      kind !== 'hidden' && (tindakan === first?.tindakan || required === true),
  );
  const save = async () => {
    setFault(null);
    try {
      const data = tidied(fields, values);
      const judul = typeof data['judul'] === 'string' ? data['judul'] : '';
      const folder = folderOf(collection, data, slugOf(judul), now);
      const used = JSON.stringify(data);
      const pull = await openItem(
        desk,
        client,
        {
          folder,
          koleksi,
          index: newIndex(data, ''),
          uploads: uploads.filter(({ name }) => used.includes(JSON.stringify(name))),
          message: `Tulis ${collection.singular} “${folder.split('/').at(-1) ?? ''}”`,
        },
        judul,
        begun.current,
      );
      location.hash = `#/${pull}`;
    } catch (error) {
      setFault(error instanceof SaveRefused ? error.message : faultWords(error));
    }
  };
  return (
    <form
      class="formulir"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        once(save);
      }}
    >
      <h1>{collection.singular} baru</h1>
      {first !== undefined && <p class="redup">{first.aktivitas}</p>}
      <FieldsForm
        fields={fields}
        values={values}
        offices={opds.map((id) => [id, office.opd[id] ?? id] as const)}
        taken={uploads.map(({ name }) => name)}
        onChange={setValues}
        onUpload={(upload) => setUploads((list) => [...list, upload])}
      />
      <p class="kurang" role="alert">
        {fault}
      </p>
      <div class="bilah">
        <p class="bilah-mengapa">
          Disimpan dahulu sebagai draf; di layar berikutnya Anda memeriksanya lalu mengajukan.
        </p>
        <div class="bilah-tombol">
          <button type="submit" class="tombol tombol-utama bilah-utama" disabled={isSaving}>
            {isSaving ? 'Menyimpan …' : 'Simpan'}
          </button>
        </div>
      </div>
    </form>
  );
}

/** The day of a time in WIB, `2026-11-02`. */
function dayOf(now: string): string {
  return new Date(Date.parse(now) + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** The folder of a new item, as Decap would make it: year and month of today, or the office. */
function folderOf(
  collection: OfficeCollection,
  data: Readonly<Record<string, unknown>>,
  slug: string,
  now: string,
) {
  if (slug === '') throw new SaveRefused('Judul wajib diisi, paling sedikit lima huruf.');
  const [year, month] = dayOf(now).split('-');
  const opd = typeof data['opd'] === 'string' ? data['opd'] : '';
  if (collection.folders.includes('opd') && opd === '')
    throw new SaveRefused('Perangkat daerah wajib dipilih.');
  const parts = collection.folders.map((name) => ({ year, month, opd })[name]);
  return ['content', collection.name, ...parts, slug].join('/');
}
