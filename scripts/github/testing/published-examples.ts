/** Payloads of webhooks as GitHub published them: real deliveries, gathered by octokit. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface PublishedExample {
  readonly event: string;
  readonly payload: {
    readonly action?: string;
    readonly repository?: { readonly full_name: string };
  };
}

interface Definition {
  readonly name: string;
  readonly examples: readonly PublishedExample['payload'][];
}

export function publishedExamples(): PublishedExample[] {
  const file = fileURLToPath(import.meta.resolve('@octokit/webhooks-examples'));
  const definitions = JSON.parse(readFileSync(file, 'utf8')) as readonly Definition[];
  return definitions.flatMap(({ name, examples }) => examples.map((payload) => ({ event: name, payload })));
}
