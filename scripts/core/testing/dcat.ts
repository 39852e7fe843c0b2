import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

const schema = JSON.parse(readFileSync(new URL('./dcat.schema.json', import.meta.url), 'utf8')) as object;
const validate = new Ajv({ allErrors: true }).compile(schema);

/** What DCAT 3 would not accept in a catalogue; empty for a right one. */
export function dcatFaults(catalogue: unknown): string[] {
  return validate(catalogue)
    ? []
    : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message ?? ''}`);
}
