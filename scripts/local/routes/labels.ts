import { ApiError, invalid, notFound } from '../http/api-error.ts';
import { readBody } from '../http/body.ts';
import { pageOfList } from '../http/paging.ts';
import type { ApiApp, ApiContext } from '../http/routes.ts';
import type { Local } from '../local.ts';
import { requireWrite } from '../rules.ts';
import { addressesOf } from '../shape/addresses.ts';
import { labelJson } from '../shape/issues.ts';
import { addLabel, findIssue, findLabel, labelsOf, setLabels } from '../store/issues.ts';
import type { LabelRow } from '../store/rows.ts';
import { numberOf } from './revisions.ts';

/** `labels` and `issues/{n}/labels`. */
export function mountLabels(app: ApiApp, local: Local): void {
  app.get('/labels', (c) => {
    const at = addressesOf(c, local);
    const all = local.db.all<LabelRow>('SELECT * FROM label ORDER BY name');
    return c.json(pageOfList(c, all, (label) => labelJson(at, label)));
  });

  app.post('/labels', async (c) => {
    requireWrite(c.get('account'));
    const body = await readBody(c);
    const name = requireLabelName(body.text('name'));
    if (findLabel(local, name))
      throw invalid('Label', 'name', `label ${name} already exists`, 'already_exists');
    const color = requireColor(body.optionalText('color') ?? 'ededed');
    const label = addLabel(local, name, color, body.optionalText('description') ?? null);
    return c.json(labelJson(addressesOf(c, local), label), 201);
  });

  app.get('/labels/:name', (c) => {
    const label = findLabel(local, c.req.param('name'));
    if (!label) throw notFound();
    return c.json(labelJson(addressesOf(c, local), label));
  });

  app.patch('/labels/:name', async (c) => {
    requireWrite(c.get('account'));
    const label = findLabel(local, c.req.param('name'));
    if (!label) throw notFound();
    const body = await readBody(c);
    const name = requireLabelName(body.optionalText('new_name') ?? label.name);
    const other = findLabel(local, name);
    if (other && other.id !== label.id)
      throw invalid('Label', 'name', `label ${name} already exists`, 'already_exists');
    const color = requireColor(body.optionalText('color') ?? label.color);
    const description = body.has('description')
      ? (body.optionalText('description') ?? null)
      : label.description;
    local.db.update('label', 'id', label.id, { name, color, description });
    return c.json(labelJson(addressesOf(c, local), findLabel(local, name)!));
  });

  app.delete('/labels/:name', (c) => {
    requireWrite(c.get('account'));
    const label = findLabel(local, c.req.param('name'));
    if (!label) throw notFound();
    local.db.transaction(() => {
      local.db.run('DELETE FROM issue_label WHERE label = ?', label.id);
      local.db.run('DELETE FROM label WHERE id = ?', label.id);
    });
    return c.body(null, 204);
  });

  app.get('/issues/:number/labels', (c) => showLabels(c, local, mustNumber(c, local)));

  const change = (method: 'post' | 'put', next: (before: string[], given: string[]) => string[]) =>
    app[method]('/issues/:number/labels', async (c) => {
      requireWrite(c.get('account'));
      const number = mustNumber(c, local);
      const given = (await readBody(c, 'labels')).textList('labels').map(requireLabelName);
      const before = labelsOf(local, number).map((label) => label.name);
      setLabels(local, number, c.get('account').id, next(before, given));
      return showLabels(c, local, number);
    });
  change('post', (before, given) => [...before, ...given]);
  change('put', (_before, given) => given);

  app.delete('/issues/:number/labels/:name', (c) => {
    requireWrite(c.get('account'));
    const number = mustNumber(c, local);
    const gone = c.req.param('name').toLowerCase();
    const before = labelsOf(local, number).map((label) => label.name);
    const after = before.filter((name) => name.toLowerCase() !== gone);
    if (after.length === before.length) throw new ApiError(404, 'Label does not exist');
    setLabels(local, number, c.get('account').id, after);
    return showLabels(c, local, number);
  });

  app.delete('/issues/:number/labels', (c) => {
    requireWrite(c.get('account'));
    setLabels(local, mustNumber(c, local), c.get('account').id, []);
    return c.body(null, 204);
  });
}

function mustNumber(c: ApiContext, local: Local): number {
  const number = numberOf(c.req.param('number') ?? '');
  if (!findIssue(local, number)) throw notFound();
  return number;
}

function showLabels(c: ApiContext, local: Local, number: number): Response {
  const at = addressesOf(c, local);
  return c.json(labelsOf(local, number).map((label) => labelJson(at, label)));
}

function requireColor(color: string): string {
  if (!/^[0-9a-f]{6}$/i.test(color)) throw invalid('Label', 'color', 'color must be six hexadecimal digits');
  return color;
}

function requireLabelName(name: string): string {
  if (name.trim() === '' || name.length > 50)
    throw invalid('Label', 'name', 'name must have 1 to 50 characters');
  return name;
}
