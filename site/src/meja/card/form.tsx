/** @jsxImportSource preact */
import { useId } from 'preact/hooks';
import type { Field } from '../office.ts';
import { FileInput } from './file-input.tsx';
import type { Value } from './index-text.ts';
import type { Upload } from './upload.ts';

export type Values = Readonly<Record<string, Value>>;

interface Props {
  readonly fields: readonly Field[];
  readonly values: Values;
  /** Choices of `relation` fields: offices, id and name. */
  readonly offices: readonly (readonly [string, string])[];
  /** Names that the item's folder has, or will have. */
  readonly taken: readonly string[];
  onChange(values: Values): void;
  onUpload(upload: Upload): void;
}

/** A form made of a collection's own fields: label, hint, kind and length come from its schema. */
export function FieldsForm(props: Props) {
  const { fields, values, onChange } = props;
  return (
    <>
      {fields
        .filter(({ kind }) => kind !== 'hidden')
        .map((field) => (
          <FieldInput
            key={field.name}
            {...props}
            field={field}
            value={values[field.name]}
            set={(value) => onChange({ ...values, [field.name]: value })}
          />
        ))}
    </>
  );
}

interface InputProps extends Props {
  readonly field: Field;
  readonly value: Value | undefined;
  set(value: Value): void;
}

function FieldInput(props: InputProps) {
  const { field, value, set, offices, taken, onUpload } = props;
  const id = useId();
  const label = `${field.label}${field.required === true ? ' (wajib)' : ''}`;
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'object':
      return (
        <fieldset class="isian-kelompok">
          <legend>{field.label}</legend>
          {field.hint !== undefined && <small>{field.hint}</small>}
          <FieldsForm {...props} fields={field.fields ?? []} values={recordOf(value)} onChange={set} />
        </fieldset>
      );
    case 'list':
      return <ListInput {...props} />;
    case 'boolean':
      return (
        <label class="isian-baris isian-centang">
          <input
            type="checkbox"
            checked={value === true}
            onChange={(event) => set(event.currentTarget.checked)}
          />
          <span>{field.label}</span>
          {field.hint !== undefined && <small>{field.hint}</small>}
        </label>
      );
    case 'file':
    case 'image':
      return (
        <FileInput
          label={label}
          hint={field.hint}
          imagesOnly={field.kind === 'image'}
          name={text}
          taken={taken}
          onFile={(upload) => {
            onUpload(upload);
            set(upload.name);
          }}
        />
      );
    default: {
      const choices = field.kind === 'relation' ? offices : field.choices;
      const common = { id, required: field.required === true, 'aria-describedby': `${id}-petunjuk` };
      return (
        <div class="isian-baris">
          <label htmlFor={id}>{label}</label>
          <small id={`${id}-petunjuk`}>{field.hint}</small>
          {choices !== undefined ? (
            <select {...common} value={text} onChange={(event) => set(event.currentTarget.value)}>
              <option value="">Pilih …</option>
              {choices.map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          ) : field.kind === 'text' ? (
            <textarea
              {...common}
              rows={field.name === 'isi' ? 12 : 4}
              maxLength={field.max}
              value={text}
              onInput={(event) => set(event.currentTarget.value)}
            />
          ) : (
            <input
              {...common}
              type={field.kind === 'date' ? 'date' : field.kind === 'number' ? 'number' : 'text'}
              maxLength={field.max}
              value={typeof value === 'number' ? String(value) : text}
              onInput={(event) =>
                set(field.kind === 'number' ? Number(event.currentTarget.value) : event.currentTarget.value)
              }
            />
          )}
        </div>
      );
    }
  }
}

function ListInput(props: InputProps) {
  const { field, value, set } = props;
  const entries = Array.isArray(value) ? (value as readonly Value[]) : [];
  const name = field.singular ?? field.label;
  return (
    <fieldset class="isian-kelompok">
      <legend>{field.label}</legend>
      {field.hint !== undefined && <small>{field.hint}</small>}
      {entries.map((entry, index) => (
        <div key={index} class="isian-entri" role="group" aria-label={`${name} ${index + 1}`}>
          <FieldsForm
            {...props}
            fields={field.fields ?? []}
            values={recordOf(entry)}
            onChange={(changed) => set(entries.map((one, place) => (place === index ? changed : one)))}
          />
          <button
            type="button"
            class="tombol tombol-tipis"
            onClick={() => set(entries.filter((_, place) => place !== index))}
          >
            Hapus {name.toLocaleLowerCase('id')} {index + 1}
          </button>
        </div>
      ))}
      <button type="button" class="tombol" onClick={() => set([...entries, {}])}>
        + Tambah {name.toLocaleLowerCase('id')}
      </button>
    </fieldset>
  );
}

function recordOf(value: Value | undefined): Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};
}
