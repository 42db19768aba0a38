/**
 * `npm run test:faults`: the browser tests of what can go wrong, in their long form: the worker stopped at 200 places, the browser killed
 * 20 times, a full disk, 10,000 broken files. `SEED=n` chooses other places; the extension must be built (`npm run build`).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const tests = ['faults', 'browser-death', 'full-disk', 'worker-death', 'import'].map(
  (name) => `tests/browser/${name}.test.ts`,
);
const run = spawnSync(
  process.execPath,
  [
    join('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '-c',
    'tests/vitest.config.ts',
    ...tests,
    'tests/lib/files/hostile.test.ts',
  ],
  { cwd: join(import.meta.dirname, '..'), stdio: 'inherit', env: { ...process.env, FAULTS: 'long' } },
);
process.exitCode = run.status ?? 1;
