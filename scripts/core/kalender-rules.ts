import type { KalenderDocument } from '../../content/schema/kalender.ts';
import type { Parsed } from './aturan.ts';
import type { Issue } from './issue.ts';
import { dayNumber, shiftsOf } from './kalender-hours.ts';
import { kalenderMessages as say } from './kalender-messages.ts';
import { issueAt } from './schema-issues.ts';

/** The rules between the parts of a calendar, all faults at once. */
export function kalenderIssues(parsed: Parsed, document: KalenderDocument): Issue[] {
  const issues = [
    ...(['jamKerja', 'jamKerjaRamadan'] as const)
      .filter((week) => Object.values(document[week]).every((day) => shiftsOf(day).length === 0))
      .map((week) => issueAt(parsed, [week], 'kalender-tanpa-jam-kerja', say['kalender-tanpa-jam-kerja']())),
    ...Object.keys(document.tahun).flatMap((tahun) => [
      ...ramadanIssues(parsed, document, tahun),
      ...dateIssues(parsed, document, tahun),
    ]),
  ];
  return issues.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** 29 or 30 days; one more where the office counts the evening before. */
const longestRamadan = 31;

function ramadanIssues(parsed: Parsed, document: KalenderDocument, tahun: string): Issue[] {
  const { mulai, selesai } = document.tahun[tahun]!.ramadan;
  const at = (code: keyof typeof say, message: string) => [
    issueAt(parsed, ['tahun', tahun, 'ramadan'], code, message),
  ];
  if (selesai < mulai)
    return at('kalender-ramadan-terbalik', say['kalender-ramadan-terbalik'](mulai, selesai));
  const days = dayNumber(selesai) - dayNumber(mulai) + 1;
  if (days > longestRamadan)
    return at('kalender-ramadan-terlalu-panjang', say['kalender-ramadan-terlalu-panjang'](days));
  // A second Ramadan that begins in December stands under the year in which it ends.
  if (!mulai.startsWith(tahun) && !selesai.startsWith(tahun))
    return at('kalender-ramadan-tahun-lain', say['kalender-ramadan-tahun-lain'](mulai, selesai, tahun));
  return [];
}

function dateIssues(parsed: Parsed, document: KalenderDocument, tahun: string): Issue[] {
  const seen = new Set<string>();
  return (['libur', 'cutiBersama'] as const).flatMap((list) =>
    document.tahun[tahun]![list].flatMap(({ tanggal }, index) => {
      const at = (code: keyof typeof say, message: string) => [
        issueAt(parsed, ['tahun', tahun, list, index, 'tanggal'], code, message),
      ];
      if (!tanggal.startsWith(tahun))
        return at('kalender-tanggal-tahun-lain', say['kalender-tanggal-tahun-lain'](tanggal, tahun));
      if (seen.has(tanggal)) return at('kalender-tanggal-ganda', say['kalender-tanggal-ganda'](tanggal));
      seen.add(tanggal);
      return [];
    }),
  );
}
