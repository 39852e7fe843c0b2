import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** Where Chrome or Chromium is usually installed. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Starts a browser: `PARAF_BROWSER`, else an installed Chrome or Chromium, else the one in node_modules (Linux).
 *
 * @param more arguments of the browser beyond those that every test has
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const named = process.env['PARAF_BROWSER'] ?? installed.find((path) => existsSync(path));
  if (named !== undefined) return chromium.launch({ executablePath: named, args: ['--no-sandbox', ...more] });
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    // In one process, windows of several people end the browser.
    args: [...sparticuz.args.filter((arg) => arg !== '--single-process'), '--no-sandbox', ...more],
  });
}
