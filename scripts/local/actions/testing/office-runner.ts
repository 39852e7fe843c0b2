/** A runner as an office sets GitHub up: the app's key for `main` alone, and Pages. */
import type { Newsroom } from '../../../github/testing/newsroom.ts';
import { appNumber } from '../../accounts.ts';
import { Runner, type RunnerOptions } from '../runner.ts';
import { makePrograms } from './programs.ts';

/** @param folder for the programs that stand before those of the machine */
export function officeRunner(
  { server, url }: Newsroom,
  folder: string,
  more: Pick<RunnerOptions, 'without' | 'vars'>,
): Runner {
  return new Runner({
    server,
    url,
    paths: [makePrograms(folder)],
    environments: {
      gerbang: {
        branches: ['main'],
        secrets: { PARAF_APP_KEY: server.store.appKey.pem() },
        vars: { PARAF_APP_ID: String(appNumber) },
      },
      'github-pages': { branches: ['main'], secrets: {}, vars: {} },
    },
    ...more,
  });
}
