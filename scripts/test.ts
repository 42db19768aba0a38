/**
 * `npm test`: everything that must hold, on a fresh machine too. Brings browsers where it may, then checks types, lint, format and dead
 * code while it builds and packs, runs unit and browser tests, and ends with one line: `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser/chromium.ts';
import { ensureFirefox } from './browser/firefox.ts';

const root = join(import.meta.dirname, '..');
const report = join(root, '.output', 'test-report.json');

/** One of the project's own tools, and what it is told. */
type Step = readonly [tool: string, ...args: string[]];

const checks: readonly Step[] = [['tsc'], ['oxlint', '--type-aware'], ['oxfmt', '--check'], ['knip']];
const packing: readonly Step[] = [
  // Built and packed for the stores: what is packed is looked into, too.
  ['wxt', 'zip'],
  ['wxt', 'zip', '-b', 'firefox', '--mv3'],
  // Mozilla's own: the store refuses an add-on with errors.
  ['addons-linter', join('.output', 'firefox-mv3')],
];

/** Runs one after the other, what each says as one piece when it has ended. @returns those that failed */
async function failedOf(steps: readonly Step[]): Promise<Step[]> {
  const failed: Step[] = [];
  for (const step of steps) {
    const said: Buffer[] = [];
    const isGreen = await succeeds(step, (part) => said.push(part));
    console.log(`\n> ${step.join(' ')}\n${Buffer.concat(said).toString()}`);
    if (!isGreen) failed.push(step);
  }
  return failed;
}

/** @param hear is told what the tool says; left out, it is shown at once */
function succeeds([tool, ...args]: Step, hear?: (part: Buffer) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', tool), args, {
      cwd: root,
      stdio: ['ignore', hear ? 'pipe' : 'inherit', hear ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr]) if (hear) stream?.on('data', hear);
    child.once('error', (error) => {
      console.error(error);
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
}

/** How many tests vitest ran, by its own report; a run that died before writing one counts as a failure. */
async function runTests(): Promise<{ passed: number; failed: number }> {
  mkdirSync(join(root, '.output'), { recursive: true });
  rmSync(report, { force: true });
  const isGreen = await succeeds([
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
const failedChecks = (await Promise.all([failedOf(checks), failedOf(packing)])).flat();
const tests = await runTests();
for (const check of failedChecks) console.log(`failed: ${check.join(' ')}`);
const passed = checks.length + packing.length - failedChecks.length + tests.passed;
const failed = failedChecks.length + tests.failed;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
