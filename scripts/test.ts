/**
 * `npm test`: everything that must hold, on a fresh machine too. Brings browsers where it may, then checks types, lint, format,
 * dead code and both builds, runs unit and browser tests, and ends with one line: `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser/chromium.ts';
import { ensureFirefox } from './browser/firefox.ts';

const root = join(import.meta.dirname, '..');
const report = join(root, '.output', 'test-report.json');

const checks: readonly [string, ...string[]][] = [
  ['tsc'],
  ['oxlint', '--type-aware'],
  ['oxfmt', '--check'],
  ['knip'],
  // Built and packed for the stores: what is packed is looked into, too.
  ['wxt', 'zip'],
  ['wxt', 'zip', '-b', 'firefox', '--mv3'],
  // Mozilla's own: the store refuses an add-on with errors.
  ['addons-linter', join('.output', 'firefox-mv3')],
];

/** Runs one of the project's own tools with its output shown. */
function succeeds([tool, ...args]: readonly [string, ...string[]]): boolean {
  console.log(`\n> ${[tool, ...args].join(' ')}`);
  const run = spawnSync(join(root, 'node_modules', '.bin', tool), args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return run.status === 0;
}

/** How many tests vitest ran, by its own report; a run that died before writing one counts as a failure. */
function runTests(): { passed: number; failed: number } {
  mkdirSync(join(root, '.output'), { recursive: true });
  rmSync(report, { force: true });
  const isGreen = succeeds([
    'vitest',
    'run',
    '-c',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    return { passed: numPassedTests, failed: isGreen ? numFailedTests : Math.max(1, numFailedTests) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

ensureBrowser();
ensureFirefox();
const failedChecks = checks.filter((check) => !succeeds(check));
const tests = runTests();
for (const check of failedChecks) console.log(`failed: ${check.join(' ')}`);
const failed = failedChecks.length + tests.failed;
console.log(`${checks.length - failedChecks.length + tests.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
