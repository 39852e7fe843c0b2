import { describe, expect, it } from 'vitest';
import { filled, holds, type Standing } from './expression.ts';
import { Lanes } from './lanes.ts';
import { readWorkflow, starts, type WorkflowEvent } from './workflow.ts';

const contexts = {
  github: { ref: 'refs/heads/main', event: { sender: { type: 'User' }, action: 'labeled' } },
  needs: { build: { result: 'success', outputs: { ready: 'true' } } },
  vars: {},
};

describe('expressions mean what they mean on GitHub', () => {
  it.each<[string | undefined, Standing, boolean]>([
    [undefined, 'success', true],
    [undefined, 'failure', false],
    ["github.ref == 'refs/heads/main'", 'success', true],
    ["github.ref == 'refs/heads/main'", 'failure', false],
    ["github.ref == 'refs/heads/main' && !cancelled()", 'failure', true],
    ['always()', 'failure', true],
    ['failure()', 'success', false],
    ["needs.build.outputs.ready == 'true' && vars.PARAF_DEPLOY != 'peladen'", 'success', true],
    ["github.event.workflow_run.conclusion != 'skipped'", 'success', true],
    ["!github.event.repository.private && startsWith('/tayang', '/tayang')", 'success', true],
    ["github.event.sender.type != 'Bot' || github.event.action == 'opened'", 'success', true],
  ])('%j after %s: %s', (condition, standing, expected) => {
    expect(holds(condition, contexts, standing)).toBe(expected);
  });

  it('a text is filled in, and what is not there is empty', () => {
    expect(filled('Paraf #${{ github.event.issue.number || 7 }} ${{ vars.X }}.', contexts)).toBe(
      'Paraf #7 .',
    );
  });
});

describe('a workflow file', () => {
  const text = (on: string) => `on: ${on}
jobs:
  x:
    runs-on: ubuntu-24.04
    steps:
      - run: "true"
`;
  const event = (name: string, payload: WorkflowEvent['payload'], ref = 'refs/heads/main') => ({
    name,
    payload,
    ref,
  });

  it.each([
    ['push', event('push', {}), true],
    ['{push: {branches: [main]}}', event('push', {}), true],
    ['{push: {branches: [main]}}', event('push', {}, 'refs/heads/cms/x'), false],
    ['pull_request', event('pull_request', { action: 'opened' }), true],
    ['pull_request', event('pull_request', { action: 'labeled' }), false],
    ['{pull_request: {types: [labeled]}}', event('pull_request', { action: 'labeled' }), true],
    ['{repository_dispatch: {types: [a]}}', event('repository_dispatch', { action: 'b' }), false],
    ['{workflow_run: {workflows: [a]}}', event('workflow_run', { workflow_run: { name: 'a' } }), true],
    ['{workflow_run: {workflows: [a]}}', event('workflow_run', { workflow_run: { name: 'b' } }), false],
    ['push', event('schedule', {}), false],
  ])('on: %s, %j: %s', async (on, happened, expected) => {
    expect(starts(await readWorkflow('x.yml', text(on)), happened)).toBe(expected);
  });

  it('that the runner cannot run as GitHub would is refused', async () => {
    const matrix = text('push').replace(
      '    steps:',
      '    strategy:\n      matrix:\n        a: [1]\n    steps:',
    );
    await expect(readWorkflow('x.yml', matrix)).rejects.toThrow(
      'x.yml, job x: the local runner does not know “strategy”.',
    );
    await expect(readWorkflow('x.yml', 'on: push\njobs: {}\n')).rejects.toThrow(/^x\.yml: /);
  });
});

it('in a concurrency group one runs, one waits, and a newer one takes the place of that', async () => {
  const lanes = new Lanes();
  expect(await lanes.enter('terbit')).toBe('run');
  const second = lanes.enter('terbit');
  const third = lanes.enter('terbit');
  expect(await second).toBe('replaced');
  expect(await lanes.enter('lain')).toBe('run');
  lanes.leave('terbit');
  expect(await third).toBe('run');
  lanes.leave('terbit');
  expect(await lanes.enter('terbit')).toBe('run');
});
