import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Octokit } from 'octokit';
import { samplesOf } from '../../example/samples.ts';
import { bootstrap } from '../../github/bootstrap.ts';
import { announce } from '../../github/gate.ts';
import { appAccount } from '../accounts.ts';
import { demoStart } from '../clock.ts';
import { createNewsroom } from '../newsroom.ts';
import { createLocalServer } from '../server.ts';
import { StartFault } from '../start-fault.ts';
import { repo } from './editor.ts';
import { importTree } from './import.ts';
import { seedLead } from './deed.ts';
import { seedItems } from './seed.ts';
import { stories } from './stories.ts';

export interface FirstStart {
  readonly checkout: string;
  readonly dataDir: string;
  /** When the demo begins, in ms; absent: on its own Monday. */
  readonly startAt: number | undefined;
  readonly log: (line: string) => void;
}

const repository = 'portal.git';
const records = 'github.db';
/** What a first start makes. */
const parts = ['app-token', records, repository];
/** Says that all of it is made, so that what remains is to put it in place. */
const whole = 'lengkap';

/**
 * Makes the demo office where there is none yet. It is made in a folder of its own and put in place when it is whole,
 * so that an interrupted first start is simply begun again.
 */
export async function makeOffice(options: FirstStart): Promise<void> {
  const { dataDir } = options;
  const scratch = join(dataDir, 'benih');
  if (!existsSync(join(scratch, whole))) {
    // Either alone is an office that lost a part: nothing may be written over the other.
    if (existsSync(join(dataDir, repository)) || existsSync(join(dataDir, records)))
      return refuseEmptyRecords(dataDir);
    rmSync(scratch, { recursive: true, force: true });
    await liveFirstWeek(options, scratch);
    writeFileSync(join(scratch, whole), '');
  }
  for (const name of parts)
    if (existsSync(join(scratch, name))) renameSync(join(scratch, name), join(dataDir, name));
  rmSync(scratch, { recursive: true, force: true });
}

/** SQLite takes an empty file for a new database, and would begin the office's records anew beside its repository. */
function refuseEmptyRecords(dataDir: string): void {
  const file = join(dataDir, records);
  if (!existsSync(join(dataDir, repository)) || statSync(file, { throwIfNoEntry: false })?.size !== 0) return;
  throw new StartFault(
    `Catatan permintaan ${file} kosong, padahal repositori di sebelahnya sudah berisi. Tidak ada yang diubah. ` +
      'Kembalikan berkas itu dari cadangan; bila ini hanya demo, pindahkan seluruh folder datanya lalu jalankan lagi.',
  );
}

/** The checkout's tracked files become `main`, recorded as the first `sistem`, and the demo office lives its first week. */
async function liveFirstWeek(options: FirstStart, scratch: string): Promise<void> {
  const { checkout, startAt = demoStart, log } = options;
  log('Menyiapkan kantor contoh …');
  const server = await createLocalServer({ dataDir: scratch, startAt: startAt - seedLead });
  const quiet = () => undefined;
  const newsroom = createNewsroom({ server, checkout, dataDir: scratch, log: quiet });
  try {
    const tree = importTree(checkout, server.repository);
    const seconds = Math.floor(server.clock.now() / 1000);
    const who = { name: 'Paraf', email: 'paraf@localhost', seconds, zone: '+0000' };
    const root = await server.store.repository.writeCommit({
      tree,
      parents: [],
      author: who,
      committer: who,
      message: 'Isi pertama',
    });
    await server.writeBranch('main', root);
    const origin = await server.listen(0);
    await bootstrap(newsroom.client(origin), repo, server.store.now());
    const recorded = new Map<
      number,
      { readonly pull: number; readonly path: string; readonly sidik: string }
    >();
    await seedItems(
      {
        clock: server.clock,
        samples: samplesOf(checkout),
        as: (login) => clientOf(origin, login),
        look: async (pull) => {
          const entry = await newsroom.look(origin, pull);
          if (entry?.jenis === 'item') recorded.set(pull, { ...entry, pull });
        },
        tellLive: async (pull) => {
          const entry = recorded.get(pull);
          if (entry === undefined) throw new Error(`#${pull} is told to be live, but it is not published`);
          await announce(newsroom.client(origin), repo, appAccount.id, entry);
        },
        progress: seldom((done, all) => log(`Menyiapkan kantor contoh: ${done} dari ${all} kejadian`)),
      },
      stories,
      startAt,
    );
  } finally {
    await newsroom.stop();
    await server.close();
  }
}

/** Tells progress every two seconds at most, and the end. */
function seldom(tell: (done: number, all: number) => void): (done: number, all: number) => void {
  let last = performance.now();
  return (done, all) => {
    if (done < all && performance.now() - last < 2000) return;
    last = performance.now();
    tell(done, all);
  };
}

/** An API client that speaks as a demo account. */
function clientOf(origin: string, login: string): Octokit {
  return new Octokit({
    auth: `demo-${login}`,
    baseUrl: `${origin}/api/v3`,
    retry: { enabled: false },
    throttle: { enabled: false },
  });
}
