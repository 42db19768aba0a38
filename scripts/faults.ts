/**
 * `npm run test:faults`: the browser tests of what can go wrong, in their long form: the worker stopped at 200 places, the browser killed
 * 20 times, a full disk, broken files and pages by the ten thousand. `npm run test:faults -- 3/10` runs the third of ten parts of the places
 * and deaths alone, where there is no hour at a stretch; all ten come to the same as the whole. `SEED=n` chooses other places. The
 * extension must be built (`npm run build`).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const part = process.argv[2];
if (part !== undefined && !/^[1-9]\d*\/[1-9]\d*$/.test(part))
  throw new Error(`expected a part such as 3/10, found ${part}`);
const inParts = ['browser/faults', 'browser/browser-death'];
const once = [
  'browser/mishaps',
  'browser/full-disk',
  'browser/worker-death',
  'browser/import',
  'lib/files/hostile',
  'lib/platforms/fuzz',
];
const tests = part === undefined ? [...inParts, ...once] : inParts;
const run = spawnSync(
  process.execPath,
  [
    join('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '-c',
    'tests/vitest.config.ts',
    ...tests.map((name) => `tests/${name}.test.ts`),
  ],
  {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'inherit',
    env: { ...process.env, FAULTS: 'long', ...(part === undefined ? {} : { FAULTS_PART: part }) },
  },
);
process.exitCode = run.status ?? 1;
