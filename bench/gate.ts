/**
 * What the gate reads to look at one pull request, and to merge and record it, while the archive behind it grows: calls
 * to the API, bytes of the answers, and time against the local server, which is part of this process. Then
 * `paraf trace --pr` of the same, as a process of its own. Usage: node scripts/run.mjs bench/gate.ts [sizes]
 */
import { join } from 'node:path';
import {
  news,
  openNewsroom,
  place,
  standingClock,
  type Newsroom,
} from '../scripts/github/testing/newsroom.ts';
import { look } from '../scripts/github/gate.ts';
import { appAccount } from '../scripts/local/accounts.ts';
import type { LedgerMemory } from '../scripts/publish/ledger-memory.ts';
import { countCalls, type Calls } from './calls.ts';
import { officeOver } from './office.ts';
import { repository } from './corpus/article.ts';
import { workFolder } from './folders.ts';
import { bytesText, costOf, costText, ownProgram, seconds } from './measure.ts';
import { sizesOf, tell } from './rows.ts';

const callsText = ({ calls, bytes, seconds: took }: Calls) =>
  `${calls} calls, ${bytesText(bytes)}, ${seconds(took)}`;

for (const size of sizesOf(process.argv[2])) {
  const dataDir = workFolder();
  const { now } = await officeOver(size, dataDir);
  const room = await openNewsroom({}, { dataDir, clock: standingClock(Date.parse(now)) });
  await approveOne(room, 'pemanasan');
  const told = await approveOne(room, 'kerja-bakti');
  tell({ what: 'gate: look at a request', size, value: callsText(told.look) });
  tell({ what: 'gate: look, merge, record', size, value: callsText(told.merge) });
  const ledger: LedgerMemory = { known: null };
  await approveOne(room, 'layanan', ledger);
  const serving = await approveOne(room, 'layanan-lagi', ledger);
  tell({ what: 'gate: the same in `paraf serve`', size, value: callsText(serving.merge) });

  const number = await room.open('peliput', 'cms/berita/11/pasar/index', news('pasar'));
  await room.look(number);
  const program = ownProgram(join(repository, 'scripts/cli.ts'), 'trace', '--pr', String(number), '--json');
  const env = {
    ...process.env,
    GITHUB_API_URL: `${room.url}/api/v3`,
    GITHUB_REPOSITORY: `${place.owner}/${place.repo}`,
    GITHUB_TOKEN: room.server.appToken,
  };
  const trace = await costOf({ ...program, args: [...program.args, '--now', room.now()], env });
  tell({ what: '`paraf trace --pr`', size, value: costText(trace) });
  await room.stop();
}

/**
 * Takes an item from draft to ledger, and counts what the gate asks when it waits, and when it is signed.
 *
 * @param ledger what a gate that goes on remembers; without it, it is one that begins
 */
async function approveOne(
  room: Newsroom,
  slug: string,
  ledger?: LedgerMemory,
): Promise<{ readonly look: Calls; readonly merge: Calls }> {
  const pull = await room.open('peliput', `cms/berita/11/${slug}/index`, news(slug));
  await room.look(pull);
  await room.submit('peliput', pull);
  await room.look(pull);
  const waiting = await countCalls(() => room.look(pull));
  await room.review('pengolah-satu', pull, 'APPROVE');
  let number: number | undefined;
  const merge = await countCalls(async () => {
    const options = { now: room.now, app: appAccount.id, ...(ledger === undefined ? {} : { ledger }) };
    const seen = await look(room.app, place, pull, options);
    number = seen.recorded?.number;
    if (number === undefined) throw new Error(`#${pull} was not recorded: ${seen.title}`);
  });
  return { look: waiting, merge };
}
