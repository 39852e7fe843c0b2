import type { Field } from '../office.ts';

/** A picture, film or document that the public sees with the item. */
export interface Work {
  /** What the form calls one of it: “Foto”, “Karya”. */
  readonly jenis: string;
  readonly file: string;
  readonly keterangan: string;
  readonly kredit: string;
  readonly alt: string;
}

/** What the public sees of an item, sorted as every public page has it: told by the schema, whatever the collection. */
export interface PublicParts {
  readonly judul: string;
  readonly ringkasan: string;
  /** Label of the first choice: a kategori, a kind, a class. */
  readonly golongan: string | null;
  readonly opd: string | null;
  readonly tempat: string | null;
  readonly isContoh: boolean;
  readonly works: readonly Work[];
  /** Everything else that is not a working paper, with its values. */
  readonly rest: readonly { readonly field: Field; readonly value: unknown }[];
}

const shownAbove = new Set(['judul', 'ringkasan', 'opd', 'contoh']);

/** Sorts the front matter of an item by the fields of its collection. */
export function publicParts(fields: readonly Field[], data: unknown): PublicParts {
  const record = (typeof data === 'object' && data !== null ? data : {}) as Readonly<Record<string, unknown>>;
  const open = fields.filter(({ internal }) => internal !== true);
  const text = (name: string) => textOf(record[name]);
  const choice = open.find(({ kind }) => kind === 'select');
  const golongan = choice?.choices?.find(([id]) => id === record[choice.name])?.[1] ?? null;
  const isWorks = ({ kind, fields: inner = [] }: Field) =>
    kind === 'list' &&
    ['berkas', 'keterangan', 'alt'].every((name) => inner.some((one) => one.name === name));
  return {
    judul: text('judul') ?? '',
    ringkasan: text('ringkasan') ?? '',
    golongan,
    opd: text('opd'),
    tempat: text('tempat'),
    isContoh: record['contoh'] === true,
    works: open.filter(isWorks).flatMap((field) => worksIn(field, record[field.name])),
    rest: open
      .filter(
        (field) =>
          !shownAbove.has(field.name) && field !== choice && !isWorks(field) && field.kind !== 'hidden',
      )
      .map((field) => ({ field, value: record[field.name] })),
  };
}

function worksIn({ label, singular }: Field, value: unknown): Work[] {
  const jenis = singular ?? label;
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    const { berkas, keterangan, kredit, alt } = (
      typeof entry === 'object' && entry !== null ? entry : {}
    ) as Readonly<Record<string, unknown>>;
    const file = textOf(berkas);
    if (file === null) return [];
    return [
      {
        jenis,
        file,
        keterangan: textOf(keterangan) ?? '',
        kredit: textOf(kredit) ?? '',
        alt: textOf(alt) ?? '',
      },
    ];
  });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
