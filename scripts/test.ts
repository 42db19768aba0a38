/**
 * `npm test`: everything that must hold, on a fresh machine too. Brings browsers where it may, then goes two ways at once. One builds, packs
 * and tries in browsers what was built; browsers wait for half of the time, so that the other meanwhile checks types, lint, format and dead
 * code and runs all other tests. Ends with one line: `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser/chromium.ts';
import { ensureFirefox } from './browser/firefox.ts';

const root = join(import.meta.dirname, '..');
const reports = join(root, '.output', 'test-reports');

/** One of the project's own tools. */
interface Step {
  tool: string;
  args: readonly string[];
  /** Where it counts its tests; any other step is one check. */
  report?: string;
}

interface Count {
  passed: number;
  failed: number;
}

const check = (tool: string, ...args: readonly string[]): Step => ({ tool, args });

function tests(...projects: readonly [string, ...string[]]): Step {
  const report = join(reports, `${projects[0]}.json`);
  const only = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { tool: 'vitest', args: ['run', '-c', 'tests/vitest.config.ts', ...only, ...reporters], report };
}

const inBrowsers: readonly Step[] = [
  // Built and packed for the stores: what is packed is looked into, too.
  check('wxt', 'zip'),
  check('wxt', 'zip', '-b', 'firefox', '--mv3'),
  // Mozilla's own: the store refuses an add-on with errors.
  check('addons-linter', join('.output', 'firefox-mv3')),
  tests('browser', 'firefox'),
];

const meanwhile: readonly Step[] = [
  check('tsc'),
  check('oxlint', '--type-aware'),
  check('oxfmt', '--check'),
  check('knip'),
  tests('plain', 'document', 'screens'),
];

/** What a step says is shown at once; of one that runs meanwhile when it has ended, as one piece. */
function succeeds({ tool, args }: Step, isMeanwhile: boolean): Promise<boolean> {
  const said: Buffer[] = [];
  const title = `\n> ${[tool, ...args].join(' ')}`;
  if (!isMeanwhile) console.log(title);
  return new Promise((resolve) => {
    const output = isMeanwhile ? 'pipe' : 'inherit';
    const child = spawn(join(root, 'node_modules', '.bin', tool), args, {
      cwd: root,
      stdio: ['ignore', output, output],
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => said.push(part));
    child.once('error', (error) => said.push(Buffer.from(String(error))));
    child.once('close', (code) => {
      if (isMeanwhile) console.log(`${title}\n${Buffer.concat(said).toString()}`);
      resolve(code === 0);
    });
  });
}

/** By its own report, where it counts tests; a run that died before writing one counts as a failure. */
async function countOf(step: Step, isMeanwhile: boolean): Promise<Count> {
  const isGreen = await succeeds(step, isMeanwhile);
  if (!isGreen) failures.push([step.tool, ...step.args].join(' '));
  if (step.report === undefined) return { passed: Number(isGreen), failed: Number(!isGreen) };
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(step.report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    return { passed: numPassedTests, failed: isGreen ? numFailedTests : Math.max(1, numFailedTests) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function run(steps: readonly Step[], isMeanwhile: boolean): Promise<Count[]> {
  const counts: Count[] = [];
  for (const step of steps) counts.push(await countOf(step, isMeanwhile));
  return counts;
}

const failures: string[] = [];
ensureBrowser();
ensureFirefox();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const counts = (await Promise.all([run(inBrowsers, false), run(meanwhile, true)])).flat();
for (const step of failures) console.log(`failed: ${step}`);
const sum = (pick: keyof Count) => counts.reduce((all, count) => all + count[pick], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
