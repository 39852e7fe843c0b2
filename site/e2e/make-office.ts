/** Seeds the demo office in the folder that is its only argument; a program of its own, for the setup of the tests. */
import { resolve } from 'node:path';
import { makeOffice } from '../../scripts/local/demo/first-start.ts';

const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('no folder was named');
await makeOffice({
  checkout: resolve(import.meta.dirname, '../..'),
  dataDir,
  startAt: undefined,
  log: () => undefined,
});
