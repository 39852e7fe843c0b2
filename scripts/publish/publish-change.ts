import { existsSync, rmSync } from 'node:fs';
import { applyToSite, SiteChangeError } from './apply.ts';
import { BuildError } from './build.ts';
import { changeDir, currentHash } from './deploy.ts';
import { exportItems } from './export.ts';
import { applyEntries } from './index/apply-entries.ts';
import { inTransaction } from './index/database.ts';
import { wholeCollection } from './index/lists.ts';
import type { ItemEntry } from './index/publication.ts';
import { readShown, type RowChange } from './index/shown.ts';
import { additionTo, portalName, stateOf } from './prepare.ts';
import type { PageSession } from './render/page-maker.ts';
import { RenderError } from './render/renderer.ts';
import { advance, type Advanced } from './since/advance.ts';
import { keepProven, readProven, type Proven } from './since/proven.ts';
import { jobOf, type Published, type Workshop } from './workshop.ts';

/** Why everything must be looked at and made anew (Indonesian, a sentence). */
export interface Reason {
  readonly reason: string;
}

/**
 * Publishes what came since the last publication, in proportion to that: verifies and proves it, brings the index up to
 * date, makes the pages that it touches, and shows them by one switch. What was left undone by a publication that
 * stopped is part of it. Answers a reason instead wherever everything must be looked at.
 */
export async function publishChange(workshop: Workshop): Promise<Published | Reason> {
  const { git, index, pages } = workshop;
  const since = readProven(index);
  if ('reason' in since) return since;
  const unknown = whyUnknown(workshop);
  if (unknown !== null) return unknown;
  // Whoever renders gets ready meanwhile: a change of the system, for which it would be the wrong one, is a reason.
  const job = jobOf(workshop, changeDir(workshop.options.dataDir), since.sistem.sidik);
  rmSync(job.outDir, { recursive: true, force: true });
  const session = pages.open(job);
  try {
    const advanced = await advance(git, index, since);
    if ('reason' in advanced) return advanced;
    const { proven, entries, changes, findings } = advanced;
    const rows = await bringUpToDate(workshop, proven, { entries, changes });
    const shown = await showChange(workshop, proven, rows, { from: job.outDir, session });
    if ('reason' in shown) return shown;
    return { ...shown, live: liveItems(workshop), findings, news: newsOf(workshop, rows) };
  } finally {
    await session.close();
  }
}

/** Only a portal of which the index knows exactly what it shows can be changed piece by piece. */
function whyUnknown({ index, root, options }: Workshop): Reason | null {
  if (!existsSync(root)) return { reason: 'Salinan dari yang diterbitkan tidak ada.' };
  const shown = readShown(index);
  if (shown === null) return { reason: 'Indeks belum mengenal portal yang tayang.' };
  if (portalName(index, options, shown) !== shown.name)
    return { reason: 'Alamat portal, pustaka, atau versi Node berubah sejak portal yang tayang dibuat.' };
  // A publication that stopped between its switch and its end left the portal of what the index holds now.
  const isKnown = [shown.name, portalName(index, options)].includes(currentHash(options.dataDir) ?? '');
  return isKnown ? null : { reason: 'Portal yang tayang bukan yang terakhir dibuat dari indeks ini.' };
}

/** The bytes of what came, the index, and what was proven: at any stop either none of it counts, or all. */
async function bringUpToDate(
  { git, index, root, asOf }: Workshop,
  proven: Proven,
  came: Pick<Advanced, 'entries' | 'changes'>,
): Promise<readonly RowChange[]> {
  await exportItems(git, index, came.changes, root);
  const state = await stateOf(git, proven.sistem.commit, asOf);
  return inTransaction(index, () => {
    const rows = applyEntries(index, additionTo(index, { root, state }, came));
    keepProven(index, proven, came.entries);
    return rows;
  });
}

async function showChange(
  workshop: Workshop,
  { sistem }: Proven,
  rows: readonly RowChange[],
  { from, session }: { readonly from: string; readonly session: PageSession },
): Promise<{ readonly hash: string } | Reason> {
  const { index, asOf, options } = workshop;
  const { dataDir, onProgress, signal } = options;
  const hash = portalName(index, options);
  const shown = readShown(index);
  if (currentHash(dataDir) === hash || shown === null) return { hash };
  try {
    const change = { rows, asOf: { before: shown.state.asOf, after: asOf } };
    onProgress('Membuat halaman yang berubah …');
    const { writes, removes } = await session.make(change);
    const builtFrom = { sistem: sistem.commit, asOf };
    await applyToSite(dataDir, { from, writes, removes, builtFrom, name: hash });
    return { hash };
  } catch (error) {
    const isOurs = [SiteChangeError, BuildError, RenderError].some((fault) => error instanceof fault);
    if (!isOurs || signal?.aborted === true) throw error;
    return { reason: (error as Error).message };
  }
}

function liveItems({ index }: Workshop): number {
  return Number(
    index
      .prepare('SELECT sum(jumlah) AS jumlah FROM jumlah WHERE menurut = ?')
      .get(wholeCollection.menurut)?.['jumlah'] ?? 0,
  );
}

/** Records of what is live and was another one before. */
function newsOf({ index }: Workshop, rows: readonly RowChange[]): ItemEntry[] {
  const entryOf = index.prepare('SELECT entry FROM item WHERE path = ?');
  return rows.flatMap(({ path, after }) =>
    after === null || after.judul === ''
      ? []
      : [JSON.parse(String(entryOf.get(path)?.['entry'])) as ItemEntry],
  );
}
