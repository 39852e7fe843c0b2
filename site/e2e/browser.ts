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
 * What no person's browser does: in one process, windows of several people end it, and without its own security it keeps
 * no page from another origin's answers.
 */
const unlikePeoples = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];

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
    args: [...sparticuz.args.filter((arg) => !unlikePeoples.includes(arg)), '--no-sandbox', ...more],
  });
}
