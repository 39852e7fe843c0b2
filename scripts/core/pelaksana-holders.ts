import type { Aturan, Parsed } from './aturan.ts';
import type { Issue } from './issue.ts';
import type { Penugasan } from './pelaksana.ts';
import { holdersOfAny, instant, rosterOf, termOf } from './peran.ts';
import { issueAt } from './schema-issues.ts';
import { kindOfLangkah, type Sop } from './sop.ts';
import { sopMessages as say } from './sop-messages.ts';
import { atau, dan, tanggal } from './text.ts';

/**
 * Seats of one person that two hold definitively at a time: which roles are such seats, the SOPs say (`tunggal`). Told
 * where settings are changed, not where they are read: an item under way must not stop for it.
 */
export function doubleHolders(file: Parsed, rows: readonly Penugasan[], sops: Iterable<Sop>): Issue[] {
  const seats = new Map(
    [...sops].flatMap((sop) =>
      sop.pelaksana.flatMap(({ id, nama, tunggal }) => (tunggal ? [[id, nama]] : [])),
    ),
  );
  const terms = rows.map(termOf);
  return terms.flatMap((term, index) => {
    const { row } = term;
    const nama = seats.get(row.peran);
    if (nama === undefined || row.jenis !== 'definitif') return [];
    const before = terms
      .slice(0, index)
      .findIndex((other) => isSameSeat(other.row, row) && overlap(other, term));
    const other = terms[before];
    if (other === undefined) return [];
    const since = tanggal(Math.max(term.from, other.from));
    const line = file.lineOf([before]) ?? 1;
    const message = say['pelaksana-definitif-ganda'](nama, row.akun, other.row.akun, line, since);
    return [issueAt(file, [index], 'pelaksana-definitif-ganda', message)];
  });
}

function isSameSeat(a: Penugasan, b: Penugasan): boolean {
  const isSameOffice = a.opd === undefined || b.opd === undefined || a.opd === b.opd;
  return a.peran === b.peran && a.akun !== b.akun && a.jenis === 'definitif' && isSameOffice;
}

function overlap(a: { from: number; until: number }, b: { from: number; until: number }): boolean {
  return a.from < b.until && b.from < a.until;
}

/**
 * Roles that an SOP in `alur.yml` needs and nobody holds at a time, in any office, definitively or acting: warnings, for
 * a seat may be empty for a day. The system's own step needs nobody.
 *
 * @param now ISO 8601 with zone
 */
export function emptyRoles(aturan: Aturan, now: string): Issue[] {
  const roster = rosterOf(aturan.pelaksana);
  const governing = new Set([...aturan.alur.values()].map(({ sop }) => sop));
  return [...aturan.sops.values()]
    .filter(({ id }) => governing.has(id))
    .flatMap((sop) => {
      const empty = sop.langkah.filter(
        (langkah) =>
          kindOfLangkah(langkah) !== 'system' &&
          holdersOfAny(roster, langkah.pelaksana, instant(now)).length === 0,
      );
      return [...Map.groupBy(empty, ({ pelaksana }) => pelaksana.join())].map(([, steps]): Issue => {
        const names = steps[0]!.pelaksana.map(
          (id) => `${sop.pelaksana.find((item) => item.id === id)?.nama ?? id} (${id})`,
        );
        const message = say['pelaksana-kosong'](
          atau(names),
          sop.nama,
          dan(steps.map(({ no }) => String(no))),
        );
        return { code: 'pelaksana-kosong', file: 'content/pelaksana.yml', level: 'peringatan', message };
      });
    });
}
