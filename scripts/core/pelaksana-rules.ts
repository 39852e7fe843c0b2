import type { Parsed } from './aturan.ts';
import type { Issue } from './issue.ts';
import type { Penugasan } from './pelaksana.ts';
import { issueAt } from './schema-issues.ts';
import { sopMessages as say } from './sop-messages.ts';

/** What is wrong in `content/pelaksana.yml` once it is well-formed. Offices are judged only where some are known. */
export function pelaksanaIssues(
  file: Parsed,
  rows: readonly Penugasan[],
  roles: readonly string[],
  opdIds: readonly string[],
): Issue[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row, index) => {
    const issues: Issue[] = [];
    const { peran, opd, mulai, selesai } = row;
    if (!roles.includes(peran)) {
      const message = say['pelaksana-peran-tidak-ada'](peran, roles);
      issues.push(issueAt(file, [index, 'peran'], 'pelaksana-peran-tidak-ada', message));
    }
    if (opd !== undefined && opdIds.length > 0 && !opdIds.includes(opd)) {
      const message = say['pelaksana-opd-tidak-ada'](opd);
      issues.push(issueAt(file, [index, 'opd'], 'pelaksana-opd-tidak-ada', message));
    }
    if (selesai !== undefined && startOf(mulai) >= endOf(selesai)) {
      const message = say['pelaksana-terbalik'](mulai, selesai);
      issues.push(issueAt(file, [index, 'selesai'], 'pelaksana-terbalik', message));
    }
    const same = JSON.stringify([row.akun, peran, opd, mulai, selesai, row.jenis]);
    const before = seen.get(same);
    if (before !== undefined) {
      const message = say['pelaksana-baris-ganda'](file.lineOf([before]) ?? 1);
      issues.push(issueAt(file, [index], 'pelaksana-baris-ganda', message));
    }
    seen.set(same, index);
    return issues;
  });
}

const grantOf = ({ akun, peran, opd, mulai }: Penugasan) => JSON.stringify([akun, peran, opd, mulai]);

/**
 * Rows that a change takes away: rows are ended, never removed (R2), for signatures already given rest on them.
 *
 * @param before the rows that stand recorded
 */
export function removedRows(file: Parsed, before: readonly Penugasan[], rows: readonly Penugasan[]): Issue[] {
  const kept = new Set(rows.map(grantOf));
  return before
    .filter((row) => !kept.has(grantOf(row)))
    .map((row) => issueAt(file, [], 'pelaksana-baris-hilang', say['pelaksana-baris-hilang'](row)));
}

// A date means the start of that day, or its end, in WIB (UTC+7).
const startOf = (text: string) => Date.parse(text.includes('T') ? text : `${text}T00:00:00+07:00`);
const endOf = (text: string) => Date.parse(text.includes('T') ? text : `${text}T24:00:00+07:00`);
