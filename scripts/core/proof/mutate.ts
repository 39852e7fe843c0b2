/**
 * Breaks every rule on purpose, one way after another, and sees whether a test notices. It takes some minutes.
 *
 *     node scripts/run.mjs scripts/core/proof/mutate.ts [--rule R6] [--suite "random histories"] [--jobs 2]
 *
 * Works on copies of the checkout. Prints which tests killed each mutant, and ends with `N killed, 0 survived`; with 1
 * where any survived, with 3 where the tests fail before anything is broken.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { lost, mutants, patched, type Mutant } from './mutants.ts';

const root = resolve(import.meta.dirname, '../../..');
const minute = 60_000;

/** Tests in the order in which they are tried: the rule's own examples, all examples of the core, the proof. */
const suites: readonly { readonly name: string; readonly files: (rule: string) => string[] }[] = [
  {
    name: 'examples of the rule',
    files: (rule) => [`scripts/core/rules/r${rule.slice(1).padStart(2, '0')}-`],
  },
  { name: 'examples of the core', files: () => ['scripts/core', '--exclude', 'scripts/core/proof/**'] },
  { name: 'random histories', files: () => ['scripts/core/proof/histories.test.ts'] },
  { name: 'exploration', files: () => ['scripts/core/proof/explore.test.ts'] },
];

/** A copy of the checkout's files, as they stand now, with the same dependencies. */
function copyOfCheckout(): string {
  const copy = mkdtempSync(join(tmpdir(), 'paraf-mutant-'));
  const list = execFileSync(
    'git',
    ['ls-files', '-z', '-co', '--exclude-standard', 'scripts', 'content', '*.json'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  for (const file of [...list.split('\0').filter((name) => name !== ''), 'vitest.config.ts']) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

/** Whether tests pass in a copy; tests that do not end have noticed something, too. */
function pass(copy: string, files: readonly string[]): Promise<boolean> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const isPosix = process.platform !== 'win32';
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', vitest, 'run', ...files, '--bail=1', '--reporter=dot'],
      { cwd: copy, stdio: 'ignore', detached: isPosix, env: { ...process.env, PARAF_RUNS: '500' } },
    );
    // A test that goes round for ever listens to nothing: its whole group of processes ends.
    const stop = () => (isPosix ? process.kill(-child.pid!, 'SIGKILL') : child.kill());
    const timer = setTimeout(stop, 5 * minute);
    child.on('exit', (code) => {
      clearTimeout(timer);
      done(code === 0);
    });
  });
}

/** @throws where the patch no longer applies */
function brokenBy(text: string, mutant: Mutant): string {
  const broken = patched(text, mutant);
  if (broken === null) throw new Error(lost(mutant));
  return broken;
}

/** Name of the first suite that fails with a mutant; null where it survives all. */
async function killerOf(copy: string, mutant: Mutant): Promise<string | null> {
  const file = join(copy, 'scripts/core', mutant.file);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, brokenBy(text, mutant));
  try {
    for (const suite of tried) if (!(await pass(copy, suite.files(mutant.rule)))) return suite.name;
    return null;
  } finally {
    writeFileSync(file, text);
  }
}

const { values } = parseArgs({
  options: { rule: { type: 'string' }, suite: { type: 'string' }, jobs: { type: 'string', default: '2' } },
});
const wanted = mutants.filter(({ rule }) => values.rule === undefined || rule === values.rule);
const tried = suites.filter(({ name }) => values.suite === undefined || name === values.suite);
const jobs = Number(values.jobs);
if (wanted.length === 0 || tried.length === 0 || !Number.isSafeInteger(jobs) || jobs < 1) {
  process.stderr.write(
    `Pemakaian: mutate.ts [--rule R1…R16] [--suite <nama>] [--jobs <jumlah>]; nama: ${suites.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exit(2);
}

// All patches first: a run takes minutes.
for (const mutant of wanted) brokenBy(readFileSync(join(root, 'scripts/core', mutant.file), 'utf8'), mutant);

const copies = Array.from({ length: Math.min(jobs, wanted.length) }, copyOfCheckout);
let killed = 0;
const survivors: Mutant[] = [];
try {
  if (!(await pass(copies[0]!, ['scripts/core', '--exclude', '**/mutants.test.ts']))) {
    process.stderr.write(
      'Tests of scripts/core fail before anything is broken: mend them first (npm test).\n',
    );
    process.exitCode = 3;
  } else {
    const left = [...wanted];
    await Promise.all(
      copies.map(async (copy) => {
        for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
          const killer = await killerOf(copy, mutant);
          if (killer === null) survivors.push(mutant);
          else killed += 1;
          const { rule, broken, file } = mutant;
          console.log(`${rule.padEnd(4)} ${broken.padEnd(66)} ${file.padEnd(18)} ${killer ?? 'SURVIVED'}`);
        }
      }),
    );
    console.log(`\n${killed} killed, ${survivors.length} survived`);
    process.exitCode = survivors.length === 0 ? 0 : 1;
  }
} finally {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
}
