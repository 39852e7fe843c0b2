import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatIssue, type Result } from '../../core/issue.ts';
import { kalenderFrom } from '../../core/kalender.ts';
import { parseSop, type Sop } from '../../core/sop.ts';
import { lamaOf } from '../../core/waktu-layanan.ts';
import { parseDocument, parseYaml } from '../../markdown/front-matter.ts';
import type { Source } from './write-published.ts';

/**
 * Measures the work of items by the SOPs and the calendar of the tree to publish. What an SOP that is no longer there
 * governed cannot be measured.
 *
 * @param root folder that holds `content/`
 * @throws where a setting cannot be read, with every fault in it
 */
export function measureBy(root: string): Source['measure'] {
  const read = (file: string) =>
    existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : null;
  const kalenderFile = 'content/kalender.yml';
  const text = read(kalenderFile);
  if (text === null) throw new Error(`${kalenderFile} tidak ada. Portal memerlukannya: salin dari contoh.`);
  const parsed = parseYaml(kalenderFile, '', text);
  const kalender = must(parsed.ok ? kalenderFrom(parsed.value) : parsed);

  const sops = new Map<string, Sop | null>();
  const sopOf = (id: string): Sop | null => {
    const known = sops.get(id);
    if (known !== undefined) return known;
    const file = `content/sop/${id}/index.md`;
    const source = read(file);
    const document = source === null ? null : parseDocument(file, '', source);
    const sop = document === null ? null : must(document.ok ? parseSop(document.value) : document);
    sops.set(id, sop);
    return sop;
  };
  return (entry) => {
    const sop = sopOf(entry.sop);
    return sop === null ? null : lamaOf(sop, entry, kalender);
  };
}

function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(formatIssue).join('\n'));
}
