import { generalOwners, parseCodeowners, writeCodeowners } from './codeowners.ts';
import type { Codeowners } from './description.ts';
import type { Difference, Step } from './difference.ts';
import { shown } from './difference.ts';
import type { State } from './state.ts';

/** Whether GitHub asks the right people about changes of the system, and nobody about items. */
export function compareCodeowners(wanted: Codeowners, state: State): readonly Difference[] {
  const { codeowners } = state;
  const standing = codeowners === null ? [] : generalOwners(codeowners.text);
  const owners = wanted.owners.length > 0 ? wanted.owners : standing;
  const text = writeCodeowners({ ...wanted, owners });
  // Once the rules stand, nobody writes to main but by a pull request.
  const isOpen = state.rulesets.length === 0;
  const found: Difference[] = [];
  const add = (name: string, is: string, should: string, mayWrite: boolean) => {
    const step: Step | null = isOpen && mayWrite ? { kind: 'codeowners', text } : null;
    const does =
      step !== null
        ? 'Menulis .github/CODEOWNERS di main.'
        : 'Anda yang mengerjakan: ubah .github/CODEOWNERS lewat pull request yang disetujui pengelola lain.';
    found.push({ area: 'CODEOWNERS', name, is, should, does, step });
  };

  const enough = owners.length >= 2;
  if (codeowners === null && state.repository !== null && state.hasMain)
    add('.github/CODEOWNERS', 'belum ada', 'ada', enough);
  if (codeowners === null && wanted.owners.length === 0) return found;
  const words = (list: readonly string[]) => shown([...list].sort());
  if (!enough) add('pengelola', words(owners), 'sedikitnya dua akun atau tim', false);
  else if (codeowners !== null && words(standing) !== words(owners))
    add('pengelola', words(standing), words(owners), true);
  if (codeowners === null) return found;

  const rules = parseCodeowners(codeowners.text);
  const known = new Set(['*', ...wanted.unowned]);
  // The last rule that fits a path holds, so that the general one must come first.
  if (rules.some(({ pattern }, index) => pattern === '*' && index > 0))
    add('urutan', '* di bawah baris lain', '* paling atas', enough);
  for (const folder of wanted.unowned) {
    const owned = rules.findLast(({ pattern }) => pattern === folder)?.owners ?? owners;
    if (owned.length > 0) add(folder, words(owned), 'tanpa pengelola: berjalan menurut SOP', enough);
  }
  for (const rule of rules)
    if (!known.has(rule.pattern)) add(rule.pattern, words(rule.owners), 'tidak disebut', enough);
  // Errors of a file that is written anew are told by the look afterwards.
  if (found.some(({ step }) => step !== null)) return found;
  for (const { line, kind, source } of codeowners.errors)
    add(`baris ${line}`, `${kind}: ${source.trim()}`, 'akun atau tim yang boleh menulis', false);
  return found;
}
