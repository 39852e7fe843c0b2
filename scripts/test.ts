/**
 * `npm test`: everything that proves this checkout, in one run: format, lint, types, content, unit, property and
 * browser tests. Ends with `N passed, N failed`; exits with 1 where anything failed.
 *
 * `npm test -- --only unit` runs one part; the names are those of `parts`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const root = resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'paraf-test-'));

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** Runs a program of node_modules or of ours with this Node; its output is shown as it comes. */
function run(script: string, args: readonly string[]): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(root, script), ...args],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: process.env['NO_COLOR'] ?? '1' },
      },
    );
    child.on('exit', (code) => done(code === 0));
  });
}

/** A program whose success is one passed check. */
function check(script: string, ...args: string[]) {
  return async (): Promise<Outcome> =>
    (await run(script, args)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numTotalTests: number;
  readonly success: boolean;
}

/** Tests of one Vitest configuration, each counted. A run that reports no test has failed. */
function vitest(config: string) {
  return async (): Promise<Outcome> => {
    const report = join(scratch, `${config}.json`);
    const succeeded = await run('node_modules/vitest/vitest.mjs', [
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report}`,
    ]);
    try {
      const result = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
      const passed = result.numPassedTests;
      // Tests that did not run, and errors outside of any test, are failures too.
      const failed = Math.max(result.numTotalTests - passed, succeeded && passed > 0 ? 0 : 1);
      return { passed, failed };
    } catch {
      return { passed: 0, failed: 1 };
    }
  };
}

const parts: Record<string, () => Promise<Outcome>> = {
  format: check('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
  sync: check('node_modules/astro/bin/astro.mjs', 'sync', '--root', 'site', '--silent'),
  lint: check('node_modules/eslint/bin/eslint.js', '.'),
  types: check('node_modules/typescript/bin/tsc', '-p', '.'),
  pages: check(
    'node_modules/astro/bin/astro.mjs',
    'check',
    '--root',
    'site',
    '--minimumFailingSeverity',
    'hint',
  ),
  content: check('scripts/cli.ts', 'check'),
  unit: vitest('vitest.config.ts'),
  browser: vitest('vitest.e2e.config.ts'),
};

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const wanted = values.only ?? Object.keys(parts);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  process.stderr.write(
    `Tidak ada bagian uji bernama ${unknown.join(', ')}. Yang ada: ${Object.keys(parts).join(', ')}.\n`,
  );
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const name of wanted) {
  const begin = performance.now();
  process.stdout.write(`\n— ${name} —\n`);
  const outcome = await parts[name]!();
  passed += outcome.passed;
  failed += outcome.failed;
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  process.stdout.write(`${name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)\n`);
}
rmSync(scratch, { recursive: true, force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
