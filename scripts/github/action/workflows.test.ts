import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workflowFaults } from './testing/workflow-rules.ts';

const folder = resolve(import.meta.dirname, '../../../.github/workflows');
const files = readdirSync(folder);
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

it('there are these workflows, and no other', () => {
  expect(files.toSorted()).toEqual(['check.yml', 'gate-trigger.yml', 'gate.yml', 'publish.yml', 'sweep.yml']);
});

it.each(files)('%s keeps every rule', async (name) => {
  expect(await workflowFaults(name, textOf(name))).toEqual([]);
});

it('an action has one commit, in whichever workflow', () => {
  const used = files.flatMap((name) => [...textOf(name).matchAll(/uses: (actions\/[\w-]+)@(.+)/g)]);
  const commits = Map.groupBy(used, ([, action]) => action);
  for (const [action, uses] of commits)
    expect([action, new Set(uses.map(([, , commit]) => commit)).size]).toEqual([action, 1]);
});

it('the trigger runs nothing and may nothing', () => {
  const text = textOf('gate-trigger.yml');
  expect([...text.matchAll(/permissions:(.*)/g)].map(([, rest]) => rest?.trim())).toEqual(['{}', '{}']);
  expect(text).not.toMatch(/uses:|secrets|vars\./);
  expect([...text.matchAll(/run: (.*)/g)].map(([, script]) => script)).toEqual(["'true'"]);
});

it('the workflows meet: the gate follows the trigger, a publication what the gate asks for', () => {
  expect(textOf('gate.yml')).toContain('workflows: [gate-trigger]');
  expect(textOf('publish.yml')).toContain('types: [paraf-terbit]');
  expect(readFileSync(join(import.meta.dirname, 'run.ts'), 'utf8')).toContain(
    "publishEvent = 'paraf-terbit'",
  );
});

describe('a rule that is broken is told', () => {
  const sound = `on: workflow_dispatch
permissions: {}
concurrency:
  group: x
  cancel-in-progress: false
jobs:
  x:
    if: github.ref == 'refs/heads/main'
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    environment: gerbang
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          ref: refs/heads/main
          persist-credentials: false
      - run: echo "$TITLE"
        env:
          KEY: \${{ secrets.KEY }}
`;

  it('and none in a sound workflow', async () => {
    expect(await workflowFaults('x.yml', sound)).toEqual([]);
  });

  it.each([
    [
      'on: workflow_dispatch',
      'on: pull_request_target',
      ['pull_request_target runs with rights for a stranger'],
    ],
    ['on: workflow_dispatch', 'on: pull_request', ['job x: a stranger’s event has rights']],
    ['permissions: {}\n', 'permissions: read-all\n', ['permissions at the top are not empty']],
    ['permissions: {}\n', '', ['permissions at the top are not empty']],
    [
      'concurrency:\n  group: x\n  cancel-in-progress: false\n',
      '',
      ['no concurrency group', 'a run with rights may be cancelled half done'],
    ],
    [
      'cancel-in-progress: false',
      'cancel-in-progress: true',
      ['a run with rights may be cancelled half done'],
    ],
    ["    if: github.ref == 'refs/heads/main'\n", '', ['job x: does not ask for main']],
    ["'refs/heads/main'\n", "'refs/heads/main' || true\n", ['job x: does not ask for main']],
    ['    timeout-minutes: 5\n', '', ['job x: no timeout of at most 60 minutes']],
    ['ubuntu-24.04', 'ubuntu-latest', ['job x: not on a named version of the runner']],
    ['    environment: gerbang\n', '', ['job x: a secret outside an environment']],
    ['    permissions:\n      contents: read\n', '', ['job x: no permissions of its own']],
    [
      '@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
      '@v7',
      ['job x, step 1: actions/checkout@v7 is not pinned to a commit of GitHub’s own'],
    ],
    [' # v7.0.1', '', ['job x, step 1: actions/checkout does not say which version its commit is']],
    ['actions/checkout', 'orang/checkout', [/^job x, step 1: orang\/checkout@.* is not pinned/]],
    [
      'ref: refs/heads/main',
      'ref: ${{ github.event.workflow_run.head_sha }}',
      [/^job x, step 1: a checkout of .* with rights$/],
    ],
    [
      '          persist-credentials: false\n',
      '',
      ['job x, step 1: the token stays behind after a checkout'],
    ],
    [
      '"$TITLE"',
      '"${{ github.event.pull_request.title }}"',
      ['job x, step 2: an expression within a script'],
    ],
    ['- run: echo', '- rum: echo', [/Unexpected value 'rum'/]],
  ])('%j → %j', async (from, to, wanted) => {
    expect(sound).toContain(from);
    const faults = await workflowFaults('x.yml', sound.replace(from, to));
    expect(faults.map((fault) => fault.replace(/^x\.yml:? ?/, ''))).toEqual(
      expect.arrayContaining(
        wanted.map((what) => (typeof what === 'string' ? what : (expect.stringMatching(what) as string))),
      ),
    );
  });
});
