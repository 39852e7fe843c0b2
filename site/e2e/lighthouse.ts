import { createServer, type AddressInfo } from 'node:net';
import lighthouse from 'lighthouse';
import { launchBrowser } from './browser.ts';

/** What decides a page's speed waits until it is quiet; the rest can be judged as soon as it has loaded. */
const withoutSpeed = {
  disableFullPageScreenshot: true,
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 100,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
};

/** The real Lighthouse, as a phone meets the page. */
export interface LighthouseBrowser {
  /**
   * Scores of a page, 0 to 100, by category, and what kept a score from being 100.
   *
   * @param categories ids such as `accessibility`, `performance`
   */
  look(
    url: string,
    categories: readonly string[],
  ): Promise<{ readonly scores: Readonly<Record<string, number>>; readonly faults: readonly string[] }>;
  close(): Promise<void>;
}

/** Starts a browser that Lighthouse can drive beside Playwright. */
export async function openLighthouse(): Promise<LighthouseBrowser> {
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  return {
    async look(url, categories) {
      const outcome = await lighthouse(url, {
        port,
        logLevel: 'error',
        output: 'json',
        onlyCategories: [...categories],
        ...(categories.includes('performance') ? {} : withoutSpeed),
      });
      if (outcome === undefined) throw new Error(`Lighthouse has no answer for ${url}`);
      const { lhr } = outcome;
      if (lhr.runtimeError !== undefined) throw new Error(`${url}: ${lhr.runtimeError.message}`);
      const scores = Object.fromEntries(
        Object.values(lhr.categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
      );
      const faults = Object.values(lhr.categories)
        .flatMap(({ auditRefs }) => auditRefs)
        .filter(({ weight }) => weight > 0)
        .flatMap(({ id }) => {
          const audit = lhr.audits[id];
          return audit?.score !== null && audit !== undefined && audit.score < 0.9
            ? [`${id}: ${audit.title}`]
            : [];
        });
      return { scores, faults };
    },
    close: () => browser.close(),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}
