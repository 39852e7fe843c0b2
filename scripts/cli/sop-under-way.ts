import { governingOf, isUnderOlder, type UnderWay } from '../core/under-way.ts';
import { plain } from '../core/text.ts';
import { readAntrean, underWayOf } from '../github/antrean.ts';
import { recordBranch, tipOf } from '../github/branch.ts';
import { parseSistem, sistemFile } from '../github/read/record.ts';
import { readSettings } from '../github/settings-check.ts';
import { withApi } from './api.ts';
import { report } from './exit.ts';

/** An item, and whether it finishes under another SOP or version than a new one would begin under. */
type Listed = UnderWay & { readonly lama: boolean };

/** `paraf sop --berjalan`: the items under way, each with its SOP, those under an older one marked. */
export function listUnderWay(isJson: boolean): Promise<void> {
  return withApi('paraf sop --berjalan', async (client, repository) => {
    const tip = await tipOf(client, repository, recordBranch);
    const records = parseSistem(await tip.read(sistemFile));
    if (!records.ok) return report(records.issues);
    const { issues, aturan } = await readSettings(client, repository, records.value.at(-1)!.commit, []);
    if (aturan === null) return report(issues);
    const governing = governingOf(aturan);
    const listed = underWayOf(await readAntrean(client, repository)).map((item) => ({
      ...item,
      lama: isUnderOlder(item, governing),
    }));
    process.stdout.write(isJson ? `${JSON.stringify(listed)}\n` : `${table(listed)}\n`);
  });
}

function table(items: readonly Listed[]): string {
  const older = items.filter(({ lama }) => lama).length;
  const head = ['', 'No', 'Koleksi', 'Langkah', 'SOP', 'Versi', 'Judul'];
  const rows = items.map(({ pull, judul, koleksi, sop, sopVersion, langkah, lama }) => [
    lama ? 'lama' : '',
    `#${pull}`,
    koleksi,
    langkah === null ? '-' : String(langkah),
    sop,
    sopVersion.slice(0, 10),
    plain(judul, 60),
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    `${items.length} butir berjalan, ${older} di antaranya menurut SOP lama.`,
    ...(items.length === 0 ? [] : ['', line(head), ...rows.map(line)]),
  ].join('\n');
}
