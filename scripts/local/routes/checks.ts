import { parseInstant, timestamp } from '../clock.ts';
import { ApiError, invalid, notFound } from '../http/api-error.ts';
import { readBody, type Body } from '../http/body.ts';
import { linkPages, pageOf, pageOfList } from '../http/paging.ts';
import type { ApiApp, ApiContext } from '../http/routes.ts';
import type { Local } from '../local.ts';
import { requireWrite } from '../rules.ts';
import { addressesOf } from '../shape/addresses.ts';
import { checkRunJson, statusJson } from '../shape/checks.ts';
import { simpleRepositoryJson } from '../shape/repository.ts';
import { checkRunsOf, findCheckRun, statusesOf } from '../store/checks.ts';
import type { StatusRow } from '../store/rows.ts';
import { numberOf, resolveCommit } from './revisions.ts';

const states = ['error', 'failure', 'pending', 'success'];
const conclusions = [
  'action_required',
  'cancelled',
  'failure',
  'neutral',
  'success',
  'skipped',
  'stale',
  'timed_out',
];
const runStatuses = ['queued', 'in_progress', 'completed'];

/** `check-runs`, `statuses`. */
export function mountChecks(app: ApiApp, local: Local): void {
  app.post('/check-runs', async (c) => {
    requireApp(local, c);
    const body = await readBody(c);
    const sha = await resolveCommit(local, body.text('head_sha'));
    const fields = { head_sha: sha, name: body.text('name'), status: 'queued', ...readRun(local, body) };
    const id = local.db.insert('check_run', fields);
    return c.json(checkRunJson(local, addressesOf(c, local), findCheckRun(local, id)!), 201);
  });

  app.patch('/check-runs/:id', async (c) => {
    requireApp(local, c);
    const run = findCheckRun(local, numberOf(c.req.param('id')));
    if (!run) throw notFound();
    const fields = readRun(local, await readBody(c));
    if (Object.keys(fields).length > 0) local.db.update('check_run', 'id', run.id, fields);
    return c.json(checkRunJson(local, addressesOf(c, local), findCheckRun(local, run.id)!));
  });

  app.get('/check-runs/:id', (c) => {
    const run = findCheckRun(local, numberOf(c.req.param('id')));
    if (!run) throw notFound();
    return c.json(checkRunJson(local, addressesOf(c, local), run));
  });

  app.post('/statuses/:sha', async (c) => {
    const account = c.get('account');
    requireWrite(account);
    const body = await readBody(c);
    const state = body.text('state');
    if (!states.includes(state))
      throw invalid('Status', 'state', `state must be one of ${states.join(', ')}`);
    const row: Omit<StatusRow, 'id'> = {
      sha: await resolveCommit(local, c.req.param('sha')),
      context: body.optionalText('context') ?? 'default',
      state,
      description: body.optionalText('description') ?? null,
      target_url: body.optionalText('target_url') ?? null,
      creator: account.id,
      created_at: local.now(),
    };
    const id = local.db.insert('status', row);
    return c.json(statusJson(local, addressesOf(c, local), { id, ...row }), 201);
  });
}

/** Only an app makes check runs: that is what makes the required one worth something. */
function requireApp(local: Local, c: ApiContext): void {
  if (c.get('account').id !== local.app.id)
    throw new ApiError(403, 'You must authenticate via a GitHub App. Hanya Paraf yang menulis pemeriksaan.');
}

function readRun(local: Local, body: Body): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const name of ['name', 'details_url', 'external_id'])
    if (body.has(name)) fields[name] = body.optionalText(name) ?? '';
  for (const name of ['started_at', 'completed_at']) {
    const text = body.optionalText(name);
    if (text === undefined) continue;
    const instant = parseInstant(text);
    if (instant === undefined) throw invalid('CheckRun', name, `${name} is not ISO 8601`);
    fields[name] = timestamp(instant);
  }
  const output = body.part('output');
  for (const name of ['title', 'summary', 'text'])
    if (output?.has(name)) fields[name] = output.optionalText(name) ?? '';
  const conclusion = body.optionalText('conclusion');
  const status = conclusion === undefined ? body.optionalText('status') : 'completed';
  if (conclusion !== undefined) {
    if (!conclusions.includes(conclusion))
      throw invalid('CheckRun', 'conclusion', `unknown conclusion ${conclusion}`);
    fields['conclusion'] = conclusion;
    fields['completed_at'] ??= local.now();
  }
  if (status !== undefined) {
    if (!runStatuses.includes(status)) throw invalid('CheckRun', 'status', `unknown status ${status}`);
    if (status === 'completed' && conclusion === undefined)
      throw invalid('CheckRun', 'conclusion', 'a completed check run needs a conclusion', 'missing_field');
    fields['status'] = status;
  }
  return fields;
}

/** Check runs of a commit, the newest of each name unless all are asked for. */
export async function listCheckRuns(c: ApiContext, local: Local, name: string): Promise<Response> {
  const wanted = c.req.query('check_name');
  const runs = checkRunsOf(local, await resolveCommit(local, name)).filter(
    (run) => wanted === undefined || run.name === wanted,
  );
  const newest = [...new Map(runs.map((run) => [run.name, run])).values()];
  const list = c.req.query('filter') === 'all' ? runs : newest;
  const at = addressesOf(c, local);
  const page = pageOfList(c, list, (run) => checkRunJson(local, at, run));
  return c.json({ total_count: list.length, check_runs: page });
}

/** All statuses of a commit, newest first. */
export async function listStatuses(c: ApiContext, local: Local, name: string): Promise<Response> {
  const list = statusesOf(local, await resolveCommit(local, name));
  const at = addressesOf(c, local);
  return c.json(pageOfList(c, list, (status) => statusJson(local, at, status)));
}

/** The newest status of each context, and what they come to. */
export async function showCombinedStatus(c: ApiContext, local: Local, name: string): Promise<Response> {
  const sha = await resolveCommit(local, name);
  const newestLast = statusesOf(local, sha).reverse();
  const list = [...new Map(newestLast.map((status) => [status.context, status])).values()];
  const at = addressesOf(c, local);
  const bad = list.some((status) => status.state === 'failure' || status.state === 'error');
  const good = list.length > 0 && list.every((status) => status.state === 'success');
  const { page, perPage } = pageOf(c);
  linkPages(c, page, Math.max(1, Math.ceil(list.length / perPage)));
  return c.json({
    state: bad ? 'failure' : good ? 'success' : 'pending',
    statuses: list.slice((page - 1) * perPage, page * perPage).map((status) => {
      const { creator: _creator, ...simple } = statusJson(local, at, status);
      return simple;
    }),
    sha,
    total_count: list.length,
    repository: simpleRepositoryJson(local, at),
    commit_url: `${at.repo}/commits/${sha}`,
    url: `${at.repo}/commits/${sha}/status`,
  });
}
