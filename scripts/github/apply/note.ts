import type { Note, Report } from '../../core/plan.ts';
import type { Client, Repository } from '../read/client.ts';
import { pagesOf } from '../read/pages.ts';
import type { Target } from './actions.ts';
import { openIssue, writeComment } from './once.ts';

const markerOf = (key: string) =>
  `<!-- paraf:${key.replace(/[^A-Za-z0-9:._/-]/g, '-').replaceAll('--', '-')} -->`;

/** Writes a comment once. */
export async function applyNote(client: Client, target: Target, note: Note): Promise<'dilakukan' | 'sama'> {
  const marker = markerOf(note.key);
  const isThere = target.facts.comments.some(
    (comment) => comment.by?.id === target.app && comment.body.startsWith(marker),
  );
  if (isThere) return 'sama';
  await writeComment(client, target.repository, target.facts.number, `${marker}\n${note.body}`);
  return 'dilakukan';
}

interface FoundIssue {
  readonly body: string | null;
  readonly user: { readonly id: number } | null;
}

/** Opens an issue of the repository once; one that a person closed stays closed. */
export async function applyReport(
  client: Client,
  repository: Repository,
  app: number,
  report: Report,
): Promise<'dilakukan' | 'sama'> {
  const marker = markerOf(report.key);
  const bodies = await reportsOf(client, repository, app);
  if (bodies.some((body) => body.startsWith(marker))) return 'sama';
  await openIssue(client, repository, {
    title: report.title,
    body: `${marker}\n${report.body}`,
    labels: [reportLabel],
  });
  return 'dilakukan';
}

/** Label of the app's reports: how they are found again among an office's own issues. */
export const reportLabel = 'paraf-temuan';

/** Bodies of all reports of the app, open and closed. */
export async function reportsOf(client: Client, repository: Repository, app: number): Promise<string[]> {
  const bodies: string[] = [];
  const asked = { ...repository, state: 'all', labels: reportLabel };
  for await (const page of pagesOf(client, 'GET /repos/{owner}/{repo}/issues', asked))
    bodies.push(
      ...(page as readonly FoundIssue[]).flatMap(({ body, user }) =>
        user?.id === app && body ? [body] : [],
      ),
    );
  return bodies;
}
