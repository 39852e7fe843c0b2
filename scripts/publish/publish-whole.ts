import { currentHash, showBuilt, stagingDir } from './deploy.ts';
import { exportLive, exportSistem } from './export.ts';
import type { Git } from './git.ts';
import { inTransaction } from './index/database.ts';
import { writeList } from './manifest.ts';
import { portalName, prepareIndex, stateOf } from './prepare.ts';
import { prove } from './proof/prove.ts';
import { forgetProven, keepProven, provenBy } from './since/proven.ts';
import { sistemSidikAt, verify, VerifyError, type Verification } from './verify.ts';
import { jobOf, type Published, type Workshop } from './workshop.ts';

/** Verifies, proves and makes everything: the first time, and wherever less cannot be relied on. */
export async function publishWhole(workshop: Workshop): Promise<Published> {
  const { git, index, root, asOf, pages, options } = workshop;
  const { dataDir, site, onProgress, isWhole = false } = options;
  onProgress('Memeriksa buku catatan dan main …');
  const verification = await verify(git);
  const { live, ledger, sistem, findings } = verification;
  onProgress(`Menyalin ${live.length} butir yang disetujui …`);
  // Files are written while Git walks its histories. Until all is proven they are nobody's: no later publication must
  // take them for those of what was proven before.
  forgetProven(index);
  const both = await Promise.allSettled([
    mustBeProven(git, verification),
    exportTree(workshop, verification),
  ]);
  // What is wrong with the ledger is told before what is wrong with files.
  for (const done of both) if (done.status === 'rejected') throw done.reason;
  const job = jobOf(workshop, stagingDir(dataDir), sistemSidikAt(git, sistem.commit));
  // Pages are bundled while what they show is still being made.
  const session = pages.open(job);
  try {
    onProgress('Mengolah naskah …');
    const state = await stateOf(git, sistem.commit, asOf);
    const proven = await provenBy(git, verification);
    // What was proven is kept with what was made of it, or neither is.
    inTransaction(index, () => {
      prepareIndex(index, verification, { root, site, state, onProgress });
      keepProven(index, proven, ledger);
    });
    const hash = portalName(index, options);
    if (isWhole || currentHash(dataDir) !== hash) {
      onProgress('Membangun portal …');
      const files = await session.all();
      writeList(job.outDir, files, { sistem: sistem.commit, asOf });
      await showBuilt(dataDir, hash, files.length);
    }
    return { hash, live: live.length, findings, news: live };
  } finally {
    await session.close();
  }
}

async function exportTree({ git, index, root }: Workshop, verification: Verification): Promise<void> {
  await exportSistem(git, index, verification.sistem, root);
  await exportLive(git, index, verification, root);
}

/** Publishes nothing that `paraf verify` would not prove: the old portal stays, and everything that is wrong is told. */
async function mustBeProven(git: Git, verification: Verification): Promise<void> {
  // Files and folders of items are hashed as they are written out.
  const issues = await prove(git, verification, { isDeep: false });
  const faults = issues.filter(({ level }) => level === undefined);
  if (faults.length > 0) throw new VerifyError(faults);
}
