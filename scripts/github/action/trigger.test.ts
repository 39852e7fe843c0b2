import { expect, it } from 'vitest';
import { command, logLine } from './environment.ts';
import { runEvent } from './testing/run-bundle.ts';
import { triggerOf } from './trigger.ts';

const here = 'diskominfo/portal';

it.each([
  ['the title of the run that the event made', runEvent('Paraf #12'), '', { pulls: [12], branch: null }],
  [
    'the pull requests that GitHub lists, and the title',
    runEvent('Paraf #12', { pull_requests: [{ number: 13 }, { number: 12 }] }),
    '',
    { pulls: [12, 13], branch: null },
  ],
  ['its branch, where no number is known', runEvent('Paraf'), '', { pulls: [], branch: 'cms/berita/x' }],
  [
    'nothing, where the branch is a fork’s',
    runEvent('Paraf', { head_repository: { full_name: 'orang/portal' } }),
    '',
    { pulls: [], branch: null },
  ],
  [
    'what was asked for by hand, and nothing else',
    runEvent('Paraf #12'),
    '7, 8',
    { pulls: [7, 8], branch: null },
  ],
  ['nothing, where the event is another one', { action: 'opened' }, '', { pulls: [], branch: null }],
  ['numbers alone, of a title that says more', runEvent('#0 #9x x#3 # 4'), '', { pulls: [3], branch: null }],
])('an event means %s', (_, event, wanted, trigger) => {
  expect(triggerOf(event, wanted, here)).toEqual(trigger);
});

it('a title of a thousand numbers is no work for one run', () => {
  const title = Array.from({ length: 1000 }, (_, index) => `#${index + 1}`).join(' ');
  expect(triggerOf(runEvent(title), '', here).pulls).toHaveLength(20);
});

it('a title cannot speak to the runner: no line of the log begins as a command', () => {
  expect(logLine('satu\n::set-output name=publish::true\r\n  ##[add-path]x\u2028::stop-commands::a')).toBe(
    '· satu\n· ::set-output name=publish::true\n· ##[add-path]x\n· ::stop-commands::a',
  );
  expect(command('error', 'dua\n::add-mask::50%')).toBe('::error::dua%0A::add-mask::50%25');
});
