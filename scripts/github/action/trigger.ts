import { z } from 'zod';

/** Which pull requests an event means; a branch where it names one, and its pull requests must be asked for. */
export interface Trigger {
  readonly pulls: readonly number[];
  readonly branch: string | null;
}

const number = z.number().int().positive();

const runPayload = z.object({
  workflow_run: z.object({
    display_title: z.string().nullish(),
    head_branch: z.string().nullish(),
    head_repository: z.object({ full_name: z.string() }).nullish(),
    pull_requests: z.array(z.object({ number })).nullish(),
  }),
});

/** More than one person can trigger in one go; more is the sweep's work. */
const mostPulls = 20;

/**
 * Reads which pull requests to look at. A `workflow_run` was made by a run whose file the author of a pull request may
 * have written, so its title is a wish and no fact: it says where to look, and a look takes nothing from it.
 *
 * @param wanted numbers asked for by hand, as `12` or `12, 13`
 * @param repository `owner/name`: a fork's branch is not ours
 */
export function triggerOf(event: unknown, wanted: string, repository: string): Trigger {
  const asked = numbersIn(wanted.replaceAll(/(\d+)/g, '#$1'));
  if (asked.length > 0) return { pulls: asked, branch: null };
  const run = runPayload.safeParse(event);
  if (!run.success) return { pulls: [], branch: null };
  const { display_title, head_branch, head_repository, pull_requests } = run.data.workflow_run;
  const listed = (pull_requests ?? []).map(({ number }) => number);
  const pulls = [...new Set([...numbersIn(display_title ?? ''), ...listed])].slice(0, mostPulls);
  const isOurs = head_repository?.full_name.toLowerCase() === repository.toLowerCase();
  return { pulls, branch: pulls.length === 0 && isOurs ? (head_branch ?? null) : null };
}

function numbersIn(text: string): number[] {
  const found = [...text.matchAll(/#(\d{1,9})\b/g)].map(([, digits]) => Number(digits));
  return [...new Set(found.filter((value) => value > 0))].slice(0, mostPulls);
}
