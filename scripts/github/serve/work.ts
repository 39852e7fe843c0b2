import type { Repository } from '../read/client.ts';

/** What a delivery asks for. It says only where to look: what stands there is read anew. */
export type Work = { readonly kind: 'pull'; readonly number: number } | { readonly kind: 'main' };

/** Branches that only the app may move: whoever else did must be noticed. */
const guarded = ['refs/heads/main', 'refs/heads/paraf'];

/**
 * What to look at because of a delivery. Of its content only numbers and names are taken, and none is believed
 * further than that.
 *
 * @param event `X-GitHub-Event`
 * @param app account of Paraf's app: what it did itself tells it nothing new
 */
export function workOf(event: string, payload: unknown, repository: Repository, app: number): Work[] {
  const name = textAt(payload, 'repository', 'full_name')?.toLowerCase();
  if (name !== `${repository.owner}/${repository.repo}`.toLowerCase()) return [];
  if (at(payload, 'sender', 'id') === app) return [];
  switch (event) {
    case 'pull_request':
    case 'pull_request_review':
      return pulls([at(payload, 'pull_request')]);
    case 'issue_comment':
      return at(payload, 'issue', 'pull_request') === undefined ? [] : pulls([at(payload, 'issue')]);
    case 'check_run':
    case 'check_suite':
      // "Re-run" on GitHub: a person wants another look.
      return textAt(payload, 'action') === 'rerequested' ? pulls(at(payload, event, 'pull_requests')) : [];
    case 'push':
      return guarded.includes(textAt(payload, 'ref') ?? '') ? [{ kind: 'main' }] : [];
    default:
      return [];
  }
}

/** At most so many of one delivery; the sweep looks at the rest. */
const most = 100;

function pulls(list: unknown): Work[] {
  if (!Array.isArray(list)) return [];
  const numbers = list.slice(0, most).map((one: unknown) => at(one, 'number'));
  return numbers
    .filter((number): number is number => Number.isSafeInteger(number) && (number as number) > 0)
    .map((number) => ({ kind: 'pull', number }));
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const name of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined;
    here = (here as Record<string, unknown>)[name];
  }
  return here;
}

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : undefined;
}
