import { execFile } from 'node:child_process';
import { plain } from '../../core/text.ts';
import { SetupFault } from './fault.ts';

/**
 * Sends the last commit of a checkout to `main` of a fresh repository. The token reaches git through its environment,
 * so that it stands in no argument, address or configuration file.
 */
export function pushCheckout(checkout: string, address: string, token: string): Promise<void> {
  const { origin } = new URL(address);
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  const env = {
    ...process.env,
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${origin}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
  };
  const args = ['-C', checkout, 'push', '--quiet', address, 'HEAD:refs/heads/main'];
  return new Promise((resolve, reject) => {
    execFile('git', args, { env }, (error, _out, err) => {
      if (error === null) return resolve();
      reject(
        new SetupFault(
          `Isi awal tidak dapat dikirim ke ${address}: ${plain(err || error.message)} ` +
            'Jalankan perintah ini dari klona Git yang utuh dan sudah berisi commit; token memerlukan hak Contents dan ' +
            'Workflows. Yang sudah dibuat tetap ada: ulangi saja.',
        ),
      );
    });
  });
}
