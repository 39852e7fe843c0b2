import type { z } from 'zod';
import { alihanSchema } from '../../content/schema/alihan.ts';
import { collections } from '../../content/schema/collections.ts';
import { halamanSchema } from '../../content/schema/halaman.ts';
import { kalenderSchema } from '../../content/schema/kalender.ts';
import { opdSchema } from '../../content/schema/opd.ts';
import { ppidSchema } from '../../content/schema/ppid.ts';
import { situsSchema } from '../../content/schema/situs.ts';
import { buildAturan, opdIdsOf, type Parsed } from '../core/aturan.ts';
import type { Issue, Result } from '../core/issue.ts';
import { doubleHolders } from '../core/pelaksana-holders.ts';
import { kalenderIssues } from '../core/kalender-rules.ts';
import { issueAt, readWith } from '../core/schema-issues.ts';
import { parseDocument, parseYaml } from '../markdown/front-matter.ts';
import { faintColours } from './colours.ts';
import { checkMessages as say } from './messages.ts';

/** The files of settings beside SOPs, flow and roles, which `buildAturan` reads; each by its schema. */
const kinds: readonly { readonly path: RegExp; readonly schema: z.ZodType }[] = [
  { path: /^content\/kalender\.yml$/, schema: kalenderSchema },
  { path: /^content\/situs\.yml$/, schema: situsSchema },
  { path: /^content\/ppid\.yml$/, schema: ppidSchema },
  { path: /^content\/alihan\.yml$/, schema: alihanSchema },
  { path: /^content\/opd\/[a-z0-9]+(-[a-z0-9]+)*\.yml$/, schema: opdSchema },
  { path: /^content\/halaman\/([a-z0-9-]+\/)*[a-z0-9-]+\.mdx?$/, schema: halamanSchema },
];
const ruled = /^content\/(sop\/.+\/index\.md|alur\.yml|pelaksana\.yml)$/;

/** Whether a path under `content/` is a file of settings. */
export function isSetting(path: string): boolean {
  return ruled.test(path) || kinds.some((kind) => kind.path.test(path));
}

/** Parses a file of settings: Markdown by its front matter, anything else as YAML. */
export function parseSetting(path: string, oid: string, text: string): Result<Parsed> {
  return /\.mdx?$/.test(path) ? parseDocument(path, oid, text) : parseYaml(path, oid, text);
}

/**
 * Everything that is wrong with the settings, all files of them at once. What follows only from a file that could not
 * be read at all (`unreadable`: their paths) is not told: that file's own fault is.
 */
export function checkSettings(parsed: readonly Parsed[], unreadable: readonly string[] = []): Issue[] {
  const lostSop = unreadable.some((path) => path.startsWith('content/sop/'));
  const aturan = buildAturan(parsed);
  const issues = (aturan.ok ? [] : [...aturan.issues]).filter(
    ({ code, file }) =>
      !(code.endsWith('-tidak-ada') && unreadable.includes(file)) &&
      !(lostSop && (code === 'alur-sop-tidak-ada' || code === 'pelaksana-peran-tidak-ada')),
  );
  issues.push(...ungoverned(parsed));
  const pelaksana = parsed.find(({ file }) => file === 'content/pelaksana.yml');
  if (aturan.ok && pelaksana !== undefined)
    issues.push(...doubleHolders(pelaksana, aturan.value.pelaksana, aturan.value.sops.values()));
  for (const file of parsed) {
    const kind = kinds.find(({ path }) => path.test(file.file));
    const read = kind && readWith(kind.schema, file);
    if (read !== undefined && !read.ok) issues.push(...read.issues);
    if (kind?.schema === kalenderSchema && read?.ok === true)
      issues.push(...kalenderIssues(file, kalenderSchema.parse(file.data)));
    if (kind?.schema === situsSchema && read?.ok === true)
      issues.push(...ownOffice(file, parsed), ...faint(file));
  }
  return issues;
}

/** The office that owns the portal is one of those in `content/opd/`. */
function ownOffice(file: Parsed, parsed: readonly Parsed[]): Issue[] {
  const { opd } = situsSchema.parse(file.data);
  if (opdIdsOf(parsed).includes(opd)) return [];
  return [issueAt(file, ['opd'], 'opd-tidak-ada', say['opd-tidak-ada'](opd))];
}

/** The office's colours are readable wherever the portal puts text in them or on them. */
function faint(file: Parsed): Issue[] {
  return faintColours(situsSchema.parse(file.data).warna).map(({ colour, where, ratio }) =>
    issueAt(
      file,
      ['warna', colour],
      'warna-kurang-kontras',
      say['warna-kurang-kontras'](colour, where, ratio),
    ),
  );
}

/** Collections that no SOP governs. Told here and not by `buildAturan`: settings of earlier days know fewer of them. */
function ungoverned(parsed: readonly Parsed[]): Issue[] {
  const alur = parsed.find(({ file }) => file === 'content/alur.yml');
  if (typeof alur?.data !== 'object' || alur.data === null) return [];
  const governed = Object.keys(alur.data);
  return collections
    .filter(({ name }) => !governed.includes(name))
    .map(({ name }) => issueAt(alur, [], 'alur-koleksi-tanpa-sop', say['alur-koleksi-tanpa-sop'](name)));
}
