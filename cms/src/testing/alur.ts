import { readdirSync, readFileSync } from 'node:fs';
import { formAlurs, type FormAlur } from '../../../scripts/core/form-alur.ts';
import { aturanOf } from '../../../scripts/github/read/settings.ts';

/** The shipped SOPs as a form learns of them. */
export function sampleAlur(): Readonly<Record<string, FormAlur>> {
  const sops = readdirSync('content/sop').map((id) => `content/sop/${id}/index.md`);
  const aturan = aturanOf(
    ['content/alur.yml', 'content/pelaksana.yml', ...sops].map((path) => ({
      path,
      oid: path,
      text: readFileSync(path, 'utf8'),
    })),
  );
  if (!aturan.ok) throw new Error('the shipped settings have faults');
  return formAlurs(aturan.value);
}
