import { kalenderSchema } from '../../content/schema/kalender.ts';
import type { Parsed } from './aturan.ts';
import type { Result } from './issue.ts';
import { kalenderIssues } from './kalender-rules.ts';
import { tableOf, type Kalender } from './kalender-table.ts';
import { readWith } from './schema-issues.ts';

/** Reads `content/kalender.yml` and builds its table, or names everything that is wrong with it. */
export function kalenderFrom(parsed: Parsed): Result<Kalender> {
  const document = readWith(kalenderSchema, parsed);
  if (!document.ok) return document;
  const issues = kalenderIssues(parsed, document.value);
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, value: tableOf(parsed.file, document.value) };
}
